import type { SourceText } from '../text/sourceText.ts';
import { type ChunkRun, chunkAt } from './chunks.ts';

/** The text of chunks, as long as they do not change. A byte order mark is in no chunk. */
export class ChunkedText implements SourceText {
  readonly #runs: readonly ChunkRun[];
  readonly #mark: string;
  readonly length: number;

  constructor(runs: readonly ChunkRun[]) {
    this.#runs = runs;
    this.#mark = runs[0]?.start ? '\uFEFF' : '';
    this.length = runs.at(-1)?.chunks.at(-1)?.end ?? 0;
  }

  slice(start: number, end: number = this.length): string {
    let text = this.#mark.slice(start, Math.max(start, end));
    for (const chunk of this.#from(start)) {
      if (chunk.start >= end) break;
      text += chunk.text.slice(Math.max(0, start - chunk.start), end - chunk.start);
    }
    return text;
  }

  indexOf(char: string, from = 0): number {
    if (from === 0 && char === this.#mark) return 0;
    for (const chunk of this.#from(from)) {
      const at = chunk.text.indexOf(char, from - chunk.start);
      if (at >= 0) return chunk.start + at;
    }
    return -1;
  }

  lastIndexOf(char: string, from: number = this.length): number {
    for (const chunk of this.#back(from)) {
      const at = chunk.text.lastIndexOf(char, from - chunk.start);
      if (at >= 0) return chunk.start + at;
    }
    return char === this.#mark ? 0 : -1;
  }

  *#from(offset: number) {
    const place = chunkAt(this.#runs, offset) ?? { run: 0, index: 0 };
    for (let { run, index } = place; run < this.#runs.length; run++, index = 0)
      for (const { chunks } = this.#runs[run]!; index < chunks.length; index++) yield chunks[index]!;
  }

  *#back(offset: number) {
    const place = chunkAt(this.#runs, offset);
    if (!place) return;
    for (let { run, index } = place; run >= 0; run--, index = Number.POSITIVE_INFINITY) {
      const { chunks } = this.#runs[run]!;
      for (index = Math.min(index, chunks.length - 1); index >= 0; index--) yield chunks[index]!;
    }
  }
}
