/** A line that is not read, by its place in the source. */
export interface LeftOut {
  /** Where its content begins, behind the dashes that are still read. */
  readonly at: number;
  readonly column: number;
}

/** A range of a text, as far as it is further right than a column. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

/**
 * A text on the way to one that can be read: lines are left out, as blanks, and colons that were forgotten put in.
 * Offsets are those of the text as it now is; {@link MendedText.sourceOffset} gives those of the source.
 */
export class MendedText {
  readonly source: string;
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
  /** Where colons were put in, as offsets of the source, in order. */
  readonly #colons: readonly number[];

  private constructor(
    source: string,
    text: string,
    leftOut: readonly LeftOut[] = [],
    colons: readonly number[] = [],
  ) {
    this.source = source;
    this.text = text;
    this.leftOut = leftOut;
    this.#colons = colons;
  }

  static of(source: string): MendedText {
    return new MendedText(source, source);
  }

  sourceOffset(at: number): number {
    let before = 0;
    while (before < this.#colons.length && this.#colons[before]! + before < at) before++;
    return at - before;
  }

  /** The lines that are left out in a place. */
  leftOutIn({ from, to, column }: Place): readonly LeftOut[] {
    if (this.leftOut.length === 0) return this.leftOut;
    const [start, end] = [this.sourceOffset(from), this.sourceOffset(to)];
    return this.leftOut.filter(line => start <= line.at && line.at < end && line.column > column);
  }

  /** The text with a colon at an offset. */
  withColon(at: number): MendedText {
    const colons = [...this.#colons, this.sourceOffset(at)].sort((a, b) => a - b);
    return new MendedText(
      this.source,
      `${this.text.slice(0, at)}:${this.text.slice(at)}`,
      this.leftOut,
      colons,
    );
  }

  /** The text with spaces in some ranges, in order: they are as good as what stood there. */
  withSpaces(ranges: readonly (readonly [from: number, to: number])[]): MendedText {
    let at = 0;
    const parts = ranges.map(([from, to]) => {
      const part = this.text.slice(at, from) + ' '.repeat(to - from);
      at = to;
      return part;
    });
    return new MendedText(this.source, parts.join('') + this.text.slice(at), this.leftOut, this.#colons);
  }

  /** The text with blanks from one offset of a line to another, which may be on a later line. */
  without(from: number, to: number): MendedText {
    const part = this.text.slice(from, to);
    const indent = /^[\t ]*/.exec(part)![0].length;
    const column = from - lineStart(this.text, from) + indent;
    return this.#replaced(from, to, part.replace(/[^\r\n]/g, ' '), column);
  }

  /**
   * The text without a line that stands astray.
   * @param among the column of what it stands among
   */
  withoutStray({
    start,
    end,
    among,
  }: {
    readonly start: number;
    readonly end: number;
    among: number;
  }): MendedText {
    // Spaces may be taken for the indentation of a text in several lines; ends of lines are not.
    return this.#replaced(start, end, '\n'.repeat(end - start), among);
  }

  #replaced(from: number, to: number, blanks: string, column: number): MendedText {
    return new MendedText(
      this.source,
      this.text.slice(0, from) + blanks + this.text.slice(to),
      [...this.leftOut, { at: this.sourceOffset(from), column }],
      this.#colons,
    );
  }
}

/** The offset at which the line begins that an offset lies in. */
export function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset at which the line ends that an offset lies in, without its line end. */
export function lineStop(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
