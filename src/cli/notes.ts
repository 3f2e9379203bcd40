import { addNotes, BesideError, notesFileOf, type ReviewNote } from '../core/index.ts';
import { Failure } from './failure.ts';
import { decode, exists, type Output, readBytes } from './files.ts';

/** Notes that are to be written. */
export interface KeptNotes {
  readonly count: number;
  readonly output: Output;
}

/**
 * What is to be written beside a framework file, so that the notes of reviewers are kept.
 * @param framework the name of its file
 * @returns undefined if there is nothing to add
 * @throws Failure if notes are kept there already, but cannot be read or added to
 */
export async function notesBeside(
  framework: string,
  notes: readonly ReviewNote[],
): Promise<KeptNotes | undefined> {
  if (notes.length === 0) return undefined;
  const file = notesFileOf(framework);
  const before = (await exists(file)) ? decode(await readBytes(file), file) : undefined;
  try {
    const after = addNotes(before, notes, file);
    if (!after) return undefined;
    const expected = before === undefined ? { isNew: true } : { expected: before };
    return { count: after.added.length, output: { file, data: after.text, ...expected } };
  } catch (error) {
    throw error instanceof BesideError ? new Failure(undefined, error.message) : error;
  }
}
