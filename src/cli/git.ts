import { execFile } from 'node:child_process';
import path from 'node:path';
import type { Folder } from './beside.ts';
import { codeOf, Failure } from './failure.ts';

/** A file as it is in git. */
interface GitFile {
  /** A commit, branch or tag; `''` for what is staged. */
  readonly revision: string;
  /** From the top of the repository, or from here if it begins with `./` or `../`. */
  readonly path: string;
}

/** `git:HEAD~1:framework/a.yaml` → its parts; undefined for anything else. A revision may hold `@{10:30}`. */
function parseGitFile(file: string): GitFile | undefined {
  const match = /^git:((?:[^:{]|\{[^}]*\})*):(.+)$/s.exec(file);
  return match ? { revision: match[1] ?? '', path: match[2] ?? '' } : undefined;
}

/** Whether a FILE of the command line stands in git. */
export function isGitFile(file: string): boolean {
  return file.startsWith('git:');
}

/**
 * Reads `git:REV:PATH` from the repository of the present folder. Nothing is checked out, and no shell is used.
 * @throws Failure where there is no git, repository, revision or path
 */
export async function readGitFile(file: string): Promise<Uint8Array> {
  const parsed = parseGitFile(file);
  if (!parsed)
    throw new Failure(
      file,
      'is not of the form git:REV:PATH: write, for example, git:HEAD:a.framework.yaml.',
    );
  const { revision } = parsed;
  const object = `${revision}:${parsed.path}`;
  // What begins with a hyphen would be taken for an option; no name of a revision does.
  const known = !revision.startsWith('-');
  const type = known ? await git(['cat-file', '-t', object], file) : undefined;
  if (type?.ok) {
    if (new TextDecoder().decode(type.output).trim() !== 'blob')
      throw new Failure(file, 'is a folder: name a file in it.');
    const { ok, output } = await git(['show', '--no-textconv', object], file);
    if (ok) return output;
  }
  if (!(await git(['rev-parse', '--git-dir'], file)).ok)
    throw new Failure(file, 'the present folder is in no git repository: change into the one that is meant.');
  const commit = ['rev-parse', '--verify', '--quiet', `${revision}^{tree}`];
  if (!known || (revision !== '' && !(await git(commit, file)).ok))
    throw new Failure(
      file,
      `git knows no revision "${revision}": "git log" and "git tag" list those there are.`,
    );
  if (revision === '' && (await isUnmerged(parsed.path, file)))
    throw new Failure(
      file,
      `is in conflict, so that nothing of it is staged: settle the conflict and stage the file, or name one of its sides, git:HEAD:${parsed.path} or git:MERGE_HEAD:${parsed.path}.`,
    );
  const where = revision === '' ? 'among what is staged' : `in ${revision}`;
  throw new Failure(
    file,
    `there is no ${parsed.path} ${where}: write the path from the top of the repository, or from here with ./ before it.`,
  );
}

/**
 * The folder around `git:REV:PATH` as it is in the same revision.
 * @param file one that was read
 */
export function gitFolder(file: string): Folder {
  const { revision, path: own } = parseGitFile(file)!;
  const slash = own.lastIndexOf('/') + 1;
  const nameOf = (name: string) => `git:${revision}:${own.slice(0, slash)}${name}`;
  let names: Promise<readonly string[]> | undefined;
  const list = () => {
    names ??= namesIn(revision, own.slice(0, slash), file);
    return names;
  };
  return {
    own: own.slice(slash),
    nameOf,
    list,
    read: async name => ((await list()).includes(name) ? readGitFile(nameOf(name)) : undefined),
  };
}

/** The names of the files in a folder (`''`, or with a slash at its end) of a revision, or among what is staged. */
async function namesIn(revision: string, folder: string, file: string): Promise<readonly string[]> {
  const listed = (output: Uint8Array) => new TextDecoder().decode(output).split('\0').filter(Boolean);
  if (revision !== '') {
    const { output } = await git(
      ['ls-tree', '-z', '--name-only', '--full-tree', `${revision}:${folder}`],
      file,
    );
    return listed(output);
  }
  // What is staged is one list of whole paths.
  const prefix = new TextDecoder().decode((await git(['rev-parse', '--show-prefix'], file)).output).trimEnd();
  const top = /^\.\.?\//.test(folder) ? path.posix.join(prefix, folder).replace(/^\.\/$/, '') : folder;
  const { output } = await git(['ls-files', '-z', '--full-name', '--', `:(top,literal)${top}`], file);
  return listed(output)
    .filter(name => name.startsWith(top))
    .map(name => name.slice(top.length))
    .filter(name => !name.includes('/'));
}

/** Whether git holds several versions of a file, between which nobody has decided yet. */
async function isUnmerged(name: string, file: string): Promise<boolean> {
  const spec = /^\.\.?\//.test(name) ? `:(literal)${name}` : `:(top,literal)${name}`;
  const { ok, output } = await git(['ls-files', '--unmerged', '--', spec], file);
  return ok && output.length > 0;
}

/** Looking through more versions than this takes longer than to be told which one it was. */
const MOST_VERSIONS = 500;

/**
 * The texts that a file had in the history of its repository, the newest first; none where there is no git.
 * @param isIt ends the search with the first text for which it holds
 */
export async function findInHistory(
  file: string,
  isIt: (bytes: Uint8Array) => boolean,
): Promise<Uint8Array | undefined> {
  const folder = path.dirname(path.resolve(file));
  const name = path.basename(file);
  try {
    const list = ['-C', folder, 'log', `--max-count=${MOST_VERSIONS}`, '--format=%H', '--', name];
    const { ok, output } = await git(list, file);
    if (!ok) return undefined;
    for (const commit of new TextDecoder().decode(output).split('\n').filter(Boolean)) {
      const shown = await git(['-C', folder, 'show', '--no-textconv', `${commit}:./${name}`], file);
      if (shown.ok && isIt(shown.output)) return shown.output;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return undefined;
}

function git(args: readonly string[], file: string): Promise<{ ok: boolean; output: Uint8Array }> {
  return new Promise((resolve, reject) => {
    execFile('git', args, { encoding: 'buffer', maxBuffer: 2 ** 30, windowsHide: true }, (error, stdout) => {
      if (codeOf(error) === 'ENOENT')
        reject(new Failure(file, 'git is not installed, or not on the PATH: install it.'));
      else resolve({ ok: error === null, output: stdout });
    });
  });
}
