// The stages of `npm test`. Each returns its counts, taken from the runners' own reports.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromiumMissing, ensureChromium } from '../vscode/browser.mjs';
import { cache, root, toolNode } from './install.mjs';
import { ensureLibreOffice, libreOfficeMissing } from './libreOffice.mjs';
import { run } from './processes.mjs';

/** @typedef {import('../test.mjs').Count} Count */

const bin = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Hosted and private CI set CI=true; as root it can install anything, so there a stage must really run. */
const mustRun = process.env.CI === 'true' && process.getuid?.() === 0;

/**
 * @param {string} remark what is missing and what to do about it
 * @returns {Count}
 */
function cannotRun(remark) {
  return mustRun
    ? { passed: 0, failed: 1, skipped: 0, remark: `did not run, as it must in CI: ${remark}.` }
    : { passed: 0, failed: 0, skipped: 1, remark: `skipped: ${remark}.` };
}

/**
 * A tool that either passes or not.
 * @param {readonly string[]} args for Node
 * @returns {Promise<Count>}
 */
async function check(args) {
  const { code } = await run(toolNode, args, { cwd: root });
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {string} name
 * @returns {string} the path of an empty place for a report
 */
function reportFile(name) {
  const file = path.join(cache, 'reports', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/**
 * @typedef {object} VitestReport what we read of vitest's JSON
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {VitestFile[]} testResults
 */

/**
 * @typedef {object} VitestFile
 * @property {string} name an absolute path
 * @property {string} status
 * @property {string} [message] why the file did not load
 * @property {{ status: string, fullName: string, failureMessages?: string[] | null }[]} assertionResults
 */

/**
 * @param {string} where
 * @param {string} [message] with a trace, perhaps
 * @returns {string} what failed and why, short enough for the end of a long log
 */
function tellFailure(where, message) {
  const why = (message ?? '')
    .split(/\n\s+at /)[0]
    ?.trim()
    .split('\n')
    .slice(0, 12)
    .join('\n    ');
  return why ? `${where}\n    ${why}` : where;
}

/**
 * @param {VitestFile} file
 * @returns {string[]} one a test that failed, or passed only when it was tried again; one for a file that did not load
 */
function failuresOf({ name, status, message, assertionResults }) {
  const file = path.relative(root, name);
  if (status === 'failed' && assertionResults.length === 0) return [tellFailure(`✗ ${file}`, message)];
  return assertionResults.flatMap(({ status, fullName, failureMessages }) => {
    if (status === 'failed') return [tellFailure(`✗ ${file}: ${fullName}`, failureMessages?.[0])];
    if (status === 'passed' && failureMessages?.length)
      return [tellFailure(`✓ the second time, ${file}: ${fullName}`, failureMessages[0])];
    return [];
  });
}

/**
 * Counts a vitest report. What fails outside a test (a file that does not load, a stray error, a run
 * without tests) counts as one failure, so that nothing fails unseen.
 * @param {VitestReport} report
 * @param {number} code vitest's exit code
 * @returns {Count}
 */
export function countVitest(report, code) {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + brokenFiles;
  const failures = report.testResults.flatMap(failuresOf);
  if (failed === 0 && code !== 0)
    return { passed, failed: 1, skipped, remark: 'vitest ended with an error.' };
  if (passed + failed + skipped === 0) return { passed, failed: 1, skipped, remark: 'no test ran.' };
  return { passed, failed, skipped, failures };
}

/**
 * @param {readonly [string, ...string[]]} projects of test/vitest.config.ts
 * @param {string} [folder] where its tests are; a folder that is not there has nothing to run
 * @returns {Promise<Count | undefined>}
 */
async function vitest(projects, folder) {
  if (folder !== undefined && !existsSync(path.join(root, folder))) return undefined;
  const file = reportFile(projects[0]);
  const { code } = await run(
    toolNode,
    [
      ...[path.join(root, bin.vitest), 'run', '--config', 'test/vitest.config.ts'],
      ...projects.flatMap(project => ['--project', project]),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ],
    { cwd: root, env: { ...process.env, PATH: toolsFirst() } },
  );
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, remark: 'vitest left no report.' };
  return countVitest(JSON.parse(readFileSync(file, 'utf8')), code);
}

/** @returns {string} PATH with the project's own programs first, as npm scripts have it */
function toolsFirst() {
  return [path.join(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(path.delimiter);
}

/**
 * The suites in one extension host.
 * @param {import('../vscode/suite.mjs').HostName} host
 * @returns {Promise<Count>}
 */
async function suite(host) {
  if ((await ensureChromium()) === undefined) return cannotRun(chromiumMissing);
  const file = reportFile(`host-${host}`);
  const { code } = await run(toolNode, [path.join(root, 'scripts/vscode/suite.mjs'), host], { cwd: root });
  if (!existsSync(file))
    return { passed: 0, failed: 1, skipped: 0, remark: 'the suites did not come to their end.' };
  /** @type {import('../vscode/suite.mjs').Report} */
  const { passed, failed, skipped, outcomes } = JSON.parse(readFileSync(file, 'utf8'));
  if (failed === 0 && code !== 0)
    return { passed, failed: 1, skipped, remark: 'the run ended with an error.' };
  const failures = outcomes
    .filter(outcome => outcome.state === 'failed')
    .map(outcome => tellFailure(`✗ ${outcome.title}`, outcome.error));
  return { passed, failed, skipped, failures };
}

/**
 * @param {string} stage
 * @returns {boolean} whether it runs what the stage `build` has made
 */
export function needsBuild(stage) {
  return /^(cli|run|vscode:.*)$/.test(stage);
}

/** In the order in which they run: the quick and telling ones first. @type {Record<string, () => Promise<Count | undefined>>} */
export const stages = {
  lint: () => check([bin.biome, 'check', '--error-on-warnings', '.']),
  types: () => check([bin.tsc, '-b']),
  build: () => check(['esbuild.mjs']),
  architecture: () => vitest(['architecture']),
  unit: () => vitest(['unit']),
  property: () => vitest(['property'], 'test/properties'),
  scaling: () => vitest(['scaling'], 'test/scaling'),
  cli: () => vitest(['cli'], 'test/cli'),
  'vscode:latest': () => suite('latest'),
  'vscode:lowest': () => suite('lowest'),
  'vscode:web': () => suite('web'),
  'vscode:browser': async () =>
    (await ensureChromium()) === undefined
      ? cannotRun(chromiumMissing)
      : vitest(['vscode', 'start'], 'test/vscode'),
  run: async () => {
    if (!existsSync(path.join(root, 'test/run'))) return undefined;
    if ((await ensureChromium()) === undefined) return cannotRun(chromiumMissing);
    if ((await ensureLibreOffice()) === undefined) return cannotRun(libreOfficeMissing);
    return vitest(['run']);
  },
};
