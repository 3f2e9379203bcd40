import { eachRow, indexFramework } from '../model/index.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { Framework } from '../model/types.ts';
import { stampOf } from '../sheet/meta.ts';
import type { ReturnedComment, Review } from '../sheet/returned.ts';
import { idsByFormer } from './formerIds.ts';

import type { ReviewNote } from './notes.ts';

/** The comments that one reviewer sent back. */
export interface Said {
  /** What the reviewer is called where a comment does not say whose it is. */
  readonly reviewer: string;
  readonly review: Review;
  /** Place of a returned row → the id of the row that it is, or becomes. */
  readonly rowIds: ReadonlyMap<string, string>;
}

/**
 * The comments of all reviewers as notes, in document order, whatever the order in which they came.
 * @param framework with what the reviewers added: a row that is not in it cannot bear a note, its area can
 */
export function reviewNotes(framework: Framework, said: readonly Said[]): ReviewNote[] {
  if (
    said.every(
      ({ review }) => review.comments.length === 0 && review.rows.every(row => row.comments.length === 0),
    )
  )
    return [];
  const former = idsByFormer([...eachRow(framework)].map(({ row }) => row));
  const notes = new Map(said.flatMap(each => notesOf(framework, former, each)).map(note => [note.id, note]));
  const order = new Map<string, number>();
  for (const area of framework.areas) {
    order.set(`area ${area.id}`, order.size);
    for (const section of area.sections)
      for (const topic of section.topics)
        for (const row of topic.rows) order.set(`row ${row.id}`, order.size);
  }
  const levels = new Map(framework.levels.map(({ id }, at) => [id, at]));
  const key = (note: ReviewNote) => [
    (note.row !== undefined ? order.get(`row ${note.row}`) : order.get(`area ${note.area}`)) ?? -1,
    levels.get(note.level ?? '') ?? -1,
  ];
  return [...notes.values()].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    return (
      one[0]! - other[0]! ||
      one[1]! - other[1]! ||
      compare(a.author, b.author) ||
      compare(a.date ?? '', b.date ?? '') ||
      compare(a.id, b.id)
    );
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function notesOf(
  framework: Framework,
  former: ReadonlyMap<string, string>,
  { reviewer, review, rowIds }: Said,
): ReviewNote[] {
  const index = indexFramework(framework);
  const areas = new Set(framework.areas.map(({ id }) => id));
  const levels = new Set(framework.levels.map(({ id }) => id));
  const areaOfSheet = new Map(review.sheets.map(({ name, areaId }) => [name, areaId]));
  const times = new Map<string, number>();
  const note = (comment: ReturnedComment, sheet: string, rowId: string | undefined): ReviewNote => {
    const text = normaliseStatement(comment.text);
    const author = comment.author?.trim() || reviewer;
    const at = rowId === undefined ? undefined : (index.row(rowId) ?? index.row(former.get(rowId) ?? ''));
    const area = at?.area.id ?? areaOfSheet.get(sheet);
    const about = {
      ...(area !== undefined && areas.has(area) && { area }),
      ...(at && { topic: at.topic.id, row: at.row.id }),
      ...(comment.level !== undefined && levels.has(comment.level) && { level: comment.level }),
    };
    // A row keeps its notes when it moves, so that where it stands is no part of what tells them apart.
    const target = at ? [at.row.id, about.level] : ['', about.area, about.level];
    const words = JSON.stringify([target, author, text]);
    // The same words said again are another note; the date tells nothing, since saving anew may change it.
    const nth = times.get(words) ?? 0;
    times.set(words, nth + 1);
    const date = comment.date ?? review.savedAt;
    return {
      id: noteId(nth === 0 ? words : `${words} ${nth}`),
      ...about,
      author,
      ...(date !== undefined && { date }),
      place: comment.place,
      text,
    };
  };
  return [
    ...review.comments.map(comment =>
      note(comment, comment.place.slice(0, comment.place.lastIndexOf('!')), comment.row),
    ),
    ...review.rows.flatMap(row =>
      row.comments.map(comment => note(comment, row.sheet, rowIds.get(row.place) ?? row.rowId)),
    ),
  ];
}

function noteId(words: string): string {
  return stampOf(words).slice('sha256:'.length, 'sha256:'.length + 10);
}
