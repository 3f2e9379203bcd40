import { sameMeaning } from '../model/equal.ts';
import { eachRow } from '../model/index.ts';
import { type Loaded, loadFramework, loadingFramework } from '../model/load.ts';
import { withoutPrivate, withPrivateOf } from '../model/private.ts';
import { shareWith } from '../model/shareWith.ts';
import type { Framework } from '../model/types.ts';
import { everPublished } from '../publish/publishedRows.ts';
import { stampingOpen, stampOf } from '../sheet/meta.ts';
import { theirPart } from '../sheet/ourNotes.ts';
import type { Review, ReviewProblem } from '../sheet/returned.ts';
import { levelNote, tableLevels } from '../sheet/scope.ts';
import type { Sliced } from '../slices.ts';
import { parseYaml, parsingYamlLike } from '../yaml/document.ts';
import type { Answers } from './question.ts';
import { type Deletion, type Reviewed, reviewing } from './reviewed.ts';

/** Why what came back cannot be imported at all: one sentence for people, with the remedy. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly about: 'base' | undefined;

  /** @param about `base` where it is the base that was given by hand */
  constructor(message: string, about?: 'base') {
    super(message);
    this.about = about;
  }
}

/** One reviewer's workbook, or files. */
export interface Returned {
  /** The file's name, or what `--as` says. */
  readonly name: string;
  readonly review: Review;
}

export interface ImportOptions {
  /** The text of the version that was sent, if it is given by hand. */
  readonly base?: string;
  /** What workbooks that were made from it are known by, where it is known from elsewhere than its text. */
  readonly baseStamp?: string;
  /** Texts among which the version that was sent is looked for by its stamp, if the workbook has lost it. */
  readonly versions?: readonly string[];
  readonly answers?: Answers;
  /** Ids of rows that were published once: such a row is withdrawn, not removed. Absent: all, if the file supersedes a version. */
  readonly published?: ReadonlySet<string>;
}

/** What the framework file of today is called as a side of a merge. */
export const TODAY = 'the file';

/** What one reviewer made of the version that was sent. */
export interface ReviewSide extends Returned {
  readonly read: Reviewed;
}

export interface Sides {
  readonly base: Framework;
  /** By their names, so that the order in which files came makes no difference. */
  readonly sides: readonly ReviewSide[];
}

/**
 * Reads what each reviewer made of their common base, in slices.
 * @param today the framework file as it is now
 * @throws ImportError if today's file has errors, or the base cannot be told, is damaged, or is of another framework
 */
export function* readingSides(
  today: Loaded,
  returned: readonly Returned[],
  options: ImportOptions,
): Sliced<Sides> {
  if (!today.whole)
    throw new ImportError('The framework file has errors. Mend them first: `framework validate` lists them.');
  const found = yield* readingBase(today, returned, options);
  const base = found ?? today.framework;
  const deletion = deletionOf(today.framework, options.published);
  const answers = options.answers ?? new Map();
  const sides: ReviewSide[] = [];
  for (const { name, review: came } of [...returned].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  )) {
    const doubt = options.base === undefined ? doubtOfBase(came, found !== undefined) : [];
    const review = { ...withoutOurNotes(came, base), problems: [...doubt, ...came.problems] };
    const read = yield* reviewing(base, review, name, answers, deletion, returned.length > 1);
    sides.push({ name, review, read });
  }
  return { base, sides };
}

/** What is to be said where what came back does not tell which version was sent. @param isFound whether others tell it */
function doubtOfBase({ base, stamp, form, sheets }: Review, isFound: boolean): ReviewProblem[] {
  if (base !== undefined || stamp !== undefined) return [];
  return [
    {
      code: 'no-base',
      place: form === 'csv' ? sheets.map(({ name }) => name).join(', ') : 'the workbook',
      message: `It is not known which version was sent, so what came back is compared with ${isFound ? 'the version that the others go back to' : 'the file as it is now'}.`,
    },
  ];
}

/** Where the list of our notes did not come back, they are known by their form, and by what the base says. */
function withoutOurNotes(review: Review, base: Framework): Review {
  if (review.sent?.notes) return review;
  const ours = tableLevels(base).flatMap(level => levelNote(level) ?? []);
  const theirs = theirPart(ours, false);
  return {
    ...review,
    comments: review.comments.flatMap(theirs),
    rows: review.rows.map(row =>
      row.comments.length === 0 ? row : { ...row, comments: row.comments.flatMap(theirs) },
    ),
  };
}

/** The stamp of the version that was sent, where it has to be looked for: no workbook holds it any more. */
export function stampToFind(returned: readonly Returned[]): string | undefined {
  if (returned.some(({ review }) => review.base !== undefined)) return undefined;
  return returned.find(({ review }) => review.stamp !== undefined)?.review.stamp;
}

/** A row that may have been published is withdrawn when it is deleted; any other is removed. @param framework today's */
function deletionOf(framework: Framework, published: ReadonlySet<string> | undefined): Deletion {
  const living = new Set(
    Array.from(eachRow(framework)).flatMap(({ area, topic, row }) =>
      area.withdrawn || topic.withdrawn || row.withdrawn ? [] : [row.id, ...(row.formerIds ?? [])],
    ),
  );
  return row => ({
    ...(everPublished(framework, published, row) && { withdrawnSince: framework.details.version }),
    ...(!living.has(row) && { isGone: true }),
  });
}

/** The version that was sent; undefined if nothing says which it is. */
function* readingBase(
  today: Loaded,
  returned: readonly Returned[],
  { base: given, baseStamp, versions = [] }: ImportOptions,
): Sliced<Framework | undefined> {
  const stamps = new Set(returned.flatMap(({ review }) => review.stamp ?? []));
  if (stamps.size > 1)
    throw new ImportError(
      'The workbooks go back to different versions. Import those of each version on their own.',
    );
  const [stamp] = stamps;
  const within = returned.find(({ review }) => review.base !== undefined)?.review;
  // The file still is what was sent, so that nothing else needs to be read.
  if (given === undefined && stamp !== undefined && (yield* isStill(today.document, stamp, within)))
    return today.framework;
  const known =
    within?.base ?? (stamp === undefined ? undefined : versions.find(version => stampOf(version) === stamp));
  if (given !== undefined && stamp !== undefined && baseStamp !== stamp && !isSent(given, stamp, known))
    throw new ImportError(
      'The workbook was not made from the base that is given. Leave the base out, or give the one that was sent.',
      'base',
    );
  const text = given ?? known;
  if (text === undefined) {
    if (stamp !== undefined)
      throw new ImportError(
        'The version that was sent is not in the workbook any more, and was not found beside the file or in its history. Name it with --base.',
      );
    return undefined;
  }
  const isToday = text === today.document.text;
  const base = isToday ? today : yield* loadingFramework(yield* parsingYamlLike(text, today.document));
  if (!base.whole)
    throw new ImportError('The version that was sent has errors, so changes to it cannot be told.');
  if (base.framework.details.id !== today.framework.details.id)
    throw new ImportError(
      `The workbook is of the framework "${base.framework.details.id}", the file holds "${today.framework.details.id}". Choose the file that it was made from.`,
    );
  // What did not travel with the workbook counts as unchanged.
  const whole =
    stamp === undefined || (text === within?.base ? within.baseStamp : stampOf(text)) === stamp
      ? base.framework
      : withPrivateOf(base.framework, today.framework);
  yield;
  return shareWith(whole, today.framework);
}

/** @param within what a workbook says of the version that was sent: where it is that very text, no stamp is made */
function* isStill(file: Loaded['document'], stamp: string, within: Review | undefined): Sliced<boolean> {
  return within?.baseStamp === stamp ? within.base === file.text : (yield* stampingOpen(file)) === stamp;
}

/**
 * Whether a text is the version that was sent, as far as it can be told: by its stamp with either kind of line ends,
 * with and without a byte order mark, or because it means what was sent. What never travels makes no difference.
 * @param known the version that was sent, where it is at hand
 */
function isSent(text: string, stamp: string, known: string | undefined): boolean {
  const bare = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const crlf = bare.replaceAll('\n', '\r\n');
  const spellings = [text, bare, crlf, `\uFEFF${bare}`, `\uFEFF${crlf}`];
  if (spellings.some(each => stampOf(each) === stamp)) return true;
  if (known === undefined) return false;
  const [given, sent] = [text, known].map(each => withoutPrivate(loadFramework(parseYaml(each)).framework));
  return sameMeaning(given!, sent!);
}
