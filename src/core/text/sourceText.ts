/**
 * A text that is looked at in places: a string, or parts that need not be put together for it. Positions are UTF-16
 * units, as in a string.
 */
export interface SourceText {
  readonly length: number;
  slice(start: number, end?: number): string;
  /** @param char one character */
  indexOf(char: string, from?: number): number;
  /** @param char one character */
  lastIndexOf(char: string, from?: number): number;
}
