import { type Loaded, loadFramework } from '../model/load.ts';
import { applyEdits } from '../text/edit.ts';
import { type Replacement, spanOf } from '../text/editedRange.ts';
import { parseYaml, updateYaml } from '../yaml/document.ts';

/** More places than this at once are read as the one range that spans them. */
const MANY = 8;

/** A framework file while it is edited: read once, afterwards only where it changes. */
export class LiveFile {
  #loaded: Loaded;

  constructor(text: string) {
    this.#loaded = loadFramework(parseYaml(text));
  }

  /** What the file holds now; the same object until the text changes, and places in it hold as long. */
  get loaded(): Loaded {
    return this.#loaded;
  }

  /** The length of the text, in UTF-16 units. */
  get length(): number {
    return this.#loaded.document.length;
  }

  /**
   * Follows a change of the text.
   * @param replacements made at once: their offsets are those before any of them
   * @throws RangeError if they are not of this text, or overlap: a fault of the caller
   */
  change(replacements: readonly Replacement[]): void {
    const span = spanOf(replacements);
    if (!span) return;
    if (replacements.length > MANY) {
      const { start, end } = span;
      const edits = replacements.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset - start,
        end: rangeOffset + rangeLength - start,
        text,
      }));
      const before = this.#loaded.document.text.slice(start, end);
      this.#replace(start, end, applyEdits(before, edits));
      return;
    }
    // From the last to the first, so that the offsets of those to come still hold.
    const fromLast = [...replacements].sort((a, b) => b.rangeOffset - a.rangeOffset);
    for (const { rangeOffset, rangeLength, text } of fromLast)
      this.#replace(rangeOffset, rangeOffset + rangeLength, text);
  }

  #replace(start: number, end: number, text: string): void {
    this.#loaded = loadFramework(updateYaml(this.#loaded.document, { start, end }, text), this.#loaded);
  }
}
