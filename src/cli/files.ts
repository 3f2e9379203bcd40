import { randomBytes } from 'node:crypto';
import { copyFile, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { codeOf, Failure } from './failure.ts';
import { isGitFile, readGitFile } from './git.ts';
import { noteWritten, print } from './terminal.ts';

/** What messages call standard input. */
export const STDIN = 'standard input';

let stdinRead = false;

/**
 * Reads a file, `-` for standard input, or `git:REV:PATH`.
 * @throws Failure if it cannot be read, or if standard input was read before
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  if (file === '-') return readStdin();
  if (isGitFile(file)) return readGitFile(file);
  try {
    return await readFile(file);
  } catch (error) {
    throw new Failure(file, whyNot(codeOf(error), 'read'));
  }
}

/** Whether there is a file, or anything else, of this name. */
export async function exists(file: string): Promise<boolean> {
  const error = await stat(file).then(
    () => '',
    reason => codeOf(reason),
  );
  return error !== 'ENOENT';
}

async function readStdin(): Promise<Uint8Array> {
  if (stdinRead) throw new Failure('-', 'standard input can be read only once: name the other file.');
  stdinRead = true;
  const parts: Buffer[] = [];
  try {
    for await (const part of process.stdin) parts.push(Buffer.from(part));
  } catch (error) {
    throw new Failure(STDIN, whyNot(codeOf(error), 'read'));
  }
  return Buffer.concat(parts);
}

/**
 * The text of a file, its byte order mark included.
 * @throws Failure if the bytes are not UTF-8
 */
export function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(name, 'is not a text in UTF-8: choose another file, or save this one as UTF-8.');
  }
}

/** A file to be written. */
export interface Output {
  /** `-` for standard output. */
  readonly file: string;
  readonly data: string | Uint8Array;
  /** What the file must still hold, so that nobody's edits of the meantime are lost. */
  readonly expected?: string;
  /** Whether there was no such file: one that was made meanwhile is not replaced. */
  readonly isNew?: boolean;
}

/**
 * Writes files so that each holds either all of the new or all of the old, whatever happens: what is new is
 * written beside it, and takes its name at the end. If one cannot be written, none is: those that were replaced
 * already are put back.
 * @throws Failure if one cannot be written
 */
export async function writeFiles(outputs: readonly Output[]): Promise<void> {
  const prepared: Prepared[] = [];
  try {
    for (const output of outputs) {
      const { file, data } = output;
      if (file === '-') {
        await print(data);
        continue;
      }
      await guarded(file, async () => {
        const target = await targetOf(output);
        if (target.kind === 'stream') return writeFile(target.path, data);
        const from = await writeBeside(target.path, data, target.mode);
        prepared.push({ from, to: target.path, name: file, isNew: target.mode === undefined });
      });
    }
    await replaceAll(prepared);
    for (const { name } of prepared) noteWritten(name);
  } finally {
    for (const { from } of prepared) await rm(from, { force: true }).catch(() => undefined);
  }
}

/** What was written beside a file, to take its name. */
interface Prepared {
  readonly from: string;
  readonly to: string;
  /** As messages name it. */
  readonly name: string;
  readonly isNew: boolean;
}

/** @throws Failure if one cannot be replaced; then none is */
async function replaceAll(prepared: readonly Prepared[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const backups: string[] = [];
  try {
    for (const { from, to, name, isNew } of prepared)
      await guarded(name, async () => {
        // Only what may have to be put back needs a copy.
        if (prepared.length > 1 && !isNew) {
          const backup = `${from}.old`;
          backups.push(backup);
          await copyFile(to, backup);
          await rename(from, to);
          undo.push(() => rename(backup, to));
        } else {
          await rename(from, to);
          undo.push(() => rm(to, { force: true }));
        }
      });
  } catch (error) {
    for (const back of undo.reverse()) await back();
    throw error;
  } finally {
    for (const backup of backups) await rm(backup, { force: true }).catch(() => undefined);
  }
}

type Target =
  | { readonly kind: 'file'; readonly path: string; readonly mode: number | undefined }
  // A pipe or device, such as /dev/stdout: it is written to, not replaced.
  | { readonly kind: 'stream'; readonly path: string };

async function targetOf({ file, expected, isNew }: Output): Promise<Target> {
  const found = await stat(file).catch(error => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return { kind: 'file', path: file, mode: undefined };
  if (found.isDirectory()) throw new Failure(file, 'is a folder: name a file in it.');
  if (!found.isFile()) return { kind: 'stream', path: file };
  // To take the name of a file needs no right to write it, but whoever protected or locked it means it.
  await (await open(file, 'r+')).close();
  if (isNew || (expected !== undefined && decode(await readFile(file), file) !== expected))
    throw new Failure(file, 'has changed meanwhile: run the command again.');
  return { kind: 'file', path: await realpath(file), mode: found.mode };
}

async function writeBeside(target: string, data: string | Uint8Array, mode: number | undefined) {
  const name = `.${path.basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`;
  const beside = path.join(path.dirname(target), name);
  const handle = await open(beside, 'wx', mode);
  try {
    await handle.writeFile(data);
    // The mode at opening is cut by the umask.
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    await handle.sync();
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return beside;
}

async function guarded<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(file, whyNot(codeOf(error), 'written'));
  }
}

function whyNot(code: string, done: 'read' | 'written'): string {
  switch (code) {
    case 'ENOENT':
      return done === 'read'
        ? 'there is no such file: check the name.'
        : 'there is no such folder: make it first, or choose another.';
    case 'EISDIR':
      return 'is a folder: name a file in it.';
    case 'ENOTDIR':
      return 'a part of the path is a file, not a folder: check the name.';
    case 'EACCES':
      return `may not be ${done}: check its permissions and those of its folder.`;
    case 'EPERM':
    case 'EBUSY':
    case 'ETXTBSY':
      return `cannot be ${done}, for it is locked or protected: close it in other programs and try again.`;
    case 'EROFS':
      return 'stands on a disk that cannot be written: choose another place.';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'there is no room left on the disk: make room, or choose another place.';
    default:
      return `cannot be ${done} (${code || 'for an unknown reason'}): check the name and try again.`;
  }
}
