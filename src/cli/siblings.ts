import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Framework, loadFramework, parseYaml } from '../core/index.ts';

/** More files than this are no versions of one framework, and are not read. */
const MOST = 50;

/** The frameworks in the other framework files of a file's folder; what cannot be read is passed over. */
export async function siblingFrameworks(file: string): Promise<Framework[]> {
  const folder = path.dirname(path.resolve(file));
  const names = await readdir(folder).catch(() => []);
  const others = names.filter(name => /\.framework\.ya?ml$/.test(name) && name !== path.basename(file));
  const texts = await Promise.all(
    others.slice(0, MOST).map(name => readFile(path.join(folder, name), 'utf8').catch(() => '')),
  );
  return texts.map(text => loadFramework(parseYaml(text)).framework);
}
