// Finds a Chromium, or on Debian and Ubuntu as root installs one; starts it for tests.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installDebian } from '../lib/system.mjs';

// The one that has no windows of its own comes first: the same tests take it about two thirds of the time.
const SHELL = 'chromium-headless-shell';
const names = [
  SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(dir => dir !== undefined)
    .flatMap(dir => [
      path.join(dir, 'Google/Chrome/Application/chrome.exe'),
      path.join(dir, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
];

/** What is missing and what to do about it, for a stage that could not run. */
export const chromiumMissing =
  'no Chromium was found: install one (Debian and Ubuntu: apt-get install chromium; elsewhere Chrome or Edge), or name one in the variable CHROMIUM';

/** @returns {string | undefined} the path of a Chromium that starts */
function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = names.flatMap(name => folders.map(dir => path.join(dir, name)));
  return [process.env.CHROMIUM, ...onPath, ...elsewhere].find(file => {
    if (file === undefined || file === '' || !existsSync(file)) return false;
    // Ubuntu's `chromium-browser` can be a script that only says to install something else.
    return process.platform === 'win32' || spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0;
  });
}

/** @returns {Promise<string | undefined>} the path of a Chromium, installed first where that is possible */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  // Debian has both; Ubuntu has the second.
  return (await installDebian([SHELL])) || (await installDebian(['chromium'])) ? findChromium() : undefined;
}

/**
 * Starts Chromium without a window.
 * @throws {Error} when there is none
 */
export async function launchChromium() {
  const executablePath = await ensureChromium();
  if (executablePath === undefined) throw new Error(`Cannot start a browser: ${chromiumMissing}.`);
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
