import { misreadAs } from '../yaml/misread.ts';
import type { ScalarStyle } from '../yaml/nodes.ts';

/** Where a scalar is written. */
export interface ScalarPlace {
  /** Within brackets, or as a key: a block scalar cannot stand there. */
  readonly inline: boolean;
  /** Within brackets commas and brackets end plain text. */
  readonly flow: boolean;
  /** The style that stood there before, kept where it can hold the text. */
  readonly prefer?: ScalarStyle;
}

/** A value as text: what stands on the key's own line, and the lines below it without their indentation. */
export interface Written {
  readonly head: string;
  readonly lines: readonly string[];
}

/**
 * Writes a text so that every YAML tool reads back just this text.
 * @param text any text; `\n` parts paragraphs
 */
export function scalarText(text: string, place: ScalarPlace): Written {
  const styles = [
    place.prefer,
    text.includes('\n') ? 'literal' : 'plain',
    'double-if-simple',
    'single',
  ] as const;
  for (const style of styles) {
    const written = style && inStyle(text, style, place);
    if (written) return written;
  }
  return { head: doubleQuoted(text), lines: [] };
}

/** A text as a key. */
export function keyText(text: string, flow: boolean, prefer?: ScalarStyle): string {
  const kept = prefer === 'literal' || prefer === 'folded' ? undefined : prefer;
  return scalarText(text, { inline: true, flow, ...(kept ? { prefer: kept } : {}) }).head;
}

function inStyle(
  text: string,
  style: ScalarStyle | 'double-if-simple',
  place: ScalarPlace,
): Written | undefined {
  switch (style) {
    case 'plain':
      return canBePlain(text, place.flow) ? { head: text, lines: [] } : undefined;
    case 'single':
      return PRINTABLE_LINE.test(text) ? { head: `'${text.replaceAll("'", "''")}'`, lines: [] } : undefined;
    case 'double':
      return { head: doubleQuoted(text), lines: [] };
    case 'double-if-simple':
      return PRINTABLE_LINE.test(text) && !/["\\]/.test(text) ? { head: `"${text}"`, lines: [] } : undefined;
    case 'literal':
      return !place.inline && canBeBlock(text) ? { head: '|-', lines: text.split('\n') } : undefined;
    case 'folded':
      return !place.inline && canBeBlock(text) && !/\n[ \t]/.test(text)
        ? { head: '>-', lines: text.split('\n').flatMap((line, index) => (index ? ['', line] : [line])) }
        : undefined;
  }
}

/** No control character, no lone half of a surrogate pair, nothing that some readers take for a line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;
const PRINTABLE_LINE = { test: (text: string) => !UNPRINTABLE.test(text) && !/[\n\t]/.test(text) };

function canBePlain(text: string, flow: boolean): boolean {
  return (
    text !== '' &&
    PRINTABLE_LINE.test(text) &&
    text.trim() === text &&
    !/^[-?:,[\]{}#&*!|>'"%@`=]|^(?:---|\.\.\.)/.test(text) &&
    !/:(?:\s|$)|\s#/.test(text) &&
    !(flow && /[,[\]{}]|:(?=["'])/.test(text)) &&
    misreadAs(text) === undefined
  );
}

/** Whether a text can stand below its key, line for line. */
function canBeBlock(text: string): boolean {
  return !UNPRINTABLE.test(text) && text.split('\n').every(line => /\S/.test(line)) && !/^[ \t]/.test(text);
}

function doubleQuoted(text: string): string {
  const escaped = JSON.stringify(text);
  return escaped.replace(new RegExp(UNPRINTABLE, 'gu'), char =>
    [...Array(char.length).keys()]
      .map(at => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
