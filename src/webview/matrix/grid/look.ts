import type { CellWords, MatrixLevel, RowLine, WordsAgainst } from '../../../protocol/matrix.ts';

/** What a row shows beside its own line: words compared, and texts on their way into the file. */
export interface RowLook {
  readonly against?: WordsAgainst;
  /** By the index of the level. */
  readonly words?: ReadonlyMap<number, CellWords>;
  readonly pending?: ReadonlyMap<number, string>;
}

/** How rows look; the same object for a row as long as it looks the same. */
export type Look = (line: RowLine) => RowLook;

/** The levels as columns: all of them, and which are shown. */
export interface Levels {
  readonly all: readonly MatrixLevel[];
  /** Indexes, from left to right. */
  readonly shown: readonly number[];
}

export const PLAIN: RowLook = {};
