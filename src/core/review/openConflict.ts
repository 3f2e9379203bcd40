import type { Conflict } from '../changes/merge.ts';

/** A conflict with the name by which it is answered. */
export interface OpenConflict extends Conflict {
  readonly id: string;
  /** The name of the side whose version was chosen. */
  readonly answer?: string;
}

/** The same for the same conflict each time: `statement:devices-1@1st`. */
export function conflictId({ what, id, row, level, field }: Conflict): string {
  const address = row === undefined ? (id ?? '') : `${row}@${level}`;
  return `${what}:${address}${field === undefined ? '' : `:${field}`}`;
}
