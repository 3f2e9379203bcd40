import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { root } from '../../scripts/lib/install.mjs';

/** Where the tests' own build is, from the checkout. */
export const OUT_DIR = '.cache/cli-test';
/** The built command line. */
export const CLI = path.join(root, OUT_DIR, 'cli.cjs');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface How {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string | undefined>;
  /** The Node to run it with; default the one that runs the tests. */
  readonly node?: string;
  /** `terminal`: its pipes look like one; `nobody`: as a user who owns nothing. */
  readonly as?: 'terminal' | 'nobody';
}

/** Runs the built command line as scripts do: nothing is a terminal, unless it is asked for. */
export function framework(args: readonly string[], { cwd, stdin = '', env, node, as }: How): Ran {
  const before =
    as === 'terminal'
      ? ['--require', path.join(import.meta.dirname, 'asTerminal.cjs')]
      : as === 'nobody'
        ? [path.join(import.meta.dirname, 'asNobody.cjs')]
        : [];
  const { status, stdout, stderr, error } = spawnSync(node ?? process.execPath, [...before, CLI, ...args], {
    cwd,
    input: stdin,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, NO_COLOR: undefined, SOURCE_DATE_EPOCH: '1795392000', ...env },
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** The Nodes at hand, by version: the one that runs the tests, and others on the PATH, such as the system's. */
export const nodes: ReadonlyMap<string, string> = findNodes();

function findNodes(): Map<string, string> {
  const found = new Map([[process.version, process.execPath]]);
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (!path.isAbsolute(folder) || !existsSync(file)) continue;
    const { stdout, status } = spawnSync(file, ['--version'], { encoding: 'utf8' });
    const version = stdout?.trim();
    if (status === 0 && version && !found.has(version) && Number(/\d+/.exec(version)?.[0]) >= 20)
      found.set(version, file);
  }
  return found;
}

/** An empty folder outside of the checkout, so that no repository is around it. @returns its path, and what removes it */
export function emptyFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'framework-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Puts a file into a folder, with the folders on the way. */
export function put(folder: string, name: string, data: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, data);
  return file;
}

/** Copies a file or folder of the checkout. @param as its name there; default: its last name */
export function copyFromCheckout(name: string, folder: string, as = path.basename(name)): void {
  cpSync(path.join(root, name), path.join(folder, as), { recursive: true });
}
