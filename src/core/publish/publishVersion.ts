import { fingerprint } from '../model/fingerprint.ts';
import type { Loaded } from '../model/load.ts';
import type { Details, Framework } from '../model/types.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { editsTo } from '../write/writer.ts';
import { VersionError } from './nextVersion.ts';

/**
 * The framework as a published version: with the day, and a fingerprint by which validation tells whether it is still
 * what was published.
 * @param date the day of publication, `2026-11-23`
 * @throws VersionError if it is published already, or if the date is no day
 */
function publishedVersion(framework: Framework, date: string): Framework {
  const { status, version, fingerprint: sealed } = framework.details;
  if (status === 'published' && sealed !== undefined)
    throw new VersionError(
      `Version ${version} is published already and is no longer changed. Start the next version, and publish that.`,
    );
  if (!isDay(date))
    throw new VersionError(`"${date}" is not a day. Write it as year, month and day, such as 2026-01-31.`);
  const details = {
    ...framework.details,
    status: 'published' as const,
    date,
    fingerprint: fingerprint(framework),
  };
  return { ...framework, details };
}

/** The day that a version is published on where nobody says another: what is published already keeps its own. */
export function publicationDay({ status, date }: Details, today: string): string {
  return status === 'published' && date !== undefined ? date : today;
}

/**
 * The edits that mark a version as published in its file: its status, the day and the fingerprint.
 * @throws VersionError as {@link publishedVersion}
 */
export function publishingEdits(loaded: Loaded, date: string): TextEdit[] {
  return editsTo(loaded, publishedVersion(loaded.framework, date));
}

/** As {@link publishingEdits}, as the text that they lead to. */
export function publishedText(loaded: Loaded, date: string): string {
  return applyEdits(loaded.document.text, publishingEdits(loaded, date));
}

function isDay(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (year === undefined) return false;
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return time.toISOString().slice(0, 10) === date;
}
