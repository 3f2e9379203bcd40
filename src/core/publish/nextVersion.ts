import type { Loaded } from '../model/load.ts';
import type { Details, Framework } from '../model/types.ts';
import { compareVersions } from '../model/version.ts';
import { applyEdits } from '../text/edit.ts';
import { editsTo } from '../write/writer.ts';

/** Why the next version cannot be started, in a sentence for people. */
export class VersionError extends Error {
  override readonly name = 'VersionError';
}

/**
 * The framework as the draft of its next version: same ids and words, a new version number, and what it
 * supersedes. Withdrawn rows remain.
 * @param version the new version's number, such as `1.3`
 * @throws VersionError if the number is no number of versions or does not come after the present one
 */
export function nextVersion(framework: Framework, version: string): Framework {
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))*$/.test(version))
    throw new VersionError(
      `"${version}" is not a version number. Write numbers parted by dots, such as 1.3.`,
    );
  const now = framework.details.version;
  // `v1.3` or `1.3-draft` has a number in it, which counts; `first edition` has none, so that any comes after it.
  const number = /\d+(?:\.\d+)*/.exec(now)?.[0];
  if (number !== undefined && compareVersions(version, number) <= 0)
    throw new VersionError(`Version ${version} does not come after ${now}. Choose a higher number.`);
  const { date: _date, fingerprint: _fingerprint, ...kept } = framework.details;
  const details: Details = { ...kept, version, status: 'draft', supersedes: now };
  return { ...framework, details };
}

/**
 * The text of the next version's file: the same text but for the version's details.
 * @throws VersionError as {@link nextVersion}
 */
export function nextVersionText(loaded: Loaded, version: string): string {
  return applyEdits(loaded.document.text, editsTo(loaded, nextVersion(loaded.framework, version)));
}
