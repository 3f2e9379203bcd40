import * as z from 'zod/mini';
import { addBeside, type BesideFile, besideName, entryPlaces, readBeside } from '../beside/besideFile.ts';
import { BAR_CLASSES } from './judgement.ts';
import type { ChangeReason } from './reasons.ts';

const text = z.string().check(z.minLength(1));

/** `NAME.changes.yaml`: why statements changed, and the classes that a maintainer overruled. */
const REASONS: BesideFile<ChangeReason> = {
  ending: 'changes',
  list: 'changes',
  holds: 'reasons of changes',
  keys: ['from', 'to', 'row', 'level', 'after', 'class', 'reason', 'by', 'date'],
  entry: z.object({
    from: text,
    to: text,
    row: text,
    level: text,
    after: z.optional(text),
    class: z.optional(z.enum(BAR_CLASSES)),
    reason: text,
    by: z.optional(text),
    date: z.optional(text),
  }) as z.ZodMiniType<ChangeReason>,
};

/** Where each entry of such a file stands, by line and column from 1. */
export function reasonPlaces(fileText: string): { readonly line: number; readonly column: number }[] {
  return entryPlaces(REASONS, fileText);
}

/** The name of the file that keeps the reasons of a framework file's changes: `a.framework.yaml` → `a.changes.yaml`. */
export function reasonsFileOf(framework: string): string {
  return besideName(framework, REASONS);
}

/**
 * Reads the reasons that are kept beside a framework file.
 * @param name what messages call the file
 * @throws BesideError if the text is no such file, or one of a newer version of this product
 */
export function readReasons(fileText: string, name: string): ChangeReason[] {
  return readBeside(REASONS, fileText, name);
}

/**
 * Adds a reason at the end of its file. What was said before stays byte for byte; what is said last counts.
 * @param fileText the file as it is; undefined if there is none yet
 * @throws BesideError as {@link readReasons}, and if nothing can be added to the text as it is written
 */
export function addReason(fileText: string | undefined, reason: ChangeReason, name: string): string {
  return addBeside(REASONS, fileText, [reason], name);
}
