import {
  CONFIG_NAME,
  type Config,
  LineIndex,
  type RunOptions,
  readConfig,
  type Versioning,
} from '../core/index.ts';
import { folderOf } from './beside.ts';
import { Failure } from './failure.ts';
import { decode } from './files.ts';
import { placeIn, type Source } from './source.ts';

const NONE: RunOptions = {};

type Where = Pick<Source, 'kind' | 'name'>;

/**
 * What `framework.config.yaml` beside a file, on disk or in git, sets for the rules; nothing where there is no such
 * file.
 * @throws Failure if the settings cannot be read, or say what they cannot mean
 */
export async function settingsFor(source: Where): Promise<RunOptions> {
  return (await configFor(source))?.settings ?? NONE;
}

/**
 * What `framework.config.yaml` beside a framework asks of the version number, where that is not as usual.
 * @throws Failure as {@link settingsFor}
 */
export async function versioningFor(source: Where): Promise<Versioning> {
  return (await configFor(source))?.versioning ?? {};
}

async function configFor(source: Where): Promise<Config | undefined> {
  const folder = folderOf(source);
  const bytes = await folder?.read(CONFIG_NAME);
  if (!folder || !bytes) return undefined;
  const name = folder.nameOf(CONFIG_NAME);
  const text = decode(bytes, name);
  const config = readConfig(text);
  const [first] = [...config.problems].sort((a, b) => a.start - b.start);
  if (first) {
    const place = placeIn(text, first.start, new LineIndex(text)).join(':');
    throw new Failure(`${name}:${place}`, first.message);
  }
  return config;
}
