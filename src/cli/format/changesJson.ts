import { type Change, kindsOf, type ReviewNote, toJson, type Wanted } from '../../core/index.ts';
import type { OpenConflict, Question, ReviewProblem, WhoWants } from '../../core/reviewing.ts';

/** What an import has to say. */
export interface Changes {
  readonly changes: readonly Change[];
  /** What was refused, and what cannot be had without that. */
  readonly refused?: readonly Change[];
  readonly conflicts: readonly OpenConflict[];
  readonly questions: readonly Question[];
  readonly problems: readonly ReviewProblem[];
  /** What the reviewers said. */
  readonly notes?: readonly ReviewNote[];
  /** Who wants what, where several reviewers returned something. */
  readonly who?: WhoWants;
  /** Whether anything was written. */
  readonly written: boolean;
}

/** Changes as the contract has them. A conflict lists what it can be answered with, as a question does. */
export function changesJson(told: Changes): string {
  const { changes, refused = [], conflicts, questions, problems, notes, who, written } = told;
  const kinds = kindsOf(changes);
  const json = {
    changes: changes.map((change, at) => ({
      ...toJson(change, kinds[at]),
      ...(who && wantedJson(who.wanted[at])),
    })),
    ...(refused.length > 0 && { refused: refused.map(change => toJson(change)) }),
    conflicts: conflicts.map(({ answer, ...conflict }) => ({
      ...conflict,
      options: conflict.versions.map(version => version.side),
      ...(answer !== undefined && { answer }),
    })),
    questions,
    problems,
    ...(who && { returnedNothing: who.returnedNothing }),
    ...(notes && notes.length > 0 && { notes }),
    written,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function wantedJson(wanted: Wanted | undefined): Pick<Wanted, 'reviewers' | 'agreement'> {
  const { reviewers = [], agreement } = wanted ?? {};
  return { reviewers, ...(agreement && { agreement }) };
}
