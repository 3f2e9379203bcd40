import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { CONFIG_NAME } from '../core/index.ts';
import { looksLikeWorkbook, reviewersWork } from '../core/reviewing.ts';
import { loadExcel } from './excel.ts';
import { Failure } from './failure.ts';
import { readBytes } from './files.ts';
import { isGitFile } from './git.ts';

interface Guarded {
  /** The option that names the output. */
  readonly option?: string;
  /** Whether what is made is a framework, so that it may have the name of one. */
  readonly isFramework?: boolean;
}

/**
 * Refuses to write over what is read, what people keep by hand, and what a reviewer has worked in, whatever the
 * form of what is written.
 * @param out `-` is always free
 * @throws Failure if nothing may be written there
 */
export async function refuseOutput(
  out: string,
  inputs: readonly string[],
  { option = '--out', isFramework = false }: Guarded = {},
): Promise<void> {
  if (out === '-') return;
  await refuseInput(out, inputs, option);
  // A link to such a file is one, too.
  for (const name of [out, await realpath(out).catch(() => out)]) refuseKept(name, out, option, isFramework);
  await refuseReviewed(out);
}

async function refuseInput(out: string, inputs: readonly string[], option: string): Promise<void> {
  for (const input of inputs)
    if (input !== '-' && !isGitFile(input) && (await isSameFile(out, input)))
      throw new Failure(
        out,
        `is read by this command and would be overwritten: choose another name for ${option}.`,
      );
}

/** Whether two names mean the same file on disk. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  if (path.resolve(a) === path.resolve(b)) return true;
  const [one, other] = await Promise.all([a, b].map(file => stat(file).catch(() => undefined)));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

function refuseKept(name: string, out: string, option: string, isFramework: boolean): void {
  const base = path.basename(name).toLowerCase();
  if (!isFramework && /\.framework\.ya?ml$/.test(base))
    throw new Failure(out, `is the name of a framework file: choose another name for ${option}.`);
  if (/\.(?:changes|reviews)\.ya?ml$/.test(base))
    throw new Failure(
      out,
      `is the name of a file of decisions or notes beside a framework: choose another name for ${option}.`,
    );
  if (base === CONFIG_NAME)
    throw new Failure(
      out,
      `is the name of the file of settings beside a framework: choose another name for ${option}.`,
    );
}

async function refuseReviewed(file: string): Promise<void> {
  const bytes = await regularFile(file);
  if (!bytes || !looksLikeWorkbook(bytes)) return;
  const { readWorkbook } = await loadExcel();
  const why = reviewersWork(await readWorkbook(bytes).catch(() => undefined));
  if (why !== undefined) throw new Failure(file, why);
}

/** What is written is not read first where that would wait: a pipe, a terminal. */
async function regularFile(file: string): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? readBytes(file).catch(() => undefined) : undefined;
}
