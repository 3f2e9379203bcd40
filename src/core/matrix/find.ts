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

/** The matches in one cell: where each begins and ends in its text. */
export interface FoundCell {
  readonly row: string;
  readonly level: string;
  readonly at: readonly (readonly [from: number, to: number])[];
}

/** What a query finds, in document order. */
export interface Found {
  /** All matches, listed or not. */
  readonly matches: number;
  /** How many cells hold them. */
  readonly cells: number;
  /** The first cells, at most {@link MOST_FOUND}. */
  readonly found: readonly FoundCell[];
}
