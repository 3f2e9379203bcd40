import { DecodeUTF8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { WorkbookError } from '../core/sheet/workbookError.ts';
import { damaged, type ZipParts } from './readZip.ts';
import { LONGEST_TEXT, tooLongText } from './tooLarge.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Gets the elements of a part in order, by the names they have without a prefix. */
export interface XmlHandler {
  /**
   * May leave out of a piece of the text what says nothing. It is asked as long as there is no comment, CDATA section or
   * instruction, where what looks like an element may be none.
   * @returns what is left, and how many elements are not in it any more
   */
  shorten?(piece: string): { readonly text: string; readonly elements: number };
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** What later versions of the programs add; what is in it is not of the sheet that older ones see. */
const SKIPPED = new Set(['extLst', 'AlternateContent']);

/** What begins a comment, a CDATA section, a document type or an instruction. */
const SPECIAL = /<[!?]/;
const DECLARATION = /^\uFEFF?<\?xml /;

/** No program nests its elements deeper. */
const DEEPEST = 1000;

/**
 * Reads a part of XML, in slices.
 * @throws WorkbookError `unsafe` if it declares a document type, `damaged` if it is not well-formed
 */
export async function readXml(zip: ZipParts, part: string, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(zip, part, handler);
  for await (const chunk of zip.unpacking(part)) reader.write(chunk);
  reader.end();
}

class XmlReader {
  readonly #part: string;
  readonly #parser: SaxesParser;
  readonly #decode: (chunk: Uint8Array, last: boolean) => void;

  constructor(zip: ZipParts, part: string, handler: XmlHandler) {
    this.#part = part;
    this.#parser = parserOf(zip, part, handler);
    /** How much came since the last angle bracket: a text, or an attribute, which the parser keeps as a whole. */
    let sinceBracket = 0;
    let isPlain = handler.shorten !== undefined;
    let end = '';
    this.#decode = decoder(piece => {
      const last = Math.max(piece.lastIndexOf('<'), piece.lastIndexOf('>'));
      sinceBracket = last < 0 ? sinceBracket + piece.length : piece.length - last;
      if (sinceBracket > LONGEST_TEXT) throw tooLongText();
      isPlain &&= !SPECIAL.test(end + (end === '' ? piece.replace(DECLARATION, '') : piece));
      end = piece.slice(-1);
      if (!isPlain) {
        this.#parser.write(piece);
        return;
      }
      const { text, elements } = handler.shorten!(piece);
      zip.countElements(elements);
      this.#parser.write(text);
    });
  }

  write(chunk: Uint8Array): void {
    this.#wellFormed(() => this.#decode(chunk, false));
  }

  end(): void {
    this.#wellFormed(() => {
      this.#decode(new Uint8Array(0), true);
      this.#parser.close();
    });
  }

  #wellFormed(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (error instanceof WorkbookError) throw error;
      throw damaged(`its part ${this.#part} is not well-formed XML`);
    }
  }
}

function parserOf(zip: ZipParts, part: string, handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let skipping = 0;
  let depth = 0;
  parser.on('doctype', () => {
    throw new WorkbookError(
      'unsafe',
      `The workbook is refused: its part ${part} declares a document type, which no spreadsheet program writes.`,
    );
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:[lb]e)?|us-ascii)$/i.test(encoding))
      throw damaged(`its part ${part} is in the encoding ${encoding}`);
  });
  parser.on('opentag', tag => {
    zip.countElements();
    if (++depth > DEEPEST) throw damaged(`its part ${part} nests deeper than any that a program writes`);
    const name = localName(tag.name);
    if (skipping > 0 || SKIPPED.has(name)) skipping++;
    else handler.open?.(name, tag.attributes);
  });
  parser.on('closetag', tag => {
    depth--;
    if (skipping > 0) skipping--;
    else handler.close?.(localName(tag.name));
  });
  const text = (piece: string) => {
    if (skipping === 0) handler.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const COLON = ':'.charCodeAt(0);

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const value = attributes[name];
  if (value !== undefined) return value;
  for (const key in attributes) {
    const colon = key.length - name.length - 1;
    if (colon >= 0 && key.charCodeAt(colon) === COLON && key.endsWith(name)) return attributes[key];
  }
  return undefined;
}

/** `1`, `true` and `on` are true, as different programs write it. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** Decodes UTF-8, or UTF-16 by its first bytes, chunk by chunk. */
function decoder(give: (text: string) => void): (chunk: Uint8Array, last: boolean) => void {
  let decode: ((chunk: Uint8Array, last: boolean) => void) | undefined;
  let held: Uint8Array = new Uint8Array(0);
  return (chunk, last) => {
    if (decode) return decode(chunk, last);
    held = join(held, chunk);
    if (held.length < 2 && !last) return;
    const [a, b] = held;
    if (a === 0xff && b === 0xfe) decode = utf16(true, give, 2);
    else if (a === 0xfe && b === 0xff) decode = utf16(false, give, 2);
    else if (a === 0x3c && b === 0) decode = utf16(true, give, 0);
    else if (a === 0 && b === 0x3c) decode = utf16(false, give, 0);
    else {
      const utf8 = new DecodeUTF8(give);
      decode = (bytes, end) => utf8.push(bytes, end);
    }
    decode(held, last);
  };
}

function utf16(littleEndian: boolean, give: (text: string) => void, skip: number) {
  let rest: Uint8Array = new Uint8Array(0);
  let toSkip = skip;
  return (chunk: Uint8Array, last: boolean) => {
    const bytes = join(rest, chunk.subarray(toSkip));
    toSkip = 0;
    const units: string[] = [];
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const first = bytes[at]!;
      const second = bytes[at + 1]!;
      units.push(String.fromCharCode(littleEndian ? first | (second << 8) : (first << 8) | second));
    }
    rest = bytes.slice(bytes.length & ~1);
    if (last && rest.length > 0) throw new RangeError('half a character');
    give(units.join(''));
  };
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
