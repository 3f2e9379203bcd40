import { build as esbuild } from 'esbuild';
import { bundles } from '../../esbuild.mjs';
import { OUT_DIR } from './framework.ts';

/** Builds the command line as it is shipped, once for all tests of it. */
export async function setup(): Promise<void> {
  const shipped = bundles({ production: true, outDir: OUT_DIR });
  // All that Node reads, but for the extension's own.
  for (const { name, options } of shipped)
    if (options.platform === 'node' && !/^(?:extension|activate)$/.test(name)) await esbuild(options);
}
