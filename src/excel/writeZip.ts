import { strToU8, Zip, ZipDeflate } from 'fflate';
import { joined } from '../core/sheet/inflate.ts';

/** The first moment that a zip file can tell; always the same, so that the same book gives the same bytes. */
const ZIP_EPOCH = '1980-01-01T00:00:00';
/** A file that is 5 % smaller than at this level takes half as long again. */
const LEVEL = 3;
/** Each part is packed with a table of its own; a larger one packs no better here. */
const MEMORY = 5;
/** How many characters are packed at once. */
const AT_ONCE = 32 * 1024;

/** A zip file, packed piece by piece while it is being made. */
export class ZipWriter {
  readonly #chunks: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk);
  });

  /**
   * Adds a part; yields each time that some of it is packed.
   * @param pieces its text, which is asked for bit by bit
   */
  *add(name: string, pieces: Iterable<string>): Generator<void> {
    const part = new ZipDeflate(name, { level: LEVEL, mem: MEMORY });
    part.mtime = ZIP_EPOCH;
    this.#zip.add(part);
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < AT_ONCE) continue;
      part.push(strToU8(waiting));
      waiting = '';
      yield;
    }
    part.push(strToU8(waiting), true);
    yield;
  }

  /** The bytes of the file, once all is added. */
  finish(): Uint8Array {
    this.#zip.end();
    return joined(this.#chunks);
  }
}
