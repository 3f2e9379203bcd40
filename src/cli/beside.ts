import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, Failure } from './failure.ts';
import { gitFolder } from './git.ts';
import type { Source } from './source.ts';

/** The folder that a framework file stands in, on disk or in git: what is said of the framework stands beside it. */
export interface Folder {
  /** The name of the framework file in it. */
  readonly own: string;
  /** What messages call another file of it. */
  nameOf(file: string): string;
  /** The names of its files; none where it cannot be listed. */
  list(): Promise<readonly string[]>;
  /**
   * Reads a file of it.
   * @returns undefined if there is none
   * @throws Failure if there is one that cannot be read
   */
  read(file: string): Promise<Uint8Array | undefined>;
}

/** The folder around a framework file; undefined for what stands in none, such as standard input or a workbook. */
export function folderOf({ kind, name }: Pick<Source, 'kind' | 'name'>): Folder | undefined {
  if (kind === 'git') return gitFolder(name);
  return kind === 'file' ? diskFolder(name) : undefined;
}

function diskFolder(framework: string): Folder {
  const nameOf = (file: string) => path.join(path.dirname(framework), file);
  return {
    own: path.basename(framework),
    nameOf,
    list: () => readdir(path.dirname(path.resolve(framework))).catch(() => []),
    read: async file => {
      try {
        // Reading a pipe would wait for whoever writes to it.
        const found = await stat(nameOf(file));
        return found.isFile() || found.isDirectory() ? await readFile(nameOf(file)) : undefined;
      } catch (error) {
        const code = codeOf(error);
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw new Failure(nameOf(file), `cannot be read (${code}). Check it and its rights, or remove it.`);
      }
    },
  };
}
