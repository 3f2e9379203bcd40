import type { Conflict } from '../changes/merge.ts';
import type { Deed } from './conflictSides.ts';

/** A conflict with the name by which it is answered; the id of the node that it is about is `node`. */
export interface OpenConflict extends Omit<Conflict, 'id' | 'versions'> {
  /** The same for the same conflict each time: `statement:devices-1@1st`, `topic:devices:title`. */
  readonly id: string;
  readonly node?: string;
  /** What each side that changed it made of it, and what it did for that. */
  readonly versions: readonly (Conflict['versions'][number] & { readonly deeds?: readonly Deed[] })[];
  /** The name of the side whose version was chosen. */
  readonly answer?: string;
}

/** @param answer only if it settles the conflict */
export function openConflict({ id: node, ...conflict }: Conflict, answer?: string): OpenConflict {
  const { what, row, level, field } = conflict;
  const address = row === undefined ? (node ?? '') : `${row}@${level}`;
  return {
    id: `${what}:${address}${field === undefined ? '' : `:${field}`}`,
    ...(node !== undefined && { node }),
    ...conflict,
    ...(answer !== undefined && { answer }),
  };
}
