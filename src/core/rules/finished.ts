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

/** What a finding says, its place in offsets of the text. */
export interface Said {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly row?: string | undefined;
  readonly level?: string | undefined;
  readonly data?: Finding['data'] | undefined;
  readonly related?: Finding['related'] | undefined;
}

/** A finding that remembers for its fixes what it is about. Not in a WeakMap: it is made anew with every key hit. */
class Remembering implements Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  // Declared only: what is not known is not to be there.
  declare readonly row?: string;
  declare readonly level?: string;
  declare readonly data?: Readonly<Record<string, string>>;
  declare readonly related?: NonNullable<Finding['related']>;
  readonly #where: Where | undefined;

  constructor(rule: string, severity: Severity, said: Said, where: Where | undefined) {
    this.rule = rule;
    this.severity = severity;
    this.message = said.message;
    this.start = said.start;
    this.end = said.end;
    if (said.row !== undefined) this.row = said.row;
    if (said.level !== undefined) this.level = said.level;
    if (said.data !== undefined) this.data = said.data;
    if (said.related !== undefined) this.related = said.related;
    this.#where = where;
  }

  static whereOf(finding: Finding): Where | undefined {
    return #where in finding ? (finding as Remembering).#where : undefined;
  }
}

/** The model node that a finding is about; undefined for what the loader found. */
export function whereOf(finding: Finding): Where | undefined {
  return Remembering.whereOf(finding);
}

/** A finding, with what it is about remembered for its fixes. */
export function findingOf({ id }: RuleMeta, severity: Severity, said: Said, where?: Where): Finding {
  return new Remembering(id, severity, said, where);
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
export function ofProblem(loaded: Loaded, { spot, message, data }: Problem): Said {
  const { row, level } = locate(loaded, startOf(spot));
  const isNamed = row !== undefined && !row.id.startsWith('?');
  return { message, start: startOf(spot), end: endOf(spot), row: isNamed ? row.id : undefined, level, data };
}

/** What is said of what a rule found. */
export function ofFound({ message, spot, where: { node, level }, related: all, data }: Found): Said {
  // What stood elsewhere may have been edited since.
  const related = all.filter(other => !other.spot.chunk.gone);
  return {
    message,
    start: startOf(spot),
    end: endOf(spot),
    row: 'statements' in node ? (node as Row).id : undefined,
    level,
    data,
    related:
      related.length === 0
        ? undefined
        : related.map(other => ({
            start: startOf(other.spot),
            end: endOf(other.spot),
            message: other.message,
          })),
  };
}
