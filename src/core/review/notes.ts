import { indexFramework } from '../model/index.ts';
import type { Framework } from '../model/types.ts';

/** What a reviewer said about a place of the framework, as it is kept beside the framework file. */
export interface ReviewNote {
  /** The same for the same words of the same person about the same place, so that none is kept twice. */
  readonly id: string;
  /** What it is about: the most exact of them; none: the framework as a whole. */
  readonly area?: string;
  readonly topic?: string;
  readonly row?: string;
  /** With a row: that statement; without: the level as a whole. */
  readonly level?: string;
  readonly author: string;
  /** ISO 8601: when it was said, else when the workbook was saved last. */
  readonly date?: string;
  /** Where it stood in the workbook: `Technical Skills!D14`. */
  readonly place: string;
  /** Paragraphs are parted by `\n`. */
  readonly text: string;
}

/** Notes by what they are about: row id, level id, both as `row@level`, area id as `area/`. */
export type NotesByPlace = ReadonlyMap<string, readonly ReviewNote[]>;

/** The name of a place in {@link NotesByPlace}. */
export function notePlace({ area, row, level }: Pick<ReviewNote, 'area' | 'row' | 'level'>): string {
  if (row !== undefined) return level === undefined ? row : `${row}@${level}`;
  return level === undefined ? `${area ?? ''}/` : `@${level}`;
}

/** Notes by what they are about, each list in the order of the notes. */
export function notesByPlace(notes: Iterable<ReviewNote>): NotesByPlace {
  const found = new Map<string, ReviewNote[]>();
  for (const note of notes) {
    const place = notePlace(note);
    const list = found.get(place);
    if (list) list.push(note);
    else found.set(place, [note]);
  }
  return found;
}

/** The notes as they can be kept: one on a row that was not accepted is about its area. */
export function notesIn(framework: Framework, notes: readonly ReviewNote[]): ReviewNote[] {
  const index = indexFramework(framework);
  return notes.map(note => {
    if (note.row === undefined || index.row(note.row)) return note;
    const { row: _, topic: __, level: ___, ...rest } = note;
    return rest;
  });
}
