import type { Checked, Finding } from '../src/core/index.ts';

interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Stands for the document of an editor: the lengths of its lines, and sums of them that are brought up to date from
 * the edited line on, as VS Code has them.
 */
export class EditorText {
  readonly #lengths: number[];
  readonly #ends: Uint32Array;
  #valid = 0;

  constructor(text: string) {
    this.#lengths = text.split('\n').map(line => line.length + 1);
    this.#ends = new Uint32Array(this.#lengths.length);
  }

  /** Makes a line longer, or shorter. */
  resize(line: number, by: number): void {
    this.#lengths[line]! += by;
    this.#valid = Math.min(this.#valid, line);
  }

  positionAt(offset: number): Position {
    for (let line = this.#valid; line < this.#lengths.length; line++)
      this.#ends[line] = (line === 0 ? 0 : this.#ends[line - 1]!) + this.#lengths[line]!;
    this.#valid = this.#lengths.length;
    let low = 0;
    let high = this.#lengths.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return { line: low, character: offset - (low === 0 ? 0 : this.#ends[low - 1]!) };
  }
}

/** The findings as an editor takes them: by line and character. */
export function diagnosticsOf(text: EditorText, { findings }: Pick<Checked, 'findings'>): object[] {
  const range = ({ start, end }: Pick<Finding, 'start' | 'end'>) => ({
    start: text.positionAt(start),
    end: text.positionAt(end),
  });
  return findings.map(({ rule, severity, message, related = [], ...place }) => ({
    range: range(place),
    code: rule,
    severity,
    message,
    source: 'Framework',
    relatedInformation: related.map(other => ({ message: other.message, range: range(other) })),
  }));
}
