import { type Attributes, attribute, isTrue, readXml, type XmlHandler } from './readXml.ts';
import type { ZipParts } from './readZip.ts';
import { LONGEST_TEXT, tooLongText } from './tooLarge.ts';
import { unescapeCellText } from './xmlText.ts';

/** A string of a cell or note, with what its runs say about it. */
export interface RichString {
  readonly text: string;
  /** Whether it is made of several runs, which may look different. */
  readonly rich: boolean;
  /** Its words that are struck out; `''`: none. */
  readonly struck: string;
}

/**
 * Collects the string inside an element (`si`, `is`, `text`): give it every event between the element's start
 * and its end. Phonetic guides are left out.
 */
export class StringCollector {
  #text = '';
  #struck = '';
  #runs = 0;
  #inText = false;
  #inGuide = false;
  #runStruck = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.#inGuide = true;
    else if (name === 't') this.#inText = !this.#inGuide;
    else if (name === 'r') {
      this.#runs++;
      this.#runStruck = false;
    } else if (name === 'strike') this.#runStruck = isTrue(attribute(attributes, 'val') ?? '1');
  }

  text(piece: string): void {
    if (!this.#inText) return;
    this.#text += piece;
    if (this.#text.length > LONGEST_TEXT) throw tooLongText();
    if (this.#runStruck) this.#struck += piece;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inGuide = false;
    else if (name === 'r') this.#runStruck = false;
  }

  take(): RichString {
    const taken = {
      text: unescapeCellText(this.#text),
      rich: this.#runs > 1 || this.#struck !== '',
      struck: unescapeCellText(this.#struck),
    };
    this.#text = '';
    this.#struck = '';
    this.#runs = 0;
    this.#runStruck = false;
    return taken;
  }
}

/** The strings that cells refer to by number. */
export async function readStrings(zip: ZipParts, part: string): Promise<RichString[]> {
  const strings: RichString[] = [];
  const collector = new StringCollector();
  let inside = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'si') inside = true;
      else if (inside) collector.open(name, attributes);
    },
    text(piece) {
      if (inside) collector.text(piece);
    },
    close(name) {
      if (name === 'si') {
        strings.push(collector.take());
        inside = false;
      } else if (inside) collector.close(name);
    },
  };
  await readXml(zip, part, handler);
  return strings;
}
