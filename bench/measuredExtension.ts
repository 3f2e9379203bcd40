import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../esbuild.mjs';
import { cache, root } from '../scripts/lib/install.mjs';

/**
 * Our extension as it is published, but for the entry that takes the time.
 * @param stopwatch the entry, which loads what the manifest calls `measured`
 * @param name of the folder, one for each who measures
 * @returns its folder
 */
export async function ourMeasured(name: string, stopwatch: string): Promise<string> {
  const folder = path.join(cache, 'bench', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({ production: true, outDir: path.relative(root, path.join(folder, 'dist')) });
  for (const each of ['package.nls.json', 'syntaxes', 'media'])
    cpSync(path.join(root, each), path.join(folder, each), { recursive: true });
  const { main, ...manifest } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return measured(folder, stopwatch, { ...manifest, measured: `./${path.normalize(main)}` });
}

/** Makes a folder an extension whose entry takes the time of what its manifest calls `measured`. */
export function measured(folder: string, stopwatch: string, manifest: object): string {
  cpSync(stopwatch, path.join(folder, 'stopwatch.cjs'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...manifest, main: './stopwatch.cjs' }));
  return folder;
}
