import type { Change } from '../changes/change.ts';
import { describeChange } from '../changes/describe.ts';
import { diffing } from '../changes/diff.ts';
import type { Agreement } from '../changesView/wanted.ts';
import type { Loaded } from '../model/load.ts';
import type { Framework, Row } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { importingReviews } from './importReviews.ts';
import type { ReviewNote } from './notes.ts';
import { answerTo, type Question } from './question.ts';
import { AT_A_TIME, type Draft, puttingInOrder } from './roundItems.ts';
import { aboutNote, aboutOf, rowText, type Thing, versionKey } from './roundThings.ts';
import { type ImportOptions, type Returned, readingSides } from './sides.ts';

/** What a round of reviews said, thing by thing, as plain data for the meeting that decides. */
export interface Round {
  /** The version that was sent. */
  readonly framework: { readonly id: string; readonly title: string; readonly version: string };
  readonly levels: readonly { readonly id: string; readonly title: string }[];
  /** By name. */
  readonly reviewers: readonly RoundReviewer[];
  /** What somebody wants otherwise or has said something about, in document order. */
  readonly items: readonly RoundItem[];
}

export interface RoundReviewer {
  readonly name: string;
  /** ISO 8601: when the file was saved, if it says so. */
  readonly savedAt?: string;
  /** How many items there are in which the reviewer wants something otherwise. */
  readonly changes: number;
  readonly notes: number;
  /** What is to be asked back: sentences with their places. */
  readonly questions: readonly string[];
  /** Whether the reviewer changed, asked and said nothing. */
  readonly returnedNothing: boolean;
}

/** A statement, a row, a topic or another thing of the framework. */
export interface RoundItem {
  /** The same for the same thing each time: `statement:devices-1@1st`, `row:devices-1:place`. */
  readonly id: string;
  readonly area?: string;
  readonly areaTitle?: string;
  readonly sectionTitle?: string;
  readonly topic?: string;
  readonly topicTitle?: string;
  readonly row?: string;
  readonly level?: string;
  readonly levelTitle?: string;
  /** What was sent, where it is a text or a row's statements; absent: nothing stood there. */
  readonly before?: string;
  /** What the framework file says today, where that is a text and another one. */
  readonly today?: string;
  /** What is wanted instead: what most want first. */
  readonly versions: readonly RoundVersion[];
  /** The reviewers who saw it and left it as it was. */
  readonly unchanged: readonly string[];
  /** `none`: notes only; `one` reviewer wants a change; `all` or `several` want the same; `differ`: not the same. */
  readonly agreement: Agreement;
  readonly notes: readonly ReviewNote[];
}

export interface RoundVersion {
  /** By name. */
  readonly reviewers: readonly string[];
  /** What it would be: a sentence without a full stop. */
  readonly sentence: string;
  /** The text that is wanted, where it is a text, or the statements of a new row; absent: none. */
  readonly after?: string;
}

/**
 * Puts side by side what all reviewers of a round said, in whatever order their files came.
 * @throws ImportError as `importReviews` does
 */
export function reviewRound(
  today: Loaded,
  returned: readonly Returned[],
  options: ImportOptions = {},
): Round {
  return atOnce(readingRound(today, returned, options));
}

/** The same in slices; today's file must stay what it is until they are done. */
export function* readingRound(
  today: Loaded,
  returned: readonly Returned[],
  options: ImportOptions = {},
): Sliced<Round> {
  const { base, sides } = yield* readingSides(today, returned, options);
  const { framework: merged, notes } = yield* importingReviews(today, returned, options);
  const drafts = new Map<string, Draft>();
  const draftOf = (thing: Thing): Draft => {
    const known = drafts.get(thing.id);
    if (known) return known;
    const draft: Draft = { thing, versions: new Map(), notes: [] };
    drafts.set(thing.id, draft);
    return draft;
  };
  const wanted = new Map(sides.map(({ name }) => [name, new Set<string>()]));
  const want = (thing: Thing, name: string, sentence: string, key: string, after?: string) => {
    const { versions } = draftOf(thing);
    const version = versions.get(key) ?? { sentence, ...(after !== undefined && { after }), by: new Set() };
    versions.set(key, version);
    version.by.add(name);
    wanted.get(name)?.add(thing.id);
  };
  const answers = options.answers ?? new Map();
  for (const { name, read } of sides) {
    for (const [at, change] of (yield* diffing(base, read.framework)).entries()) {
      if (at % AT_A_TIME === 0) yield;
      const { after = newRowText(change, base), ...thing } = aboutOf(change);
      want(thing, name, describeChange(change, base, read.framework), versionKey(change), after);
    }
    for (const { kind, row, ...question } of read.questions)
      if (row !== undefined && (kind === 'deleted-row' || kind === 'emptied-row'))
        if (answerTo(question, answers) !== 'delete')
          want({ id: `row:${row}`, row, isText: false }, name, `Row ${row} to be deleted`, 'delete');
  }
  for (const note of notes) draftOf(aboutNote(note)).notes.push(note);
  return {
    framework: { id: base.details.id, title: base.details.title, version: base.details.version },
    levels: base.levels.map(({ id, title }) => ({ id, title })),
    reviewers: sides.map(({ name, review, read }) => {
      const changes = wanted.get(name)?.size ?? 0;
      const questions = openOf(read.questions);
      const own = review.comments.length + review.rows.reduce((sum, row) => sum + row.comments.length, 0);
      return {
        name,
        ...(review.savedAt !== undefined && { savedAt: review.savedAt }),
        changes,
        notes: own,
        questions,
        returnedNothing: changes + own + questions.length === 0,
      };
    }),
    items: yield* puttingInOrder([...drafts.values()], {
      base,
      merged,
      today: today.framework,
      reviewers: sides.map(({ name, review }) => ({ name, scope: review.sent?.scope })),
    }),
  };
}

function newRowText(change: Change, { levels }: Framework): string | undefined {
  return change.op === 'add' && change.what === 'row' ? rowText(change.after as Row, levels) : undefined;
}

const UNCLEAR: ReadonlySet<Question['kind']> = new Set([
  'copied-row',
  'unmatched-row',
  'unplaced-row',
  'repeated-row',
  'topic-title',
]);

/** What is to be asked back: who returned something, and nobody can tell what it is. */
function openOf(questions: readonly Question[]): string[] {
  return questions
    .filter(({ kind }) => UNCLEAR.has(kind))
    .map(({ place, message }) => `${place}: ${message}`);
}
