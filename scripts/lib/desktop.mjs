// The desktop VS Code, with settings and extensions of its own, so that nothing of the user's is touched.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { calmSettings } from '../vscode/server.mjs';
import { root } from './install.mjs';
import { start } from './processes.mjs';
import { firstFile, startData, workspaceFile } from './workspace.mjs';

const windows = process.platform === 'win32';

/** @returns {string | undefined} the `code` command of a desktop VS Code that can show a window here */
function findCode() {
  const { DISPLAY, WAYLAND_DISPLAY, PATH = '' } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  const names = ['code', 'code-insiders', 'codium'].map(name => (windows ? `${name}.cmd` : name));
  return (
    PATH.split(path.delimiter)
      // In a remote terminal `code` only talks to the window that the terminal belongs to.
      .filter(dir => !/remote-cli/.test(dir))
      .flatMap(dir => names.map(name => path.join(dir, name)))
      .find(file => existsSync(file))
  );
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} milliseconds */
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/**
 * Opens the desktop VS Code.
 * @returns {Promise<import('./workspace.mjs').Started | undefined>} undefined where there is none
 * @throws {Error} when there is one, but it does not start
 */
export async function startDesktop() {
  const code = findCode();
  if (code === undefined) return undefined;
  const data = path.join(startData, 'desktop');
  // VS Code's main process writes its process id here; the `code` command itself ends at once.
  const lock = path.join(data, 'code.lock');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  rmSync(lock, { force: true });
  writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify(calmSettings, null, 2));
  const child = start(
    code,
    [
      '--new-window',
      `--extensionDevelopmentPath=${root}`,
      ...['--user-data-dir', data, '--extensions-dir', path.join(startData, 'extensions')],
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...[workspaceFile, firstFile],
    ],
    { stdio: 'ignore', shell: windows },
  );
  /** @type {Promise<Error>} */
  const broken = new Promise(resolve => {
    child.once('error', resolve);
    child.once('exit', status => {
      if (status !== 0) resolve(new Error(`it ended with code ${status}`));
    });
  });
  const pid = await Promise.race([waitForPid(lock), broken]);
  if (typeof pid !== 'number') {
    throw new Error(
      `${code} did not open VS Code: ${pid.message}. \`npm start -- --server\` uses the browser.`,
    );
  }
  return {
    message: 'Framework Workbench is open in the desktop VS Code. Ctrl-C, or closing its window, ends it.',
    ended: waitForEnd(pid),
    close: () => end(pid),
  };
}

/**
 * @param {string} lock
 * @returns {Promise<number | Error>} the process id of VS Code, or why there is none
 */
async function waitForPid(lock) {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : Number.NaN;
    if (pid > 0) return pid;
    await pause(200);
  }
  return new Error('no window came up within a minute');
}

/** @param {number} pid */
async function waitForEnd(pid) {
  while (isAlive(pid)) await pause(300);
}

/**
 * Asks VS Code to quit, which saves its state; after five seconds makes it.
 * @param {number} pid
 */
async function end(pid) {
  if (!isAlive(pid)) return;
  if (windows) spawnSync('taskkill', ['/pid', String(pid), '/t'], { stdio: 'ignore' });
  else process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < 5000 && isAlive(pid); waited += 100) await pause(100);
  if (!isAlive(pid)) return;
  if (windows) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
  else process.kill(pid, 'SIGKILL');
}
