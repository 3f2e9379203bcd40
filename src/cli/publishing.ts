import type { Framework } from '../core/index.ts';
import { BesideError, readReasons, reasonPlaces, reasonsFileOf } from '../core/index.ts';
import type { Release } from '../core/publishing.ts';
import { folderOf } from './beside.ts';
import { today } from './date.ts';
import { loadExcel } from './excel.ts';
import { Failure } from './failure.ts';
import { decode } from './files.ts';
import type { Source } from './source.ts';

/** What compares versions and publishes what changed, loaded on first use. */
export function loadPublishing() {
  return import('../core/publishing.ts');
}

/** The forms in which a body publishes what changed. */
export type ReleaseForm = 'markdown' | 'html' | 'xlsx' | 'crosswalk';

/**
 * A release in one of its forms.
 * @param out where it goes: a crosswalk is JSON where the name ends so, else CSV
 */
export async function inForm(
  release: Release,
  form: ReleaseForm,
  newer: Framework,
  out: string,
): Promise<string | Uint8Array> {
  if (form === 'xlsx') {
    const [{ releaseBook }, { writeXlsx }] = await Promise.all([loadPublishing(), loadExcel()]);
    return writeXlsx(releaseBook(release, today()));
  }
  const { releaseText } = await loadPublishing();
  const ending = /\.json$/i.test(out) ? 'json' : 'csv';
  return releaseText(release, form === 'crosswalk' ? `crosswalk.${ending}` : form, newer);
}

/**
 * What the maintainer said of the changes that lead to a version, from the file beside it, on disk or in git.
 * @throws Failure if there is one that cannot be read
 */
export async function reasonsFor(source: Source) {
  const file = await reasonsFile(source);
  return file ? orFailure(() => readReasons(file.text, file.name)) : [];
}

/**
 * What of this is of no effect, each in a sentence with its place.
 * @throws Failure as {@link reasonsFor}
 */
export async function idleReasonsOf(source: Source, others: readonly Framework[]): Promise<string[]> {
  const file = await reasonsFile(source);
  if (!file) return [];
  const { framework } = source.loaded;
  const reasons = orFailure(() => readReasons(file.text, file.name));
  const places = reasonPlaces(file.text);
  const versions = others.filter(other => other.details.id === framework.details.id);
  const { idleReasons } = await loadPublishing();
  return idleReasons(reasons, framework, versions).map(({ at, message }) => {
    const { line, column } = places[at]!;
    return `${file.name}:${line}:${column}: ${message}`;
  });
}

async function reasonsFile(source: Source): Promise<{ text: string; name: string } | undefined> {
  const folder = folderOf(source);
  const file = folder && reasonsFileOf(folder.own);
  const bytes = file && (await folder.read(file));
  if (!bytes) return undefined;
  const name = folder.nameOf(file);
  return { text: decode(bytes, name), name };
}

function orFailure<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof BesideError ? new Failure(undefined, error.message) : error;
  }
}
