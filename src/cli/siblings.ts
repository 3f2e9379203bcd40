import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Framework, loadFramework, parseYaml, type Sibling } from '../core/index.ts';

/** More files than this are no versions of one framework, and are not read. */
const MOST = 50;

/** What was read of files that several others have beside them. */
const known = new Map<string, Promise<Framework>>();

/** The other framework files of a file's folder, with what they hold; what cannot be read is passed over. */
export async function siblingsOf(file: string): Promise<Sibling[]> {
  const folder = path.dirname(path.resolve(file));
  const others = await namesBeside(file);
  return Promise.all(
    others.map(async name => ({ name, framework: await frameworkIn(path.join(folder, name)) })),
  );
}

/** The texts of the other framework files of a file's folder. */
export async function siblingTexts(file: string): Promise<string[]> {
  const folder = path.dirname(path.resolve(file));
  const others = await namesBeside(file);
  return Promise.all(others.map(name => readFile(path.join(folder, name), 'utf8').catch(() => '')));
}

async function namesBeside(file: string): Promise<string[]> {
  const names = await readdir(path.dirname(path.resolve(file))).catch(() => []);
  return names
    .filter(name => /\.framework\.ya?ml$/.test(name) && name !== path.basename(file))
    .sort()
    .slice(0, MOST);
}

/** The frameworks in the other framework files of a file's folder. */
export async function siblingFrameworks(file: string): Promise<Framework[]> {
  return (await siblingsOf(file)).map(({ framework }) => framework);
}

function frameworkIn(file: string): Promise<Framework> {
  let framework = known.get(file);
  if (!framework) {
    framework = readFile(file, 'utf8')
      .catch(() => '')
      .then(text => loadFramework(parseYaml(text)).framework);
    known.set(file, framework);
  }
  return framework;
}
