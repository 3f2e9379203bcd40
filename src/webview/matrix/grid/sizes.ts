import type { MatrixLevel } from '../../../protocol/matrix.ts';
import type { Item } from '../state/layout.ts';

/**
 * How the grid is laid out for a width: `wide` has the topics in a column of their own, `columns` has them
 * above their rows, `stacked` has the levels below each other, for narrow panes and large zoom.
 */
export type Shape = 'wide' | 'columns' | 'stacked';

const TOPIC = 11;
const LEVEL = 11;
const LEVEL_TIGHT = 9.5;

/**
 * @param width of the grid in pixels
 * @param rem the root font's size in pixels, which grows with zoom
 */
export function shapeFor(width: number, levels: number, rem: number): Shape {
  if (width >= (TOPIC + levels * LEVEL) * rem) return 'wide';
  if (width >= levels * LEVEL_TIGHT * rem) return 'columns';
  // Many levels in a wide pane are better scrolled sideways than read below each other.
  return width >= 46 * rem ? 'wide' : 'stacked';
}

/** Widths that a guess at heights needs, in pixels. */
export interface Measures {
  readonly shape: Shape;
  readonly width: number;
  readonly rem: number;
  readonly levels: readonly MatrixLevel[];
}

/** A guess at the height of an item in pixels, before it is drawn and measured. */
export function guessHeight(item: Item, { shape, width, rem, levels }: Measures): number {
  const line = rem * 1.5;
  if (item.kind === 'area') return 4.2 * rem;
  if (item.kind === 'section') return 2.6 * rem;
  const count = Math.max(1, levels.length);
  const column =
    shape === 'stacked'
      ? width - 2 * rem
      : Math.min(26 * rem, Math.max(LEVEL * rem, (width - (shape === 'wide' ? TOPIC * rem : 0)) / count));
  const letters = Math.max(12, (column - rem * 1.2) / (rem * 0.46));
  let height = shape !== 'wide' && item.first ? 2.4 * rem : 0;
  for (const row of item.rows) {
    let lines = 0;
    for (const cell of row.cells) {
      const length = cell.text?.length ?? 0;
      const own = length === 0 ? (shape === 'stacked' ? 0 : 1) : Math.ceil(length / letters);
      lines = shape === 'stacked' ? lines + own + (own > 0 ? 1.6 : 0) : Math.max(lines, own);
    }
    height += lines * line + rem;
  }
  return Math.max(height, 2.5 * rem);
}
