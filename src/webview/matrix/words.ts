import type {
  LineSince,
  MatrixCell,
  MatrixHead,
  MatrixView,
  SeverityCounts,
  TopicLine,
} from '../../protocol/matrix.ts';
import type { Position } from './grid/keys.ts';
import { placesIn } from './state/places.ts';

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

export const LENS_SAME = 'Says the same as the level below';
export const LENS_LESS = 'Asks less than a level below';

const KINDS: Record<LineSince['kinds'][number], string> = {
  added: 'Added',
  removed: 'Removed',
  withdrawn: 'Withdrawn',
  reworded: 'Reworded',
  moved: 'Moved',
  relevelled: 'At another level',
  split: 'Split off',
  merged: 'Merged',
  renamed: 'Renamed',
  changed: 'Changed',
};

/** What kind of change it is since the version compared with. */
export function kindWords(kind: LineSince['kinds'][number]): string {
  return KINDS[kind];
}

export function topicName({ title }: TopicLine): string {
  return title ?? UNTITLED_TOPIC;
}

/** The name of a cell or a heading, as it is read out: level, topic and which row of it. */
export function cellName(view: MatrixView, { key, level }: Position): string {
  const places = placesIn(view);
  const line = places.line(key);
  if (line?.type === 'area') return `Title of the area ${line.title ?? UNTITLED_AREA}`;
  if (line?.type === 'section') return `Title of ${line.title}`;
  if (line?.type === 'topic') return `Title of the topic ${topicName(line)}`;
  const topic = places.above(key, 'topic');
  const row = topic ? places.rowsOf(topic).findIndex(other => other.key === key) + 1 : 0;
  return `${view.levels[level]?.title ?? 'Row'}, ${topic ? topicName(topic) : ''}, row ${row}`;
}

/** The first words of a text, to name it by. */
export function firstWords(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}
