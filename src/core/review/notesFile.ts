import * as z from 'zod/mini';
import { addBeside, type BesideFile, besideName, readBeside } from '../beside/besideFile.ts';
import type { ReviewNote } from './notes.ts';

const text = z.string().check(z.minLength(1));

/** `NAME.reviews.yaml`: what reviewers said, by what it is about. */
const NOTES: BesideFile<ReviewNote> = {
  ending: 'reviews',
  list: 'notes',
  holds: 'review notes',
  keys: ['id', 'area', 'topic', 'row', 'level', 'author', 'date', 'place', 'text'],
  entry: z.object({
    id: text,
    area: z.optional(text),
    topic: z.optional(text),
    row: z.optional(text),
    level: z.optional(text),
    author: text,
    date: z.optional(text),
    place: text,
    text,
  }) as z.ZodMiniType<ReviewNote>,
};

/** The name of the file that keeps the reviewers' notes on a framework file: `a.framework.yaml` → `a.reviews.yaml`. */
export function notesFileOf(framework: string): string {
  return besideName(framework, NOTES);
}

/**
 * Reads the notes that are kept beside a framework file.
 * @param name what messages call the file
 * @throws BesideError if the text is no such file, or one of a newer version of this product
 */
export function readNotes(fileText: string, name: string): ReviewNote[] {
  return readBeside(NOTES, fileText, name);
}

/**
 * Adds notes at the end of their file. What stands there stays byte for byte; a note that is there already is
 * not added again.
 * @param fileText the file as it is; undefined if there is none yet
 * @returns the new text and how many notes were added to it; undefined if there is nothing to add
 * @throws BesideError as {@link readNotes}, and if notes cannot be added to the text as it is written
 */
export function addNotes(
  fileText: string | undefined,
  notes: readonly ReviewNote[],
  name: string,
): { readonly text: string; readonly added: readonly ReviewNote[] } | undefined {
  const known = new Set((fileText === undefined ? [] : readNotes(fileText, name)).map(({ id }) => id));
  const added = notes.filter(({ id }) => !known.has(id));
  return added.length === 0 ? undefined : { text: addBeside(NOTES, fileText, added, name), added };
}
