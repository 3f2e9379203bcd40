/** A word of a text that can be looked up. */
export interface SpelledWord {
  /** As it is written, without a possessive ending. */
  readonly raw: string;
  /** As dictionaries have it: with a straight apostrophe. */
  readonly word: string;
  readonly start: number;
  /** Whether a sentence begins with it, so that its capital says nothing. */
  readonly isFirst: boolean;
  /** The compound with hyphens that it is part of, as it is written. */
  readonly compound?: string;
  /** For what is no word by itself, but a prefix to the next one: that. */
  readonly next?: string;
}

/** What is no prose: addresses, paths, names of files and domains, code, placeholders. */
const NO_PROSE =
  /\b[A-Za-z][A-Za-z0-9+.-]*:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|(?<!\S)(?:[A-Za-z]:)?[\\/](?:[^\s\\/]+[\\/])+\S*|\\\\\S+|(?<![\p{L}\p{N}_.])[\p{L}\p{N}_-]+(?:\.[\p{Ll}\p{N}][\p{L}\p{N}_-]*)+|`[^`\n]*`|<[^<>\s]*>|\{[^{}\s]*\}|[#%$]\w+/gu;

/** Letters and digits, apostrophes within, and all that hyphens join to it. */
const WORD =
  /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*(?:[-‐‑][\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*)*/gu;

/** What stands before a hyphen without being a word of its own. */
const PREFIXES = new Set(
  'anti auto bi bio co counter cross cyber de di e eco electro ex extra geo hyper infra inter intra macro mega meta micro mid mini mis mono multi nano neo non out over para per peri photo physio poly post pre pro proto pseudo psycho quasi re self semi socio sub super supra techno tele thermo trans tri ultra un under uni vice'.split(
    ' ',
  ),
);

/** The words of a statement that can be looked up, in order: no numbers, abbreviations or names with capitals within. */
export function spelledWords(text: string): SpelledWord[] {
  // A text in capitals shouts; it has no words to tell from abbreviations.
  if (text === text.toUpperCase()) return [];
  const prose = text.replace(NO_PROSE, found => ' '.repeat(found.length));
  const found: SpelledWord[] = [];
  for (const { 0: whole, index } of prose.matchAll(WORD)) {
    const parts = whole.split(/[-‐‑]/);
    let start = index;
    for (const [at, part] of parts.entries()) {
      const after = prose.slice(start + part.length);
      const raw = part.replace(/['’]s$/i, '');
      const isPrefix = PREFIXES.has(raw.toLowerCase());
      const next = isPrefix ? /^ (\p{Ll}+)/u.exec(after)?.[1] : undefined;
      if (isWord(raw) && !(isPrefix && /^[-‐‑]/.test(after)))
        found.push({
          raw,
          word: raw.normalize('NFC').replaceAll('’', "'"),
          start,
          isFirst: at === 0 && beginsSentence(text.slice(0, start)),
          ...(parts.length > 1 ? { compound: whole } : {}),
          ...(next === undefined ? {} : { next }),
        });
      start += part.length + 1;
    }
  }
  return found;
}

/** In Latin letters, at least two, and no capital but the first. */
function isWord(raw: string): boolean {
  return /^\p{L}['’\p{Ll}\p{M}]*\p{Ll}[\p{Ll}\p{M}]*$/u.test(raw) && !/[^\p{Script=Latin}\p{M}'’]/u.test(raw);
}

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|incl|approx|no|cf|mr|mrs|ms|dr|st)\.\s+$/i;

function beginsSentence(before: string): boolean {
  if (!/\S/.test(before)) return true;
  return /(?:[.!?]["'”’)\]]*\s+|\n\s*(?:[-–•*]\s*)?|[•]\s*)$/.test(before) && !ABBREVIATION.test(before);
}
