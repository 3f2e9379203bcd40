// `npm run test:desktop [-- VERSION]`: the suites of test/vscode/suite in a desktop VS Code, which
// @vscode/test-electron downloads. Where it cannot be downloaded or shown, this says so and fails: a run that
// did not happen is no pass.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { cache, ensureInstalled, root, toolNode } from './lib/install.mjs';
import { endChildrenWithUs, run } from './lib/processes.mjs';
import { copyWorkspace, readResult } from './vscode/suite.mjs';

const version = process.argv[2] ?? 'stable';

/** @param {string} sentence */
function didNotRun(sentence) {
  console.error(`The desktop tests did not run: ${sentence}`);
  process.exit(1);
}

endChildrenWithUs();
await ensureInstalled();
if (Number.parseInt(process.versions.node, 10) < 22) {
  // What downloads VS Code needs a newer Node than this script does.
  const { code } = await run(toolNode, process.argv.slice(1), { cwd: root });
  process.exit(code);
}
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  didNotRun(
    'there is no display. Run them in a desktop session, or with `xvfb-run -a npm run test:desktop`.',
  );
}
const built = await run(toolNode, ['esbuild.mjs'], { cwd: root, quiet: true });
if (built.code !== 0) didNotRun(`the build failed.\n${built.output}`);

const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
const executable = await downloadAndUnzipVSCode({ version, cachePath: path.join(cache, 'desktop') }).catch(
  error =>
    didNotRun(`VS Code ${version} could not be downloaded (${error.message}). They need the internet once.`),
);
if (executable === undefined) throw new Error('Unreachable: the process has ended.');

const folder = copyWorkspace();
mkdirSync(path.join(folder, '.vscode'), { recursive: true });
writeFileSync(
  path.join(folder, '.vscode/settings.json'),
  JSON.stringify({ 'frameworkWorkbenchTests.host': 'node' }),
);
try {
  const code = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist/test/suite.cjs'),
    launchArgs: [
      folder,
      ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }).catch(() => 1);
  const report = readResult(folder);
  if (report === undefined) didNotRun('VS Code ended before the suites did; its output is above.');
  else {
    const { passed, failed, skipped } = report;
    console.log(`VS Code ${report.vscode}, desktop: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exitCode = code === 0 && failed === 0 ? 0 : 1;
  }
} finally {
  rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 5 });
}
