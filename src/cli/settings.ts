import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CONFIG_NAME,
  type Config,
  LineIndex,
  type RunOptions,
  readConfig,
  type Versioning,
} from '../core/index.ts';
import { codeOf, Failure } from './failure.ts';
import { decode } from './files.ts';
import { placeIn, type Source } from './source.ts';

const NONE: RunOptions = {};

/**
 * What `framework.config.yaml` beside a file sets for the rules; nothing where there is no such file.
 * @param file on disk
 * @throws Failure if the settings cannot be read, or say what they cannot mean
 */
export async function settingsFor(file: string): Promise<RunOptions> {
  return (await configFor(file))?.settings ?? NONE;
}

/**
 * What `framework.config.yaml` beside a framework asks of the version number, where that is not as usual.
 * @throws Failure as {@link settingsFor}
 */
export async function versioningFor({ kind, name }: Source): Promise<Versioning> {
  return kind === 'file' ? ((await configFor(name))?.versioning ?? {}) : {};
}

async function configFor(file: string): Promise<Config | undefined> {
  const name = path.join(path.dirname(file), CONFIG_NAME);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(name);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Failure(name, `cannot be read (${code}). Check it and its rights, or remove it.`);
  }
  const text = decode(bytes, name);
  const config = readConfig(text);
  const [first] = [...config.problems].sort((a, b) => a.start - b.start);
  if (first) {
    const place = placeIn(text, first.start, new LineIndex(text)).join(':');
    throw new Failure(`${name}:${place}`, first.message);
  }
  return config;
}
