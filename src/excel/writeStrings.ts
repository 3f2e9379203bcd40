import type { Strings } from 'exceljs/lib/doc/workbook.js';
import SharedStringXform, { type CellText } from 'exceljs/lib/xlsx/xform/strings/shared-string-xform.js';

/** The texts of all cells, each once, in the order in which they are first used. exceljs has such a table, too, but a slow one that can only be written as a whole. */
export class SharedStrings implements Strings {
  readonly #numbers = new Map<string, number>();
  readonly #texts: CellText[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(text: CellText): number {
    this.#count++;
    // No text that can be written has this character in it.
    const key = typeof text === 'string' ? text : `\u0000${JSON.stringify(text)}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#texts.length;
      this.#numbers.set(key, number);
      this.#texts.push(text);
    }
    return number;
  }

  /** The XML of the part, text by text. */
  *xml(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ` count="${this.#count}" uniqueCount="${this.#texts.length}">`;
    const xform = new SharedStringXform();
    for (const text of this.#texts) yield xform.toXml(text);
    yield '</sst>';
  }
}
