// Brings node_modules to what package-lock.json says. Runs before anything is installed: Node built-ins only.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { npm } from './processes.mjs';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Kept between runs and ignored by git: VS Code servers, reports, screenshots. */
export const cache = path.join(root, '.cache');

/** The Node that the development tools need (vitest 5, vsce 4), pinned as an npm package. */
export const toolNode = path.join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} Locked */

/**
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
const packagesOf = file => JSON.parse(readFileSync(file, 'utf8')).packages;

/** @returns {boolean} whether every package of the lock is installed in its version */
function isInstalled() {
  const hidden = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden) || !existsSync(toolNode)) return false;
  const installed = packagesOf(hidden);
  return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).every(
    ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
  );
}

/** Installs what is missing. A checkout that is up to date is left alone. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const fresh = !existsSync(path.join(root, 'node_modules'));
  console.log('Installing the development tools with npm (once, about a minute) …');
  // On top of an older install, `npm ci` would remove the very Node that runs this script.
  await npm(fresh ? ['ci'] : ['install', '--no-save'], root);
  if (!isInstalled()) {
    throw new Error('npm finished, but packages are missing. Remove node_modules and run the command again.');
  }
}
