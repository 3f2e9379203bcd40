// Runs a program that must not outlive the process which asked for it, however that one ends: our standard
// input is a pipe from it, and when the pipe closes, the whole group goes.
// `node guard.mjs COMMAND ARGS...`, started as the head of a process group.
import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
child.once('error', error => {
  console.error(error.message);
  process.exit(127);
});
child.once('exit', code => process.exit(code ?? 1));

const end = () => {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(process.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  // The polite signal reaches us too; we stay for the other one.
  process.on('SIGTERM', () => {});
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(() => process.kill(-process.pid, 'SIGKILL'), 3000);
};
process.stdin.resume();
process.stdin.once('end', end);
process.stdin.once('error', end);
