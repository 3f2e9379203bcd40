// `npm run package`: makes framework-workbench-VERSION.vsix in the checkout. It is packed from a folder that
// holds only what the allow-list `files` of package.json names, built for production there, so that the
// working build in dist/ stays as it is.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { cache, ensureInstalled, root, toolNode } from './lib/install.mjs';
import { endChildrenWithUs, run } from './lib/processes.mjs';

/**
 * Builds and packs.
 * @param {string} file where the .vsix goes, an absolute path
 * @throws {Error} when the build or vsce fails, or a file that the manifest names is missing
 */
export async function packVsix(file) {
  const staging = path.join(cache, 'package');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const { build } = await import('../esbuild.mjs');
  await build({ production: true, outDir: path.relative(root, path.join(staging, 'dist')) });
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  /** @type {string[]} */
  const allowed = manifest.files;
  for (const pattern of allowed.filter(each => !each.startsWith('dist/'))) {
    if (!existsSync(path.join(root, pattern))) {
      throw new Error(`package.json lists "${pattern}" in "files", but there is no such file or folder.`);
    }
    cpSync(path.join(root, pattern), path.join(staging, pattern), { recursive: true });
  }
  // Whoever installs the extension has no checkout to try or to develop in.
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const shown = readme.replace(/<!-- checkout only.*?<!-- end of checkout only -->\n\n/gs, '');
  if (shown === readme)
    throw new Error('README.md has lost its marks "checkout only" and "end of checkout only".');
  writeFileSync(path.join(staging, 'README.md'), shown);
  // Scripts and packages of the checkout mean nothing to whoever installs the extension: all is bundled.
  const { scripts, allowScripts, dependencies, devDependencies, bin, ...shipped } = manifest;
  writeFileSync(path.join(staging, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const { code, output } = await run(
    toolNode,
    [
      vsce,
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--allow-unused-files-pattern',
      '--no-rewrite-relative-links',
      '--out',
      file,
    ],
    { cwd: staging, quiet: true },
  );
  if (code !== 0 || !existsSync(file)) throw new Error(`vsce could not pack the extension:\n${output}`);
  chmodSync(file, 0o644);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  endChildrenWithUs();
  await ensureInstalled();
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.join(root, `${name}-${version}.vsix`);
  await packVsix(file);
  console.log(
    `${file} can be installed in VS Code: "Extensions: Install from VSIX…", or code --install-extension.`,
  );
}
