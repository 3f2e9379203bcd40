// Runs the suites of test/vscode/suite in one extension host of a real VS Code and tells the outcome.
// `node scripts/vscode/suite.mjs latest|lowest|web`
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { cache, root } from '../lib/install.mjs';
import { endChildrenWithUs } from '../lib/processes.mjs';
import { launchChromium } from './browser.mjs';
import { addressOf, startServer, temporaryDir, webHostSettings } from './server.mjs';

/** The three hosts that one set of suites runs in. */
export const hosts = /** @type {const} */ ({
  latest: { version: 'latest', kind: 'node', bundle: 'suite.cjs' },
  lowest: { version: 'lowest', kind: 'node', bundle: 'suite.cjs' },
  web: { version: 'latest', kind: 'web', bundle: 'suite.web.js' },
});

/** @typedef {keyof typeof hosts} HostName */
/** @typedef {{ title: string, state: 'passed' | 'failed' | 'skipped', milliseconds: number, error?: string }} Outcome */
/** @typedef {{ passed: number, failed: number, skipped: number, vscode: string, outcomes: Outcome[] }} Report */

/** A suite that has not ended by then never will. */
const limit = 240_000;

/**
 * A copy of the test workspace, with the framework and the samples beside it.
 * @returns {string} an absolute path; for the caller to remove, together with its parent
 */
export function copyWorkspace() {
  const folder = path.join(temporaryDir('workspace'), 'standards');
  cpSync(path.join(root, 'test/vscode/workspace'), folder, { recursive: true });
  for (const name of ['framework', 'samples']) {
    if (existsSync(path.join(root, name)))
      cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  return folder;
}

/**
 * @param {string} folder the workspace in which the suites ran
 * @returns {Report | undefined} what they left there; undefined when they did not come that far
 */
export function readResult(folder) {
  const file = path.join(folder, '.suite-result.json');
  if (!existsSync(file)) return undefined;
  /** @type {{ vscode: string, outcomes: Outcome[] }} */
  const { vscode, outcomes } = JSON.parse(readFileSync(file, 'utf8'));
  /** @param {Outcome['state']} state */
  const count = state => outcomes.filter(outcome => outcome.state === state).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), vscode, outcomes };
}

/**
 * Runs every suite in one host; prints each test as it ends.
 * @param {HostName} name
 * @returns {Promise<Report>}
 * @throws {Error} when VS Code or the suites did not come to their end
 */
async function runSuite(name) {
  const { version, kind, bundle } = hosts[name];
  const tests = path.join(root, 'dist/test', bundle);
  if (!existsSync(tests)) throw new Error('The suites are not built. Run `node esbuild.mjs` first.');
  const folder = copyWorkspace();
  const server = await startServer({
    version,
    settings: { ...(kind === 'web' && webHostSettings), 'frameworkWorkbenchTests.host': kind },
  });
  /** @type {string[]} */
  const log = [];
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      /** @type {Promise<number>} */
      const exited = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
      await page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
          const line = args.map(String).join(' ');
          log.push(`${type}: ${line}`);
          if (/^[✓✗-] /.test(line)) console.log(`  ${line}`);
        },
      );
      page.on('console', message => log.push(`page: ${message.text()}`));
      page.on('pageerror', error => log.push(`page error: ${error.stack}`));
      await page.goto(addressOf(server, { folder, extension: root, tests }));
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`the suites did not end within ${limit / 1000} seconds`)),
          limit,
        );
      });
      const code = await Promise.race([exited, late]).finally(() => clearTimeout(timer));
      const report = readResult(folder);
      if (report === undefined) throw new Error(`VS Code ended with code ${code} before the suites did`);
      if (code !== 0 && report.failed === 0)
        throw new Error(`no test failed, but VS Code ended with code ${code}`);
      return report;
    } finally {
      await browser.close();
    }
  } catch (error) {
    const tail = [...log, server.log()].join('\n').split('\n').slice(-80).join('\n');
    throw new Error(`Host ${name}: ${/** @type {Error} */ (error).message}.\n${tail}`);
  } finally {
    await server.stop();
    rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 5 });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  endChildrenWithUs();
  const name = process.argv[2] ?? 'latest';
  if (!(name in hosts)) {
    console.error(`There is no host "${name}". Choose one of: ${Object.keys(hosts).join(', ')}.`);
    process.exit(1);
  }
  const report = await runSuite(/** @type {HostName} */ (name));
  mkdirSync(path.join(cache, 'reports'), { recursive: true });
  writeFileSync(path.join(cache, `reports/host-${name}.json`), JSON.stringify(report, null, 2));
  console.log(
    `VS Code ${report.vscode}, ${name}: ${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`,
  );
  process.exit(report.failed === 0 ? 0 : 1);
}
