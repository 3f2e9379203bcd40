import type { Row } from '../../model/types.ts';
import { type Cut, cut } from './pieces.ts';

/** A statement as rules read it. */
export interface Reading extends Cut {
  readonly row: Row;
  readonly level: string;
  readonly text: string;
}

const readings = new WeakMap<Row, readonly Reading[]>();

/** The statements of a row; read once, as long as the row is the same. */
export function readingsOf(row: Row): readonly Reading[] {
  let found = readings.get(row);
  if (!found) {
    found = Array.from(row.statements, ([level, text]) => ({ row, level, text, ...cut(text) }));
    readings.set(row, found);
  }
  return found;
}
