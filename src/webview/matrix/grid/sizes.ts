import type { RowLine } from '../../../protocol/matrix.ts';
import { type Columns, TOPICS, widthOf } from '../state/columns.ts';
import type { Item } from '../state/layout.ts';
import type { Levels } from './look.ts';

/**
 * How the grid is laid out for a width: `wide` has the topics in a column of their own, `columns` has them
 * above their rows, `stacked` has the levels below each other, for narrow panes and large zoom.
 */
export type Shape = 'wide' | 'columns' | 'stacked';

const TOPIC = 11;
const LEVEL = 11;
const LEVEL_TIGHT = 7.75;
const LEVEL_WIDEST = 26;
/** Where a row is taken hold of. */
const HANDLE = 1.4;

/** The columns of a shape, in root font sizes. */
export interface Tracks {
  readonly topic: string;
  /** The handle and the levels, as the tracks of a CSS grid. */
  readonly columns: string;
  readonly least: string;
}

function least(levels: Levels, columns: Columns, otherwise: number): number {
  return levels.shown.reduce(
    (sum, level) => sum + (widthOf(columns, levels.all[level]!.id) ?? otherwise),
    HANDLE,
  );
}

/**
 * @param width of the grid in pixels
 * @param rem the root font's size in pixels, which grows with zoom
 */
export function shapeFor(width: number, levels: Levels, columns: Columns, rem: number): Shape {
  if (width >= ((widthOf(columns, TOPICS) ?? TOPIC) + least(levels, columns, LEVEL)) * rem) return 'wide';
  if (width >= least(levels, columns, LEVEL_TIGHT) * rem) return 'columns';
  // Many levels in a wide pane are better scrolled sideways than read below each other.
  return width >= 46 * rem ? 'wide' : 'stacked';
}

export function tracksFor(shape: Shape, levels: Levels, columns: Columns): Tracks {
  const [narrow, wide] = shape === 'wide' ? [LEVEL, `${LEVEL_WIDEST}rem`] : [LEVEL_TIGHT, '1fr'];
  const tracks = levels.shown.map(level => {
    const own = widthOf(columns, levels.all[level]!.id);
    return own === undefined ? `minmax(${narrow}rem, ${wide})` : `${own}rem`;
  });
  const topic = shape === 'wide' ? (widthOf(columns, TOPICS) ?? TOPIC) : 0;
  return {
    topic: `${topic}rem`,
    columns: [`${HANDLE}rem`, ...tracks].join(' '),
    least: shape === 'stacked' ? '0' : `${topic + least(levels, columns, narrow)}rem`,
  };
}

/** What a guess at heights needs. */
export interface Measures {
  readonly shape: Shape;
  /** In pixels. */
  readonly width: number;
  readonly rem: number;
  readonly levels: Levels;
  readonly columns: Columns;
}

/** Guesses the height of an item in pixels, before it is drawn and measured. A row is looked at once. */
export function guessing({ shape, width, rem, levels, columns }: Measures): (item: Item) => number {
  const rest = width / rem - HANDLE - (shape === 'wide' ? (widthOf(columns, TOPICS) ?? TOPIC) : 0);
  const narrowest = shape === 'wide' ? LEVEL : LEVEL_TIGHT;
  const even = Math.min(LEVEL_WIDEST, Math.max(narrowest, rest / Math.max(1, levels.shown.length)));
  /** How many letters stand in a line of each level. */
  const letters = levels.shown.map(level => {
    const column = shape === 'stacked' ? width / rem - 2 : (widthOf(columns, levels.all[level]!.id) ?? even);
    return Math.max(12, (column - 1.2) / 0.46);
  });
  const known = new WeakMap<RowLine, number>();
  const rowHeight = (row: RowLine) => {
    let height = known.get(row);
    if (height !== undefined) return height;
    let lines = 0;
    for (const [nth, level] of levels.shown.entries()) {
      const length = row.cells[level]?.text?.length ?? 0;
      const own = length === 0 ? (shape === 'stacked' ? 0 : 1) : Math.ceil(length / letters[nth]!);
      lines = shape === 'stacked' ? lines + own + (own > 0 ? 1.6 : 0) : Math.max(lines, own);
    }
    height = (lines * 1.5 + 1) * rem;
    known.set(row, height);
    return height;
  };
  return item => {
    if (item.kind === 'area') return 4.2 * rem;
    if (item.kind === 'section') return 2.6 * rem;
    const head = shape !== 'wide' && item.first ? 2.4 * rem : 0;
    return Math.max(
      item.rows.reduce((sum, row) => sum + rowHeight(row), head),
      2.5 * rem,
    );
  };
}
