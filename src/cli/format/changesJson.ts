import { type Change, kindsOf, type ReviewNote, toJson } from '../../core/index.ts';
import type { OpenConflict, Question, ReviewProblem } from '../../core/reviewing.ts';

/** What an import has to say. */
export interface Changes {
  readonly changes: readonly Change[];
  readonly conflicts: readonly OpenConflict[];
  readonly questions: readonly Question[];
  readonly problems: readonly ReviewProblem[];
  /** What the reviewers said. */
  readonly notes?: readonly ReviewNote[];
  /** Whether anything was written. */
  readonly written: boolean;
}

/** Changes as the contract has them. A conflict lists what it can be answered with, as a question does. */
export function changesJson(told: Changes): string {
  const { changes, conflicts, questions, problems, notes, written } = told;
  const kinds = kindsOf(changes);
  const json = {
    changes: changes.map((change, at) => toJson(change, kinds[at])),
    conflicts: conflicts.map(({ answer, ...conflict }) => ({
      ...conflict,
      options: conflict.versions.map(version => version.side),
      ...(answer !== undefined && { answer }),
    })),
    questions,
    problems,
    ...(notes && notes.length > 0 && { notes }),
    written,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
