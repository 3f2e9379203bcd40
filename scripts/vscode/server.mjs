// Starts VS Code's own server on the loopback interface, and builds the address that opens it.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { startGuarded, stop } from '../lib/processes.mjs';
import { ensureVsCode } from './setup.mjs';

/** Settings of every server we start: nothing pops up, nothing phones home. */
export const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.untrustedFiles': 'open',
  'git.openRepositoryInParentFolders': 'never',
  'github.gitAuthentication': false,
};

/**
 * Settings that make the extension run in the web-worker host, its `browser` entry instead of its `main`.
 * (The payload's `extensionDevelopmentKind` is read by VS Code 1.139, but does not reach that choice.)
 */
export const webHostSettings = {
  'remote.extensionKind': { 'framework-workbench.framework-workbench': ['web'] },
};

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin such as `http://127.0.0.1:41234`
 * @property {string} dataDir
 * @property {string} node the program that runs it
 * @property {number} pid head of its process group
 * @property {() => string} log what the server has printed so far
 * @property {Promise<void>} ended when the server is gone, however that came
 * @property {() => Promise<void>} stop ends the server and all its extension hosts; removes its data if we made it
 */

/**
 * Starts a server and waits until it listens.
 * @param {object} options
 * @param {import('./setup.mjs').VersionName} options.version
 * @param {string} [options.dataDir] kept by the caller; without it a temporary one that goes with the server
 * @param {Record<string, unknown>} [options.settings] machine settings on top of the calm ones
 * @param {boolean} [options.trust] false shows the workspace as untrusted (restricted mode); default true
 * @param {boolean} [options.tests] honours a payload that loads an extension under development; default true
 * @param {string} [options.token] a connection token that every request must bring
 * @param {Record<string, string>} [options.env] on top of our own environment
 * @param {string[]} [options.args] further arguments
 * @returns {Promise<Server>}
 */
export async function startServer({
  version,
  dataDir,
  settings = {},
  trust = true,
  tests = true,
  token,
  env = {},
  args = [],
}) {
  const { dir, node } = await ensureVsCode(version);
  const data = dataDir ?? temporaryDir('server');
  mkdirSync(path.join(data, 'data/Machine'), { recursive: true });
  // The server leaves sockets behind in its temporary folder; ours goes with the data.
  const sockets = path.join(data, 'tmp');
  if (dataDir === undefined) mkdirSync(sockets);
  writeFileSync(
    path.join(data, 'data/Machine/settings.json'),
    JSON.stringify({ ...calmSettings, ...settings }, null, 2),
  );
  const child = startGuarded(
    node,
    [
      path.join(dir, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', data, '--telemetry-level', 'off'],
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
      '--accept-server-license-terms',
      ...(trust ? ['--disable-workspace-trust'] : []),
      ...(tests ? ['--enable-smoke-test-driver'] : []),
      ...args,
    ],
    {
      env: {
        ...plainEnvironment(),
        EXTENSIONS_GALLERY: '{}',
        ...(dataDir === undefined && { TMPDIR: sockets }),
        ...env,
      },
    },
  );
  /** @type {Promise<void>} */
  const ended = new Promise(resolve => child.once('exit', () => resolve()));
  let printed = '';
  const stopServer = async () => {
    await stop(child);
    if (dataDir === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('it did not listen within 60 seconds')), 60_000);
      /** @param {Buffer} bytes */
      const read = bytes => {
        printed += bytes;
        const listening = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
        if (listening === undefined) return;
        clearTimeout(timer);
        resolve(Number(listening));
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', code => reject(new Error(`it ended with code ${code}`)));
      child.once('error', reject);
    });
    const origin = `http://127.0.0.1:${port}`;
    const pid = child.pid ?? 0;
    return { port, origin, dataDir: data, node, pid, log: () => printed, ended, stop: stopServer };
  } catch (error) {
    await stopServer();
    throw new Error(`VS Code's server did not start: ${/** @type {Error} */ (error).message}.\n${printed}`);
  }
}

/** @returns {NodeJS.ProcessEnv} our own environment without what only our tools should see */
function plainEnvironment() {
  const ours = /^(NODE_OPTIONS|NODE_ENV|VITEST.*|npm_.*|VSCODE_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Folders that go when we do, whatever ends us. @type {Set<string>} */
const temporary = new Set();
process.on('exit', () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/**
 * @param {string} purpose part of the name
 * @returns {string} a new empty folder, its path free of symbolic links; gone at the latest when this process ends
 */
export function temporaryDir(purpose) {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), `fw-${purpose}-`)));
  temporary.add(folder);
  return folder;
}

/**
 * The address that opens a folder or a workspace with an extension loaded from its source folder.
 * @param {Server} server
 * @param {object} options
 * @param {string} [options.folder] absolute path
 * @param {string} [options.workspace] absolute path of a `.code-workspace`, instead of a folder
 * @param {string} [options.extension] absolute path of the extension's folder; none: only installed ones
 * @param {string} [options.tests] absolute path of a test bundle that exports `run()`
 * @param {string} [options.open] absolute path of a file to open
 * @param {string} [options.token] the server's connection token
 * @returns {string}
 */
export function addressOf(server, { folder, workspace, extension, tests, open, token }) {
  /** @param {string} file */
  const remote = file => `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(file).pathname}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ...(open === undefined ? [] : [['openFile', remote(open)]]),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams();
  if (token !== undefined) query.set('tkn', token);
  if (folder !== undefined) query.set('folder', pathToFileURL(folder).pathname);
  if (workspace !== undefined) query.set('workspace', pathToFileURL(workspace).pathname);
  query.set('payload', JSON.stringify(payload));
  return `${server.origin}/?${query}`;
}
