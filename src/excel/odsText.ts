import { type Attributes, attribute } from './readXml.ts';
import { LONGEST_TEXT, tooLongText } from './tooLarge.ts';

/** More spaces than this in a row are none that a person typed. */
const MOST_SPACES = 32_767;

/** The text of a cell or comment in an OpenDocument file. */
export interface OdsText {
  readonly text: string;
  /** Whether parts of it have a look of their own. */
  readonly rich: boolean;
  /** Its words that are struck out; `''`: none. */
  readonly struck: string;
  /** Where a click leads to. */
  readonly link?: string;
}

/**
 * Collects paragraphs: give it every event within the cell or comment. White space counts as the format has it:
 * a run of it is one space, none at the beginning of a paragraph; what is to stay stands in elements of its own.
 */
export class OdsTextCollector {
  readonly #struckStyles: ReadonlySet<string>;
  #paragraphs: string[] = [];
  #length = 0;
  #struck = '';
  #rich = false;
  #link: string | undefined;
  /** Whether each open element within the paragraph strikes its text out. */
  #open: boolean[] = [];
  #depth = 0;
  #skipped = 0;

  /** @param struckStyles the names of the styles that strike text out */
  constructor(struckStyles: ReadonlySet<string>) {
    this.#struckStyles = struckStyles;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || SKIPPED.has(name)) {
      this.#skipped++;
      return;
    }
    if (name === 'p' || name === 'h') {
      if (this.#depth++ === 0) this.#paragraphs.push('');
      return;
    }
    if (this.#depth === 0) return;
    const style = attribute(attributes, 'style-name');
    const struck = style !== undefined && this.#struckStyles.has(style);
    this.#open.push(struck || this.#open.at(-1) === true);
    if (name === 'span') this.#rich = true;
    else if (name === 's')
      this.#add(' '.repeat(Math.min(MOST_SPACES, Number(attribute(attributes, 'c') ?? '1') || 1)));
    else if (name === 'tab') this.#add('\t');
    else if (name === 'line-break') this.#add('\n');
    else if (name === 'a') this.#link ??= attribute(attributes, 'href');
  }

  text(piece: string): void {
    if (this.#depth === 0 || this.#skipped > 0) return;
    const paragraph = this.#paragraphs.at(-1)!;
    const text = piece.replace(/[ \t\r\n]+/g, ' ');
    this.#add(paragraph === '' || paragraph.endsWith(' ') ? text.replace(/^ /, '') : text);
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--;
    else if (name === 'p' || name === 'h') this.#depth--;
    else if (this.#depth > 0) this.#open.pop();
  }

  /** @returns undefined if there was no paragraph */
  take(): OdsText | undefined {
    const found =
      this.#paragraphs.length === 0
        ? undefined
        : {
            text: this.#paragraphs.join('\n'),
            rich: this.#rich,
            struck: this.#struck,
            ...(this.#link !== undefined && { link: this.#link }),
          };
    this.#paragraphs = [];
    this.#length = 0;
    this.#struck = '';
    this.#rich = false;
    this.#link = undefined;
    return found;
  }

  #add(text: string): void {
    this.#length += text.length;
    if (this.#length > LONGEST_TEXT) throw tooLongText();
    this.#paragraphs[this.#paragraphs.length - 1] += text;
    if (this.#open.at(-1)) this.#struck += text;
  }
}

/** What stands within a paragraph without being its text: reading aids, pictures, comments on words. */
const SKIPPED = new Set(['ruby-text', 'frame', 'custom-shape', 'annotation', 'note']);
