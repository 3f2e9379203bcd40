import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/install.mjs';
import { CLI, copyFromCheckout, emptyFolder, framework, put } from './framework.ts';
import { agrees, wordsOf } from './scenario.ts';

const docs = readFileSync(path.join(root, 'docs/cli.md'), 'utf8');

test('the examples of docs/cli.md print what stands there, one after the other in one folder', () => {
  const { folder, remove } = emptyFolder();
  try {
    for (const name of ['framework', 'samples']) copyFromCheckout(name, folder);
    const steps = [...docs.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
      block.split(/^\$ /m).slice(1),
    );
    expect(steps.length).toBeGreaterThan(15);
    let status: number | null = 0;
    for (const step of steps) {
      const [command = '', ...expected] = step.replace(/\n+$/, '').split('\n');
      let printed: string[];
      if (command === 'echo $?') printed = [String(status)];
      else ({ printed, status } = runAsTyped(command, folder));
      if (!agrees(printed, expected)) expect({ command, printed }).toEqual({ command, printed: expected });
    }
  } finally {
    remove();
  }
});

/** What a person sees: both streams in the order in which they were written. */
function runAsTyped(command: string, folder: string): { printed: string[]; status: number | null } {
  const [name, ...args] = wordsOf(command);
  expect(name).toBe('framework');
  const to = args.indexOf('>');
  if (to >= 0) {
    const [, file] = args.splice(to, 2);
    const { stdout, status } = framework(args, { cwd: folder });
    put(folder, file!, stdout);
    return { printed: [], status };
  }
  const seen = path.join(folder, 'seen.txt');
  const screen = openSync(seen, 'w');
  const { status } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    stdio: ['ignore', screen, screen],
  });
  closeSync(screen);
  const text = readFileSync(seen, 'utf8').replaceAll('\r', '').replace(/\n$/, '');
  return { printed: text === '' ? [] : text.split('\n'), status };
}

test('every command and option stands in docs/cli.md, and nothing that there is not', () => {
  const cwd = root;
  const [, overview = ''] = /^```\n(framework .*?)^```$/ms.exec(docs) ?? [];
  const help = framework(['--help'], { cwd }).stdout;
  const [, ofCommands = ''] = /^Commands:\n(.*?)^ {2}help /ms.exec(help) ?? [];
  const commands = [...ofCommands.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
  expect(commands).toContain('validate');
  const listed = overview.trim().split('\n');
  expect(listed.map(line => line.split(' ')[1])).toEqual(expect.arrayContaining(commands));
  expect(listed).toHaveLength(commands.length);
  for (const line of listed) {
    const command = line.split(' ')[1]!;
    const shown = framework([command, '--help'], { cwd }).stdout;
    const options = [...shown.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
    expect({ command, options: [...line.matchAll(/--[a-z-]+/g)].map(([option]) => option).sort() }).toEqual({
      command,
      options: options.sort(),
    });
  }
});
