import type { WordPart } from '../changes/words.ts';

/** What a statement is beside the nearest statement at a level below. */
export type LevelStep = 'lowest' | 'same' | 'more';

/** One cell of a row, word by word against another text: that of the level below, or that of another version. */
export interface CellWords {
  readonly level: string;
  /** What is `same` or `added` makes up the cell; what was `removed` stands in the other text only. */
  readonly parts: readonly WordPart[];
  /** Against the level below. */
  readonly step?: LevelStep;
  /** Why the cell asks less than a level below it, in a sentence. */
  readonly less?: string;
}

export interface RowWords {
  readonly row: string;
  /** The cells that have something to compare; of other versions, those that differ. */
  readonly cells: readonly CellWords[];
}
