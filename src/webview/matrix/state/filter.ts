import type { MatrixCell, MatrixLevel, RowLine, SeverityCounts } from '../../../protocol/matrix.ts';

/** Which rows are shown. Empty texts ask for nothing. */
export interface Filter {
  /** Words that a row, with the titles above it, holds all of. */
  readonly text: string;
  /** The id of a level: what is asked for must be at that level. */
  readonly level: string;
  /** The id of an area. */
  readonly area: string;
  readonly findings: '' | 'any' | 'error' | 'warning';
  /** Only what differs from the version compared with. */
  readonly changed: boolean;
}

export const NO_FILTER: Filter = { text: '', level: '', area: '', findings: '', changed: false };

/** Whether a filter lets anything less than everything through. */
export function isFiltering({ text, level, area, findings, changed }: Filter): boolean {
  return text.trim() !== '' || level !== '' || area !== '' || findings !== '' || changed;
}

/** How many things a filter asks for beside words. */
export function countOf({ level, area, findings, changed }: Filter): number {
  return [level !== '', area !== '', findings !== '', changed].filter(Boolean).length;
}

/** The words that a filter asks for, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a row passes what a filter asks beside its words and its area. */
export function passes(row: RowLine, filter: Filter, levels: readonly MatrixLevel[]): boolean {
  const level = filter.level === '' ? -1 : levels.findIndex(({ id }) => id === filter.level);
  const cells = level < 0 ? row.cells : row.cells.slice(level, level + 1);
  if (level >= 0 && filter.findings === '' && !filter.changed && cells[0]?.text === undefined) return false;
  const found = (marks: SeverityCounts | undefined) => {
    if (filter.findings === 'any') return marks !== undefined;
    return filter.findings !== '' && (marks?.[filter.findings] ?? 0) > 0;
  };
  const own = level < 0;
  if (filter.findings !== '' && !(cells.some(cell => found(cell.marks)) || (own && found(row.marks))))
    return false;
  const changed = (cell: MatrixCell) => cell.since !== undefined;
  return !filter.changed || cells.some(changed) || (own && row.since !== undefined);
}

const texts = new WeakMap<RowLine, string>();

/** Whether the texts of a row, with the titles above it, hold all the words. */
export function holds(row: RowLine, titles: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  let text = texts.get(row);
  if (text === undefined) {
    text = row.cells
      .map(cell => `${cell.text ?? ''}\n${cell.note ?? ''}`)
      .join('\n')
      .toLowerCase();
    texts.set(row, text);
  }
  return words.every(word => text.includes(word) || titles.includes(word));
}

/** The titles of lines in lower case, to search in. */
export function titlesOf(...lines: readonly ({ readonly title?: string } | undefined)[]): string {
  return lines
    .map(line => line?.title ?? '')
    .join('\n')
    .toLowerCase();
}
