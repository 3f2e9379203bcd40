import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundles } from '../../../esbuild.mjs';
import { root } from '../../../scripts/lib/install.mjs';
import { run } from '../../../scripts/lib/processes.mjs';
import { packVsix } from '../../../scripts/package.mjs';
import { temporaryDir } from '../../../scripts/vscode/server.mjs';
import { ensureVsCode } from '../../../scripts/vscode/setup.mjs';
import { openWorkbench } from '../harness/workbench.ts';

const place = temporaryDir('package');
const vsix = path.join(place, 'framework-workbench.vsix');
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  await packVsix(vsix);
  files = unzipSync(readFileSync(vsix));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('the package holds the bundles and what the manifest names, and nothing else', () => {
  const built = bundles({ production: true })
    .filter(({ name }) => name !== 'cli')
    .map(({ options }) => `extension/${options.outfile}`);
  const found = Object.keys(files).filter(name => name.startsWith('extension/'));
  const styles = found.filter(name => /^extension\/dist\/webview\/[^/]+\.css$/.test(name));
  const fixed = [
    'LICENSE.txt',
    'changelog.md',
    'package.json',
    'package.nls.json',
    'readme.md',
    'media/file-dark.svg',
    'media/file-light.svg',
    'media/icon.png',
    'media/view.svg',
    ...['compare', 'matrix', 'next', 'review', 'text'].map(step => `media/walkthrough/${step}.md`),
    'syntaxes/framework-config.tmLanguage.json',
    'syntaxes/framework-yaml.tmLanguage.json',
    'syntaxes/framework.schema.json',
    'syntaxes/language-configuration.json',
  ].map(name => `extension/${name}`);
  expect(found.sort()).toEqual([...built, ...styles, ...fixed].sort());
});

test('every file that the packaged manifest points to is in the package', () => {
  const manifest = strFromU8(files['extension/package.json'] ?? new Uint8Array());
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|media|syntaxes)\/[^"*]+)"/g)].map(
    ([, name]) => name,
  );
  const optional = /^dist\/excel\.cjs$/;
  expect(named.length).toBeGreaterThan(5);
  for (const name of named.filter(each => !optional.test(each ?? '')))
    expect(files).toHaveProperty([`extension/${name}`]);
});

test('installed in a clean VS Code, the package starts on a framework file', async () => {
  const { dir, node } = await ensureVsCode('latest');
  const dataDir = path.join(place, 'server');
  const { code, output } = await run(
    node,
    [
      ...[path.join(dir, 'out/server-main.js'), '--install-extension', vsix],
      ...['--server-data-dir', dataDir, '--accept-server-license-terms', '--telemetry-level', 'off'],
    ],
    { quiet: true },
  );
  expect(code, output).toBe(0);
  const workspace = path.join(root, 'test/vscode/workspace');
  const workbench = await openWorkbench({ extension: null, dataDir, workspace });
  try {
    await workbench.openFile('small.framework.yaml');
    await workbench.page.locator('.statusbar-item', { hasText: 'Competency Framework' }).waitFor();
    // Its own word, which nothing but a started extension has in the status bar.
    await workbench.page.locator('.statusbar-item [aria-label^="Framework version"]').waitFor();
    await workbench.screenshot('packaged');
    expect(workbench.errors).toEqual([]);
  } finally {
    await workbench.close();
  }
});
