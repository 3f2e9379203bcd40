import type { Change } from '../changes/change.ts';
import { type ChangeKind, kindsOf } from '../changes/kinds.ts';
import type { Conflict } from '../changes/merge.ts';
import { wordDiff } from '../changes/words.ts';
import type { Framework, Plain } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { grouping } from './groups.ts';
import { AT_A_TIME, changeId, makingItems } from './items.ts';
import { sameVersions } from './sameVersions.ts';
import type { ChangeNote, ChangeProblem, ChangesView, Decision } from './view.ts';
import { roundView, type WhoWants } from './wanted.ts';

/** One of the two sides of a list of changes. */
export interface ChangesSide {
  /** What people know it by. */
  readonly name: string;
  readonly framework: Framework;
}

/** A question as an import asks it. */
export interface AskedQuestion {
  readonly id: string;
  readonly place: string;
  readonly message: string;
  readonly options: readonly string[];
  readonly labels?: readonly string[];
  readonly default?: string;
  readonly answer?: string;
}

/** A conflict as an import asks for its answer. */
export interface AskedConflict extends Omit<Conflict, 'versions'> {
  readonly id: string;
  readonly answer?: string;
  readonly versions: readonly (Conflict['versions'][number] & {
    /** What the side did, and with which words. */
    readonly deeds?: readonly {
      readonly sentence: string;
      readonly before?: string;
      readonly after?: string;
    }[];
  })[];
}

export interface ChangesInput {
  readonly mode: ChangesView['mode'];
  readonly title: string;
  readonly from: ChangesSide;
  readonly to: ChangesSide;
  /** They lead from one side to the other. */
  readonly changes: readonly Change[];
  /** What each of them is for a reader, where more is known than they say. */
  readonly kinds?: readonly ChangeKind[];
  /** Of several reviewers: who wants each of them, and who nothing. */
  readonly who?: WhoWants;
  /** Answered by the name of a side. */
  readonly conflicts?: readonly AskedConflict[];
  readonly questions?: readonly AskedQuestion[];
  readonly problems?: readonly ChangeProblem[];
  readonly notes?: readonly ChangeNote[];
}

/** What a page shows of a list of changes. */
export function changesView(input: ChangesInput): ChangesView {
  return atOnce(layingOutChanges(input));
}

/** The same in slices. */
export function* layingOutChanges(input: ChangesInput): Sliced<ChangesView> {
  const { mode, title, from, to, changes } = input;
  const { conflicts = [], questions = [], problems = [], notes = [], who } = input;
  const { kinds = kindsOf(changes) } = input;
  const made = yield* makingItems(changes, kinds, from.framework, to.framework);
  const items = made.map((item, at) => {
    const wanted = who?.wanted[at];
    return wanted?.agreement ? { ...item, wanted } : item;
  });
  yield;
  const groups = yield* grouping(changes, items, from.framework, to.framework);
  const decisions: Decision[] = [];
  for (const [at, conflict] of conflicts.entries()) {
    if (at % AT_A_TIME === 0) yield;
    decisions.push(conflictDecision(conflict));
  }
  const counts: { [kind in ChangeKind]?: number } = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    mode,
    title,
    from: from.name,
    to: to.name,
    levels: to.framework.levels.map(({ id, title }) => ({ id, title })),
    groups,
    conflicts: decisions,
    questions: questions.map(questionDecision),
    problems: problems.map(({ place, message }) => ({ place, message })),
    notes,
    counts,
    ...(who && { round: roundView(who) }),
  };
}

/**
 * The changes that were accepted, in their order.
 * @param changes those that the view was made from
 * @param accepted ids of its items
 */
export function acceptedChanges(changes: readonly Change[], accepted: Iterable<string>): Change[] {
  const ids = new Set(accepted);
  const used = new Map<string, number>();
  return changes.filter(change => ids.has(changeId(change, used)));
}

function conflictDecision(conflict: AskedConflict): Decision {
  const { id, base, message, answer } = conflict;
  const versions = sameVersions(conflict.versions);
  const answered = versions.find(({ sides }) => answer !== undefined && sides.includes(answer));
  return {
    id,
    message,
    options: versions.map(({ sides, version: { side, value, deeds = [] } }) => {
      const names = sides.join(', ');
      const isWords = isText(base) && isText(value) && (base ?? value) !== undefined;
      const did = isWords && value !== undefined ? '' : deeds.map(({ sentence }) => sentence).join('; ');
      const reworded = deeds.filter(({ before, after }) => (before ?? after) !== undefined);
      const [only] = reworded.length === 1 ? reworded : [];
      const words = isWords
        ? wordDiff(base ?? '', value ?? '')
        : only && wordDiff(only.before ?? '', only.after ?? '');
      return { value: side, label: did === '' ? names : `${names}: ${did}`, ...(words && { words }) };
    }),
    ...(answered && { answer: answered.version.side }),
  };
}

function isText(value: Plain | undefined): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function questionDecision(question: AskedQuestion): Decision {
  const { id, place, message, options, labels, default: usual, answer } = question;
  return {
    id,
    place,
    message,
    options: options.map((value, at) => ({ value, label: labels?.[at] ?? labelOf(value) })),
    ...(usual !== undefined && { default: usual }),
    ...(answer !== undefined && { answer }),
  };
}

/** `new-row` as a reader would say it. */
function labelOf(option: string): string {
  const words = option.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
