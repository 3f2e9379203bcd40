import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, test as anywhere, expect } from 'vitest';
import { root } from '../../../scripts/lib/install.mjs';
import { endChildrenWithUs } from '../../../scripts/lib/processes.mjs';
import { launchChromium } from '../../../scripts/vscode/browser.mjs';
import { temporaryDir } from '../../../scripts/vscode/server.mjs';

endChildrenWithUs();

// Signals and `ps` are not to be had on Windows.
const test = anywhere.skipIf(process.platform === 'win32');

/** A command that was started, with everything it has started in turn. */
type Run = { child: ChildProcess; pid: number; printed: () => string; data: string };

const runs: Run[] = [];
afterEach(() => {
  for (const { pid, data } of runs.splice(0)) {
    for (const left of [pid, ...descendants(pid)]) if (isAlive(left)) process.kill(left, 'SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
});

function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Run {
  const data = temporaryDir('start');
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', FRAMEWORK_WORKBENCH_START_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', text => {
    printed += text;
  });
  child.stderr.on('data', text => {
    printed += text;
  });
  const run = { child, pid: child.pid ?? 0, printed: () => printed, data };
  runs.push(run);
  return run;
}

async function until<T>(what: string, seconds: number, look: () => T | undefined): Promise<T> {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error(`Waited ${seconds} seconds in vain for ${what}.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // An ended process stays in the table until its parent has asked for it.
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false;
  }
}

function descendants(pid: number): number[] {
  const pairs = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    pairs.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)]);
  return below(pid);
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
}

/** Waits for the printed address; gives it, and the server's own behind it. */
async function addresses(run: Run): Promise<{ door: string; target: string }> {
  const door = await until('the address', 120, () => /http:\/\/127\.0\.0\.1:\S+/.exec(run.printed())?.[0]);
  const target = (await fetch(door, { redirect: 'manual' })).headers.get('location');
  if (target === null) throw new Error(`${door} leads nowhere.`);
  return { door, target };
}

async function expectNothingLeft(pids: number[], ...places: string[]): Promise<void> {
  await until('every process to end', 15, () => (pids.some(isAlive) ? undefined : true));
  for (const place of places) expect(await answers(place), `${place} still answers`).toBe(false);
}

const startScript = path.join(root, 'scripts/start.mjs');

test('npm start shows the framework in the browser; Ctrl-C leaves no process and no port', async () => {
  const run = start(process.execPath, [startScript, '--server', '--no-open']);
  const { door, target } = await addresses(run);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(door);
    await page
      .locator('.tab.active[data-resource-name="iteps-1.2.framework.yaml"]')
      .waitFor({ timeout: 60_000 });
    await page.locator('.statusbar-item', { hasText: 'Competency Framework' }).waitFor({ timeout: 60_000 });
    const folders = page.locator('.explorer-folders-view .monaco-list-row');
    await folders.filter({ hasText: 'samples' }).first().waitFor();
  } finally {
    await browser.close();
  }
  const everything = [run.pid, ...descendants(run.pid)];
  expect(everything.length, 'start, guard, server and extension host').toBeGreaterThanOrEqual(4);
  run.child.kill('SIGINT');
  await once(run.child, 'exit');
  expect(run.child.exitCode).toBe(130);
  await expectNothingLeft(everything, door, new URL(target).origin);
});

test('the server shows nothing to whoever does not have the address', async () => {
  const run = start(process.execPath, [startScript, '--server', '--no-open']);
  const { door, target } = await addresses(run);
  expect((await fetch(new URL('/', door), { redirect: 'manual' })).status).toBe(404);
  expect((await fetch(new URL('/', target), { redirect: 'manual' })).status).toBe(403);
});

test('ending npm itself ends everything', async () => {
  const run = start('npm', ['start', '--', '--server', '--no-open']);
  const { door, target } = await addresses(run);
  const everything = [run.pid, ...descendants(run.pid)];
  run.child.kill('SIGTERM');
  await expectNothingLeft(everything, door, new URL(target).origin);
});

test('even a start that is killed outright leaves no server behind', async () => {
  const run = start(process.execPath, [startScript, '--server', '--no-open']);
  const { door, target } = await addresses(run);
  const everything = [run.pid, ...descendants(run.pid)];
  run.child.kill('SIGKILL');
  await expectNothingLeft(everything, door, new URL(target).origin);
});

test('where there is a desktop VS Code, npm start opens that and ends it on Ctrl-C', async () => {
  // Stands in for the `code` command: VS Code goes on in the background and notes its process id.
  const bin = temporaryDir('bin');
  const code = path.join(bin, 'code');
  writeFileSync(
    code,
    `#!/bin/sh
printf '%s\\n' "$@" > "$FRAMEWORK_WORKBENCH_START_DATA/arguments"
sleep 600 > /dev/null 2>&1 &
echo $! > "$FRAMEWORK_WORKBENCH_START_DATA/desktop/code.lock"
wait
`,
  );
  chmodSync(code, 0o755);
  mkdirSync(bin, { recursive: true });
  try {
    const run = start(process.execPath, [startScript], {
      DISPLAY: ':0',
      PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    });
    await until('the message', 60, () => (/desktop VS Code/.test(run.printed()) ? true : undefined));
    const given = readFileSync(path.join(run.data, 'arguments'), 'utf8').split('\n');
    expect(given).toContain(`--extensionDevelopmentPath=${root}`);
    expect(given).toContain(path.join(root, 'framework/iteps-1.2.framework.yaml'));
    expect(existsSync(path.join(run.data, 'desktop/User/settings.json'))).toBe(true);
    const everything = [run.pid, ...descendants(run.pid)];
    expect(everything.length).toBeGreaterThanOrEqual(2);
    run.child.kill('SIGINT');
    await once(run.child, 'exit');
    await expectNothingLeft(everything);
  } finally {
    rmSync(bin, { recursive: true, force: true });
  }
});

test('npm test that is interrupted leaves no server and no browser behind', async () => {
  const run = start(process.execPath, [path.join(root, 'scripts/test.mjs'), 'vscode:latest']);
  const commands = (pids: number[]) =>
    // `ps` calls it an error when none of them is there any more.
    pids.length === 0
      ? ''
      : spawnSync('ps', ['-o', 'args=', '-p', pids.join(',')], { encoding: 'utf8' }).stdout;
  const everything = await until('the server and the browser', 60, () => {
    const pids = descendants(run.pid);
    const seen = commands(pids.filter(isAlive));
    return /server-main\.js/.test(seen) && /--type=renderer/.test(seen) ? [run.pid, ...pids] : undefined;
  });
  run.child.kill('SIGINT');
  await once(run.child, 'exit');
  await expectNothingLeft(everything);
});
