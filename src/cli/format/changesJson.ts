import { type Change, type ChangeJson, kindsOf, type ReviewNote, toJson } from '../../core/index.ts';
import type { OpenConflict, Question, ReviewProblem } from '../../core/reviewing.ts';

/** What `diff` and `import` have to say. */
export interface Changes {
  readonly changes: readonly Change[];
  /** The same as plain data, where more is known than they say. */
  readonly plain?: readonly ChangeJson[];
  /** Of a comparison: what each change does to the bar, where it is about a statement. */
  readonly classes?: readonly (string | undefined)[];
  readonly conflicts: readonly OpenConflict[];
  readonly questions: readonly Question[];
  readonly problems: readonly ReviewProblem[];
  /** Of an import: what the reviewers said. */
  readonly notes?: readonly ReviewNote[];
  /** Of a comparison: what a body publishes about it. */
  readonly release?: object;
  /** Whether anything was written. */
  readonly written: boolean;
}

/** Changes as the contract has them. A conflict lists what it can be answered with, as a question does. */
export function changesJson(told: Changes): string {
  const {
    changes,
    plain = plainChanges(changes),
    classes,
    conflicts,
    questions,
    problems,
    notes,
    written,
    release,
  } = told;
  const json = {
    changes: plain.map(({ op, kind, ...rest }, at) => {
      const found = classes?.[at];
      return { op, kind, ...(found !== undefined && { class: found }), ...rest };
    }),
    conflicts: conflicts.map(({ answer, ...conflict }) => ({
      ...conflict,
      options: conflict.versions.map(version => version.side),
      ...(answer !== undefined && { answer }),
    })),
    questions,
    problems,
    ...(notes && notes.length > 0 && { notes }),
    written,
    ...(release && { release }),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function plainChanges(changes: readonly Change[]): ChangeJson[] {
  const kinds = kindsOf(changes);
  return changes.map((change, at) => toJson(change, kinds[at]));
}
