import type { Loaded } from '../model/load.ts';
import { locate } from '../model/locate.ts';
import type { Row } from '../model/types.ts';
import { endOf, type Spot, startOf } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { INTERNAL, ruleOf } from './allRules.ts';
import type { Finding } from './finding.ts';
import { idleSuppression } from './idle-suppression/rule.ts';
import type { Rule, RuleMeta, Where } from './rule.ts';
import type { RunOptions } from './runner.ts';
import { type Suppression, suppressionsIn } from './suppressions.ts';

/** What a rule found, with its place still relative to its part of the text. */
export interface Found {
  readonly rule: Rule;
  readonly message: string;
  readonly spot: Spot;
  readonly where: Where;
  readonly related: readonly { readonly spot: Spot; readonly message: string }[];
  readonly data?: Readonly<Record<string, string>>;
  /** What the rule threw, where it failed. */
  readonly crash?: unknown;
}

const places = new WeakMap<Finding, Where>();

/** The model node that a finding is about; undefined for what the loader found. */
export function whereOf(finding: Finding): Where | undefined {
  return places.get(finding);
}

/**
 * The findings as others see them, in text order, those of the loader included.
 * @param isAll whether nothing is left to be found; before that, a suppression may only seem to do nothing
 * @param options the rules' severities by id, where they are not their own (`off` leaves the rule out), and the
 *   dictionary, without which some rules were not run
 */
export function finished(
  loaded: Loaded,
  found: readonly Found[],
  options: Pick<RunOptions, 'rules' | 'spelling'>,
  isAll = true,
): Finding[] {
  let all: Finding[] = [];
  const add = (meta: RuleMeta, finding: Omit<Finding, 'rule' | 'severity'>, where?: Where) => {
    const severity = options.rules?.[meta.id] ?? meta.severity;
    if (severity === 'off') return;
    const complete: Finding = { rule: meta.id, severity, ...finding };
    if (where) places.set(complete, where);
    all.push(complete);
  };
  for (const problem of loaded.problems) {
    const meta = ruleOf(problem.code)?.meta ?? { ...INTERNAL, id: problem.code };
    add(meta, ofProblem(loaded, problem));
  }
  const crashed = new Set<Rule>();
  for (const one of found) {
    if (!('crash' in one)) add(one.rule.meta, ofFound(one), one.where);
    else if (!crashed.has(one.rule)) {
      // A rule that fails does so in many places; once is enough.
      crashed.add(one.rule);
      add(INTERNAL, ofFound(one), one.where);
    }
  }
  const { kept, idle } = withoutSuppressed(all, suppressionsIn(loaded));
  all = kept;
  if (isAll)
    for (const suppression of idle) {
      const needs = ruleOf(suppression.rule ?? '')?.meta.needs;
      if (needs === undefined || options[needs]) add(idleSuppression.meta, ofIdle(suppression));
    }
  return all.sort(inTextOrder);
}

/** Takes away what comments silence; what the file cannot be read without is not to be silenced. */
function withoutSuppressed(all: Finding[], suppressions: readonly Suppression[]) {
  if (suppressions.length === 0) return { kept: all, idle: suppressions };
  const used = new Set<Suppression>();
  const kept = all.filter(finding => {
    if (ruleOf(finding.rule)?.meta.scope === 'reading') return true;
    const by = suppressions.filter(
      ({ rule, from, to }) => rule === finding.rule && from <= finding.start && finding.start <= to,
    );
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  return { kept, idle: suppressions.filter(suppression => !used.has(suppression)) };
}

function ofIdle({ rule, start, end }: Suppression): Omit<Finding, 'rule' | 'severity'> {
  if (rule === undefined)
    return {
      start,
      end,
      message:
        'This suppresses nothing, since it names no rule or no reason. Write it as `# framework-ignore RULE: reason`.',
    };
  const meta = ruleOf(rule)?.meta;
  if (!meta)
    return { start, end, message: `There is no rule \`${rule}\`. Name another, or remove the comment.` };
  if (meta.scope === 'reading')
    return {
      start,
      end,
      message: `\`${rule}\` cannot be suppressed: without it the file cannot be read. Mend what it finds, and remove the comment.`,
    };
  return {
    start,
    end,
    message: `\`${rule}\` finds nothing here any more. Remove the comment.`,
    data: { idle: rule },
  };
}

function ofProblem(loaded: Loaded, { spot, message, data }: Problem): Omit<Finding, 'rule' | 'severity'> {
  const at = locate(loaded, startOf(spot));
  return {
    message,
    start: startOf(spot),
    end: endOf(spot),
    ...(at.row && !at.row.id.startsWith('?') ? { row: at.row.id } : {}),
    ...(at.level === undefined ? {} : { level: at.level }),
    ...(data ? { data } : {}),
  };
}

function ofFound({ message, spot, where, related, data }: Found): Omit<Finding, 'rule' | 'severity'> {
  return {
    message,
    start: startOf(spot),
    end: endOf(spot),
    ...('statements' in where.node ? { row: (where.node as Row).id } : {}),
    ...(where.level === undefined ? {} : { level: where.level }),
    ...(data ? { data } : {}),
    ...(related.length > 0
      ? {
          related: related.map(other => ({
            start: startOf(other.spot),
            end: endOf(other.spot),
            message: other.message,
          })),
        }
      : {}),
  };
}

function inTextOrder(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || compare(a.rule, b.rule) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
