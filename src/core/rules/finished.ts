import type { Loaded } from '../model/load.ts';
import { locate } from '../model/locate.ts';
import type { Row } from '../model/types.ts';
import { endOf, type Spot, startOf } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { ruleOf } from './allRules.ts';
import type { Finding } from './finding.ts';
import type { Rule, RuleMeta, Severity, Where } from './rule.ts';
import type { Suppression } from './suppressions.ts';

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

/** A finding, with what it is about remembered for its fixes. */
export function findingOf(
  { id }: RuleMeta,
  severity: Severity,
  finding: Omit<Finding, 'rule' | 'severity'>,
  where?: Where,
): Finding {
  const complete: Finding = { rule: id, severity, ...finding };
  if (where) places.set(complete, where);
  return complete;
}

/** What is said of a suppression that silences nothing. */
export function problemOfIdle({ rule, at: spot }: Suppression): Problem {
  const code = 'idle-suppression';
  if (rule === undefined)
    return {
      code,
      spot,
      message:
        'This suppresses nothing, since it names no rule or no reason. Write it as `# framework-ignore RULE: reason`.',
    };
  const meta = ruleOf(rule)?.meta;
  if (!meta)
    return { code, spot, message: `There is no rule \`${rule}\`. Name another, or remove the comment.` };
  if (meta.scope === 'reading')
    return {
      code,
      spot,
      message: `\`${rule}\` cannot be suppressed: without it the file cannot be read. Mend what it finds, and remove the comment.`,
    };
  return {
    code,
    spot,
    message: `\`${rule}\` finds nothing here any more. Remove the comment.`,
    data: { idle: rule },
  };
}

/** What is said of a problem that the loader found. */
export function ofProblem(
  loaded: Loaded,
  { spot, message, data }: Problem,
): Omit<Finding, 'rule' | 'severity'> {
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

/** What is said of what a rule found. */
export function ofFound({
  message,
  spot,
  where,
  related: all,
  data,
}: Found): Omit<Finding, 'rule' | 'severity'> {
  // What stood elsewhere may have been edited since.
  const related = all.filter(other => !other.spot.chunk.gone);
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
