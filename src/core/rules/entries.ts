import type { Loaded } from '../model/load.ts';
import { endOf, startOf } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { INTERNAL, ruleOf } from './allRules.ts';
import type { Finding } from './finding.ts';
import { type Found, findingOf, ofFound, ofProblem, problemOfIdle } from './finished.ts';
import { idleSuppression } from './idle-suppression/rule.ts';
import type { Rule, RuleMeta, Severity } from './rule.ts';
import type { Suppression, Suppressions } from './suppressions.ts';

/** Something found, before it is said in offsets of the text: these change with every edit before it. */
export interface Entry {
  readonly meta: RuleMeta;
  readonly severity: Severity;
  readonly source: Found | Problem;
}

type Severities = Readonly<Record<string, Severity | 'off'>> | undefined;

/** What has been found in a part of a file, in text order. */
export interface Shown {
  readonly bySeverity: Readonly<Record<Severity, readonly Entry[]>>;
  /** The suppressions that silenced some of it. */
  readonly used: ReadonlySet<Suppression>;
}

/** Sorts out what was found in a part of a file. What the file cannot be read without is not to be silenced. */
export function shownOf(
  problems: readonly Problem[],
  found: readonly Found[],
  severities: Severities,
  suppressions: Suppressions,
): Shown {
  const bySeverity: Record<Severity, Entry[]> = { error: [], warning: [], info: [] };
  const used = new Set<Suppression>();
  const add = (meta: RuleMeta, source: Found | Problem) => {
    const severity = severities?.[meta.id] ?? meta.severity;
    if (severity !== 'off') bySeverity[severity].push({ meta, severity, source });
  };
  for (const problem of problems)
    add(ruleOf(problem.code)?.meta ?? { ...INTERNAL, id: problem.code }, problem);
  for (const one of found) {
    if (one.spot.chunk.gone) continue;
    const meta = 'crash' in one ? INTERNAL : one.rule.meta;
    const by = suppressions.over(meta.id, startOf(one.spot));
    for (const suppression of by) used.add(suppression);
    if (by.length === 0) add(meta, one);
  }
  for (const entries of Object.values(bySeverity)) entries.sort(inTextOrder);
  return { bySeverity, used };
}

export function inTextOrder({ meta: a, source: one }: Entry, { meta: b, source: other }: Entry): number {
  return (
    startOf(one.spot) - startOf(other.spot) ||
    endOf(one.spot) - endOf(other.spot) ||
    compare(a.id, b.id) ||
    compare(one.message, other.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The findings of entries. Of a rule that failed the first place is enough. */
export function findingsOf(loaded: Loaded, entries: readonly Entry[]): Finding[] {
  const crashed = new Set<Rule>();
  return entries.flatMap(({ meta, severity, source }) => {
    if (!('rule' in source)) {
      const isRead = meta !== idleSuppression.meta;
      return [findingOf(meta, severity, isRead ? ofProblem(loaded, source) : plainly(source))];
    }
    if ('crash' in source) {
      if (crashed.has(source.rule)) return [];
      crashed.add(source.rule);
    }
    return [findingOf(meta, severity, ofFound(source), source.where)];
  });
}

/** What was found, and the suppressions that silence nothing. */
export function withIdle(
  { bySeverity, used }: Shown,
  idle: readonly Suppression[],
  severities: Severities,
): Shown {
  const { meta } = idleSuppression;
  const severity = severities?.[meta.id] ?? meta.severity;
  if (severity === 'off' || idle.length === 0) return { bySeverity, used };
  const entries = idle.map((source): Entry => ({ meta, severity, source: problemOfIdle(source) }));
  return {
    bySeverity: { ...bySeverity, [severity]: [...bySeverity[severity], ...entries].sort(inTextOrder) },
    used,
  };
}

/** A comment stands in no row, whatever is around it. */
function plainly({ spot, message, data }: Problem) {
  return { message, start: startOf(spot), end: endOf(spot), ...(data ? { data } : {}) };
}
