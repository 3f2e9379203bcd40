// Child processes that never outlive us: each is the head of a process group of its own, and every group
// is ended on exit, on failure and on Ctrl-C.
import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Ends a child and everything it started.
 * @param {import('node:child_process').ChildProcess} child
 * @param {'SIGTERM' | 'SIGKILL'} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/**
 * @param {number} group
 * @returns {boolean} whether any process of that group is alive
 */
function groupAlive(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a program as the head of a process group that ends with us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: !windows, windowsHide: true });
  running.add(child);
  child.once('exit', () => {
    if (!windows && child.pid !== undefined && groupAlive(child.pid)) signalGroup(child, 'SIGTERM');
    running.delete(child);
  });
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Ends a child's whole group: politely, then after three seconds by force. Resolves when it is gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  if (child.pid === undefined) return;
  signalGroup(child, 'SIGTERM');
  const deadline = Date.now() + 3000;
  const alive = () =>
    windows ? child.exitCode === null && child.signalCode === null : groupAlive(child.pid ?? 0);
  while (alive() && Date.now() < deadline) await new Promise(done => setTimeout(done, 50));
  if (alive()) signalGroup(child, 'SIGKILL');
  running.delete(child);
}

/** Ends every child that is still running. */
async function stopAll() {
  await Promise.all([...running].map(stop));
}

/**
 * Makes Ctrl-C, SIGTERM, a closed terminal and a crash end the children first.
 * @param {() => void | Promise<void>} [also] what else to tidy up
 * @returns {(code: number) => Promise<void>} ends us in the same way; what asked first decides the exit code
 */
export function endChildrenWithUs(also) {
  let ending = false;
  /** @param {number} code */
  const end = async code => {
    if (ending) return;
    ending = true;
    try {
      await also?.();
    } finally {
      await stopAll();
      process.exit(code);
    }
  };
  process.on('SIGINT', () => end(130));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(129));
  process.on('uncaughtException', error => {
    console.error(error);
    end(1);
  });
  process.on('unhandledRejection', error => {
    console.error(error);
    end(1);
  });
  // npm's own shell can be ended without a word to us.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end(129);
  }, 1000).unref();
  process.on('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  });
  return end;
}

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));

/**
 * Starts a long-lived program that ends with us even when we are killed outright and can tidy up nothing.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {import('node:child_process').ChildProcess} its output is piped
 */
export function startGuarded(command, args, { env = process.env } = {}) {
  return start(process.execPath, [guard, command, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { quiet?: boolean }} [options] quiet: its output is kept
 *   back, and shown only by the error
 * @returns {Promise<{ code: number, output: string }>} code is 1 when it could not be started or was killed
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise(resolve => {
    const child = start(command, args, {
      ...options,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', text => {
      output += text;
    });
    child.stderr?.on('data', text => {
      output += text;
    });
    child.once('error', error => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.once('close', code => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs npm, quietly.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @throws {Error} with npm's own output, when it fails
 */
export async function npm(args, cwd) {
  // Set by npm for every script it runs; its own file avoids looking for npm.cmd on Windows.
  const cli = process.env.npm_execpath;
  const quietly = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env };
  // Without these, npm in another folder would still act on the project that started us.
  for (const name of Object.keys(env)) {
    if (/^npm_(config_local_prefix|package_|lifecycle_)/.test(name)) delete env[name];
  }
  const { code, output } = cli?.endsWith('.js')
    ? await run(process.execPath, [cli, ...quietly], { cwd, env, quiet: true })
    : await run('npm', quietly, { cwd, env, quiet: true, shell: windows });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${output}`);
}
