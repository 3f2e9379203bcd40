import { trait } from './pieces.ts';

/** Characters that some program mangled on the way. */
export interface Damage {
  readonly from: number;
  readonly to: number;
  /** What happened, for a sentence. */
  readonly what: string;
  /** What should stand there; undefined where that is not known. */
  readonly meant?: string;
}

/** The characters of Windows-1252 in the place of the control characters 0x80 to 0x9F. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
/** UTF-8 that was read as Windows-1252: a first byte and as many of those that go on. */
const MISREAD =
  /[\u00C2-\u00DF][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[\u00E0-\u00EF][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}/g;
const ENTITY =
  /&(?:amp|nbsp|lt|gt|quot|apos|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|pound|#\d{2,5}|#x[0-9a-f]{2,5});/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  pound: '£',
};

const SUSPECT = /[^\n\t\x20-\x7E]|[&_`?]/;

/** Texts without such a piece are whole: nearly all. */
export const SUSPECT_OF_DAMAGE = trait(piece => SUSPECT.test(piece));

/**
 * What is damaged in a text, in its order.
 * @param isEnglish elsewhere quotation marks open and close in other ways
 */
export function damageIn(text: string, isEnglish: boolean): Damage[] {
  const all: Damage[] = [];
  const find = (pattern: RegExp, what: string, meant?: (found: string) => string | undefined) => {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const becomes = meant?.(match[0]);
      if (!all.some(other => other.from < to && from < other.to))
        all.push({ from, to, what, ...(becomes === undefined ? {} : { meant: becomes }) });
    }
  };
  if (SUSPECT.test(text)) {
    for (const match of text.matchAll(MISREAD)) {
      const meant = reread(match[0]);
      if (meant !== undefined)
        all.push({
          from: match.index,
          to: match.index + match[0].length,
          what: 'read in the wrong encoding',
          meant,
        });
    }
    find(/\uFFFD+/g, 'lost: the place holder of a character that could not be read');
    find(/\p{Cs}/gu, 'half a character, which no file can hold');
    find(/(?![\t\n\r])\p{Cc}/gu, 'a control character', found => {
      const meant = WINDOWS[found.charCodeAt(0) - 0x80];
      return meant === found ? '' : (meant ?? '');
    });
    find(/[\u00AD\u200B\u2060\uFEFF\uE000-\uF8FF]/g, 'a character that cannot be seen', found =>
      found < '\uE000' || found === '\uFEFF' ? '' : undefined,
    );
    find(ENTITY, 'a code of a web page', found => {
      const name = found.slice(1, -1).toLowerCase();
      if (!name.startsWith('#')) return ENTITIES[name];
      const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return String.fromCodePoint(code);
    });
    find(/_x00(?:0[0-9A-D]|1[0-9A-F]|A0)_/gi, 'a code of a workbook', () => ' ');
    find(/(?<=\p{L})[`´‘](?=\p{L}|\s|$)/gu, 'a mark in the place of an apostrophe', () => '’');
    find(
      /(?<=\p{Ll})\?(?=(?:s|t|re|ve|ll|d)\b)/gu,
      'a question mark in the place of an apostrophe',
      () => '’',
    );
    if (isEnglish) {
      find(/(?<=^|[\s(])”(?=\p{L})/gu, 'a closing quote that opens', () => '“');
      find(/(?<=[\p{L}.,])“(?=\s|$|[).,;])/gu, 'an opening quote that closes', () => '”');
    }
  }
  return all.sort((a, b) => a.from - b.from);
}

/** The character whose UTF-8 bytes were read one by one; undefined if these are none. */
function reread(text: string): string | undefined {
  const bytes = [...text].map(char => {
    const at = WINDOWS.indexOf(char);
    return at < 0 ? char.charCodeAt(0) : 0x80 + at;
  });
  const [first = 0, second = 0, third = 0] = bytes;
  if (bytes.slice(1).some(byte => byte < 0x80 || byte > 0xbf)) return undefined;
  const code =
    bytes.length === 2
      ? ((first & 0x1f) << 6) | (second & 0x3f)
      : ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  // Only what people write: Latin letters and signs, or the marks of print.
  const isLikely = (code >= 0xa0 && code <= 0x17f) || (code >= 0x2010 && code <= 0x2122);
  return isLikely ? String.fromCodePoint(code) : undefined;
}
