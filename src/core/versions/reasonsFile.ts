import * as z from 'zod/mini';
import { addBeside, type BesideFile, besideName, entryPlaces, readBeside } from '../beside/besideFile.ts';
import { eachRow } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import { BAR_CLASSES } from './judgement.ts';
import { type ChangeReason, type OutdatedReason, whyOutdated } from './reasons.ts';

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

/** What no longer counts in a file of reasons, and where it stands. */
export interface IdleReason {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * What is said in a file of reasons about the version beside it, and is of no effect: about a statement that there
 * is not, or that has other words now. Nothing is compared for this, so that it may be asked at any time.
 * @param others the other versions of the framework, as far as they are known
 * @throws BesideError as {@link readReasons}
 */
export function idleReasons(
  fileText: string,
  name: string,
  framework: Framework,
  others: readonly Framework[],
): IdleReason[] {
  const last = new Map<string, { reason: ChangeReason; at: number }>();
  for (const [at, reason] of readReasons(fileText, name).entries())
    if (reason.to === framework.details.version)
      last.set(JSON.stringify([reason.from, reason.row, reason.level]), { reason, at });
  const places = entryPlaces(REASONS, fileText);
  const now = statementsOf(framework);
  const byVersion = new Map(others.map(other => [other.details.version, other]));
  return [...last.values()].flatMap(({ reason, at }) => {
    const { row, level, after, from } = reason;
    const [key, older] = [keyOf(row, level), byVersion.get(from)];
    const stated = now.get(key);
    const before = older && statementsOf(older).get(key);
    if (after === stated && (after !== undefined || !older || before !== undefined)) return [];
    const isOfNothing = stated === undefined && before === undefined && (after === undefined || older);
    const idle: OutdatedReason = isOfNothing ? { ...reason, isOfNothing: true } : reason;
    return [{ ...places[at]!, message: `Row ${row}, level ${level}: ${whyOutdated(idle)}` }];
  });
}

const keyOf = (row: string, level: string) => JSON.stringify([row, level]);

const statements = new WeakMap<Framework, ReadonlyMap<string, string>>();

function statementsOf(framework: Framework): ReadonlyMap<string, string> {
  let all = statements.get(framework);
  if (!all) {
    all = new Map(
      [...eachRow(framework)].flatMap(({ row }) =>
        [...row.statements].map(([level, text]) => [keyOf(row.id, level), text] as const),
      ),
    );
    statements.set(framework, all);
  }
  return all;
}
