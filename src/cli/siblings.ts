import { type Framework, loadFramework, parseYaml, type Sibling } from '../core/index.ts';
import { type Folder, folderOf } from './beside.ts';
import type { Source } from './source.ts';

/** More files than this are no versions of one framework, and are not read. */
const MOST = 50;

/** What was read of files that several others have beside them. */
const known = new Map<string, Promise<Framework>>();

type Where = Pick<Source, 'kind' | 'name'>;

/**
 * The other framework files of a file's folder, on disk or in git, with what they hold; what cannot be read is
 * passed over.
 */
export async function siblingsOf(source: Where): Promise<Sibling[]> {
  const folder = folderOf(source);
  if (!folder) return [];
  const others = await namesBeside(folder);
  return Promise.all(others.map(async name => ({ name, framework: await frameworkIn(folder, name) })));
}

/** The texts of the other framework files of a file's folder. */
export async function siblingTexts(source: Where): Promise<string[]> {
  const folder = folderOf(source);
  if (!folder) return [];
  const others = await namesBeside(folder);
  return Promise.all(others.map(name => textIn(folder, name)));
}

async function namesBeside(folder: Folder): Promise<string[]> {
  const names = await folder.list();
  return names
    .filter(name => /\.framework\.ya?ml$/.test(name) && name !== folder.own)
    .sort()
    .slice(0, MOST);
}

/** The frameworks in the other framework files of a file's folder. */
export async function siblingFrameworks(source: Where): Promise<Framework[]> {
  return (await siblingsOf(source)).map(({ framework }) => framework);
}

function frameworkIn(folder: Folder, name: string): Promise<Framework> {
  const file = folder.nameOf(name);
  let framework = known.get(file);
  if (!framework) {
    framework = textIn(folder, name).then(text => loadFramework(parseYaml(text)).framework);
    known.set(file, framework);
  }
  return framework;
}

/** What is no UTF-8 is still looked at: rules tell what they find, and nothing is written. */
async function textIn(folder: Folder, name: string): Promise<string> {
  const bytes = await folder.read(name).catch(() => undefined);
  return bytes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : '';
}
