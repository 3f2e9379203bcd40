import type { Framework } from '../core/index.ts';
import { BesideError, readReasons, reasonsFileOf } from '../core/index.ts';
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
  const folder = folderOf(source);
  if (!folder) return [];
  const file = reasonsFileOf(folder.own);
  const bytes = await folder.read(file);
  if (!bytes) return [];
  const name = folder.nameOf(file);
  try {
    return readReasons(decode(bytes, name), name);
  } catch (error) {
    throw error instanceof BesideError ? new Failure(undefined, error.message) : error;
  }
}
