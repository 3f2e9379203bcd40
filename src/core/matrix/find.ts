import type { Area, Framework, Row } from '../model/types.ts';

/** What is sought in the statements. */
export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Only at these levels, by id; absent: at all. */
  readonly levels?: readonly string[];
  /** Only in these areas, by id; absent: in all. */
  readonly areas?: readonly string[];
  /** Whether withdrawn rows are looked through as well. */
  readonly withdrawn: boolean;
}

type Stretch = readonly [from: number, to: number];

/** The matches in one cell: where each begins and ends in its text. */
export interface FoundCell {
  readonly row: string;
  readonly level: string;
  readonly at: readonly Stretch[];
}

/** What a query finds, in document order. */
export interface Found {
  /** All matches, listed or not. */
  readonly matches: number;
  /** How many cells hold them. */
  readonly cells: number;
  /** The first cells, at most 5,000. */
  readonly found: readonly FoundCell[];
}

const MOST_FOUND = 5_000;

/** Where a text occurs in the statements of a framework. */
export function findInMatrix(framework: Framework, query: FindQuery): Found {
  const found: FoundCell[] = [];
  let matches = 0;
  let cells = 0;
  for (const { row, level, at } of eachFound(framework, query)) {
    matches += at.length;
    if (cells++ < MOST_FOUND) found.push({ row: row.id, level, at });
  }
  return { matches, cells, found };
}

interface FoundText {
  readonly row: Row;
  readonly level: string;
  readonly text: string;
  readonly at: readonly Stretch[];
}

/** Every cell that a query finds something in, row by row; only that of `cell`, if it is given. */
export function* eachFound(
  framework: Framework,
  query: FindQuery,
  cell?: { readonly row: string; readonly level: string },
): Generator<FoundText> {
  const pattern = patternOf(query);
  if (!pattern) return;
  const levels = framework.levels.map(({ id }) => id).filter(id => query.levels?.includes(id) ?? true);
  for (const row of rowsIn(framework, query)) {
    if (cell && cell.row !== row.id) continue;
    for (const level of levels) {
      if (cell && cell.level !== level) continue;
      const text = row.statements.get(level);
      if (text === undefined) continue;
      const at = Array.from(
        text.matchAll(pattern),
        ({ 0: { length }, index }): Stretch => [index, index + length],
      );
      if (at.length > 0) yield { row, level, text, at };
    }
  }
}

function* rowsIn({ areas }: Framework, query: FindQuery): Generator<Row> {
  const isLive = ({ withdrawn }: Pick<Row | Area, 'withdrawn'>) => query.withdrawn || !withdrawn;
  for (const area of areas) {
    if (!isLive(area) || query.areas?.includes(area.id) === false) continue;
    for (const section of area.sections)
      for (const topic of section.topics)
        if (isLive(topic)) for (const row of topic.rows) if (isLive(row)) yield row;
  }
}

const WORD = '[\\p{L}\\p{M}\\p{N}_]';

/** What a query looks for; undefined where it looks for nothing. */
function patternOf({ text, matchCase, wholeWord }: FindQuery): RegExp | undefined {
  if (text === '') return undefined;
  let source = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  // Beside what is no letter itself, any letter may stand.
  const isWord = new RegExp(WORD, 'u');
  if (wholeWord && isWord.test([...text][0]!)) source = `(?<!${WORD})${source}`;
  if (wholeWord && isWord.test([...text].at(-1)!)) source = `${source}(?!${WORD})`;
  return new RegExp(source, matchCase ? 'gu' : 'giu');
}
