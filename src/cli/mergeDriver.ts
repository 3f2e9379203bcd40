import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { codeOf, Failure } from './failure.ts';

/** The name of the driver in the settings of git and in `.gitattributes`. */
const DRIVER = 'framework';
const PATTERNS = ['*.framework.yaml', '*.framework.yml'];

/**
 * Makes git merge framework files with this program, in the repository around the present folder: the program is
 * entered in the repository's own settings, which are not shared, and the files in `.gitattributes`, which is.
 * @returns what was done, for people
 * @throws Failure where there is no git or no repository, or `.gitattributes` cannot be written
 */
export async function installMergeDriver(): Promise<string> {
  const top = (await git(['rev-parse', '--show-toplevel'])).trim();
  if (top === '')
    throw new Failure(
      undefined,
      'The present folder is in no git repository with files: change into the one that is meant.',
    );
  const program = [process.execPath, path.resolve(process.argv[1] ?? '')].map(quoted).join(' ');
  const driver = `${program} merge %O %A %B --out %A --marker-size %L --name %P`;
  await git(['config', `merge.${DRIVER}.name`, 'competency frameworks, by what they mean']);
  await git(['config', `merge.${DRIVER}.driver`, driver]);
  const file = path.join(top, '.gitattributes');
  const added = await addAttributes(file);
  const attributes =
    added.length > 0
      ? `${file} names the files now; commit it, so that it holds for everybody.`
      : `${file} named the files already.`;
  return `git merges framework files by what they mean in this repository from now on. ${attributes} Everybody who merges runs "framework merge --install" once, for git does not share its settings; without it git merges by lines.\n`;
}

/** Adds the lines that are missing. */
async function addAttributes(file: string): Promise<string[]> {
  const before = await readFile(file, 'utf8').catch(error => {
    if (codeOf(error) === 'ENOENT') return '';
    throw new Failure(file, 'cannot be read: check its permissions.');
  });
  const known = before.split(/\r?\n/).map(line => line.trim().split(/\s+/));
  const missing = PATTERNS.filter(
    pattern => !known.some(([first, ...others]) => first === pattern && others.includes(`merge=${DRIVER}`)),
  );
  if (missing.length === 0) return [];
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const start = before === '' || before.endsWith('\n') ? before : before + end;
  const text = start + missing.map(pattern => `${pattern} merge=${DRIVER}${end}`).join('');
  await writeFile(file, text).catch(() => {
    throw new Failure(file, 'cannot be written: check its permissions.');
  });
  return missing;
}

/** For the shell that git runs the driver with, which wants slashes on Windows, too. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '/').replace(/["$`]/g, '\\$&')}"`;
}

function git(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('git', args, { windowsHide: true }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      if (codeOf(error) === 'ENOENT')
        return reject(new Failure(undefined, 'git is not installed, or not on the PATH: install it.'));
      if (args[0] === 'rev-parse') return resolve('');
      return reject(
        new Failure(
          undefined,
          `git could not be set up: ${stderr.trim()}. See to it, and run the command again.`,
        ),
      );
    });
  });
}
