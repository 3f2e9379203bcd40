/** A place in a text: both count from 0, `character` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Offsets ↔ positions of one text; `\n`, `\r\n` and `\r` each end a line. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (const match of text.matchAll(/\r\n?|\n/g)) this.#starts.push(match.index + match[0].length);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** @param offset is held within the text */
  positionAt(offset: number): Position {
    const held = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= held) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: held - this.#starts[low]! };
  }

  /** @param position is held within the text, its character only by the text's end */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    return start === undefined ? this.#length : Math.min(start + position.character, this.#length);
  }
}
