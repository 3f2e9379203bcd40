import type { Loaded } from '../model/load.ts';
import { endOf, startOf } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { INTERNAL, ruleOf } from './allRules.ts';
import type { Finding } from './finding.ts';
import { type Found, findingOf, ofFound, ofProblem, problemOfIdle, type Said } from './finished.ts';
import { idleSuppression } from './idle-suppression/rule.ts';
import type { Rule, RuleMeta, Severity, Where } from './rule.ts';
import type { Suppression, Suppressions } from './suppressions.ts';

/** Something found, before it is said in offsets of the text: these change with every edit before it. */
export class Entry {
  readonly meta: RuleMeta;
  readonly severity: Severity;
  readonly source: Found | Problem;
  #finding: Finding | undefined;

  constructor(meta: RuleMeta, severity: Severity, source: Found | Problem) {
    this.meta = meta;
    this.severity = severity;
    this.source = source;
  }

  /** It as a finding: the same object as long as nothing that it speaks of has moved. */
  finding(loaded: Loaded): Finding {
    if (this.#finding && isWhereItWas(this.source, this.#finding)) return this.#finding;
    this.#finding = findingOf(this.meta, this.severity, this.#said(loaded), this.about);
    return this.#finding;
  }

  /** The model node that it is about. */
  get about(): Where | undefined {
    return 'rule' in this.source ? this.source.where : undefined;
  }

  #said(loaded: Loaded): Said {
    if ('rule' in this.source) return ofFound(this.source);
    return this.meta === idleSuppression.meta ? plainly(this.source) : ofProblem(loaded, this.source);
  }
}

function isWhereItWas(source: Found | Problem, { start, end, related = [] }: Finding): boolean {
  if (startOf(source.spot) !== start || endOf(source.spot) !== end) return false;
  if (!('rule' in source)) return true;
  const others = source.related;
  return (
    others.length === related.length &&
    others.every(
      ({ spot }, index) =>
        !spot.chunk.gone && startOf(spot) === related[index]!.start && endOf(spot) === related[index]!.end,
    )
  );
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
    if (severity !== 'off') bySeverity[severity].push(new Entry(meta, severity, source));
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
  const findings: Finding[] = [];
  for (const entry of entries) {
    if ('crash' in entry.source) {
      if (crashed.has(entry.source.rule)) continue;
      crashed.add(entry.source.rule);
    }
    findings.push(entry.finding(loaded));
  }
  return findings;
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
  const entries = idle.map(source => new Entry(meta, severity, problemOfIdle(source)));
  return {
    bySeverity: { ...bySeverity, [severity]: [...bySeverity[severity], ...entries].sort(inTextOrder) },
    used,
  };
}

/** A comment stands in no row, whatever is around it. */
function plainly({ spot, message, data }: Problem): Said {
  return { message, start: startOf(spot), end: endOf(spot), data };
}
