import type { MatrixCell, MatrixHead, SeverityCounts } from '../../protocol/matrix.ts';

/** The words of the page, in one place. */

export const UNTITLED_AREA = 'Untitled area';
export const UNTITLED_TOPIC = 'Untitled topic';

const BLANKS: Record<NonNullable<MatrixCell['blank']>, string> = {
  'not-applicable': 'Not applicable',
  'as-below': 'As the level below',
  missing: 'To be written',
};

/** What an empty cell says. */
export function blankWords(blank: NonNullable<MatrixCell['blank']>): string {
  return BLANKS[blank];
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

export function badgeWords({ status, version, date }: MatrixHead): string {
  if (status === 'draft') return `Draft ${version}`;
  return `Published ${version}${date ? `, ${date}` : ''} – read only`;
}

/** The counts of findings, gravest first. */
export function markWords(marks: SeverityCounts): string {
  const { error = 0, warning = 0, info = 0 } = marks;
  return [
    error && plural(error, 'error'),
    warning && plural(warning, 'warning'),
    info && plural(info, 'remark'),
  ]
    .filter(Boolean)
    .join(', ');
}

export function withdrawnWords({ since, reason }: { since: string; reason?: string | undefined }): string {
  return `Withdrawn in ${since}${reason ? `: ${reason}` : ''}`;
}

export function countWords(shown: number, total: number, filtered: boolean): string {
  if (!filtered) return plural(total, 'row');
  return shown === 0 ? 'No row matches' : `${shown.toLocaleString('en-GB')} of ${plural(total, 'row')}`;
}
