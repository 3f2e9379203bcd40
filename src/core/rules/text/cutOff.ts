import { type Piece, trait } from './pieces.ts';

/** The end of a text that seems to be missing what should follow. */
export interface CutOff {
  /** What it ends in, for a sentence: `the word “of”`. */
  readonly what: string;
  /** From and to of that, in the text. */
  readonly from: number;
  readonly to: number;
}

const words = (list: string) => new Set(list.split(' '));

/** Nothing in English ends in these. */
const NEVER_LAST = words(
  'and or nor but because although unless whereas if than a an the my our their its your every whose e.g i.e eg ie including',
);
/** `in`, `up` and the like end many a verb (`log in`); these seldom do, so they are looked at. */
const PREPOSITIONS = words(
  'of from between into with for to at by via per among amongst upon towards toward against during regarding concerning onto as like until within without about',
);
/** These and a preposition ask for something, whatever stands before them. */
const TWO_WORDS =
  /\b(?:such as|so that|in order to|as well as|due to|according to|because of|based on|related to|in terms of|a range of)$/i;

const LAST_OF_TWO_WORDS = words('as that to of on');

/** Verbs and the like that end in a preposition with nothing to follow: `backups are dealt with`. */
const BE = '(?:am|is|are|was|were|be|been|being|gets?|got)';
const DONE = String.raw`(?:\w+(?:ed|en|lt|nt|wn|ght|ft|pt|de|ne|ut|id)|responsible|accountable|reliant|dependent)`;
const PASSIVE = new RegExp(
  String.raw`\b${BE}(?:\s+(?:not|also|\w+ly))*\s+${DONE}(?:\s+(?:up|out|on|off|down|in))?$`,
  'i',
);
/** What a preposition at the end may refer back to: `the systems which data comes from`. */
const REFERS_BACK = /\b(?:which|who|whom|what|whatever|whichever|whose|where|that|there)\b/i;
/** `that` after these opens a clause of its own instead. */
const CLAUSE_THAT =
  /\b(?:ensur|know|understand|check|confirm|recognis|recogniz|appreciat|verif|agree|mak|demonstrat|show|believ|assum|report|such|so|sure|aware|notic|explain|advis)\w*(?:\s+\w+)?\s+that\b/gi;
/** `the people they work with` needs no `whom`. */
const THEIR_OWN_CLAUSE = /\b(?:you|he|she|we|they)\s+(?:\w+\s+){0,2}\w+$/i;
/** What is to be done was said before: `when asked to`, `… the pump, and teaches others to`. */
const SAID_BEFORE =
  /\b(?:(?:when|if|as|where|unless|until|once)\s+(?:\w+\s+){0,2}\w+(?:ed|ought|old)|and\s+(?:\w+\s+){1,2}(?:others|them))$/i;
/** `someone to talk to`, `tools to work with`. */
const TO_VERB_TO =
  /\b(?:\w+(?:one|body|thing)|need|worth|enough|hard|easy|things?|tools?|people|something)\s+to\s+\w+$/i;

const OPEN_END = trait(piece => {
  const last = lastWord(piece)?.word.toLowerCase();
  const isOpen =
    last !== undefined &&
    (NEVER_LAST.has(last) || PREPOSITIONS.has(last) || LAST_OF_TWO_WORDS.has(last) || FOR_EXAMPLE.test(last));
  return isOpen || LAST_SIGN.test(` ${piece}`);
});

/** Whether it is worth a closer look: nearly all texts have another end. */
export function mayBeCutOff({
  text,
  pieces,
}: {
  readonly text: string;
  readonly pieces: readonly Piece[];
}): boolean {
  return text.includes('\n') || ((pieces.at(-1)?.traits ?? 0) & OPEN_END) !== 0;
}

/**
 * Finds whether a text breaks off.
 * @param text a statement; each of its paragraphs must end properly, except that those before the last may
 *   lead on to the next
 * @param isEnglish else only signs tell, not words
 */
export function cutOff(text: string, isEnglish = true): CutOff | undefined {
  let from = 0;
  const paragraphs = text.split('\n');
  for (const [index, paragraph] of paragraphs.entries()) {
    const cut = ofParagraph(paragraph, index < paragraphs.length - 1, isEnglish);
    if (cut) return { ...cut, from: from + cut.from, to: from + cut.to };
    from += paragraph.length + 1;
  }
  return undefined;
}

const LAST_SIGN = /([([{“‘,;:&/]|\s[-–—])$/;
const FOR_EXAMPLE = /^(?:e\.?g|i\.?e)$/;

/** The last word of a text, without a stop behind it, and where it begins. */
function lastWord(text: string): { word: string; from: number } | undefined {
  // A word holds no space, so there is no need to look before the last.
  const start = text.lastIndexOf(' ') + 1;
  const match = /([\p{L}][\p{L}.’']*?)(\.{0,2}|…|\.{3})$/u.exec(text.slice(start));
  return match ? { word: match[1]!.replace(/\.$/, ''), from: start + match.index } : undefined;
}

function ofParagraph(paragraph: string, leadsOn: boolean, isEnglish: boolean): CutOff | undefined {
  const text = paragraph.trimEnd();
  const sign = LAST_SIGN.exec(text);
  if (sign) {
    // Between the entries of a list.
    if (leadsOn && /[,;:–—-]/.test(sign[1]!)) return undefined;
    return at(`\`${sign[1]!.trim()}\``, text.length - sign[1]!.trim().length, text.length);
  }
  const last = isEnglish ? lastWord(text) : undefined;
  if (!last) return undefined;
  const { word, from } = last;
  const lower = word.toLowerCase();
  const before = text.slice(0, from).trimEnd();
  const cut = at(`the word “${word}”`, from, from + word.length);
  if (FOR_EXAMPLE.test(lower)) return { ...cut, what: `“${text.slice(from)}”`, to: text.length };
  if (leadsOn && /^(?:and|or|including)$/.test(lower)) return undefined;
  if (isLetterName(word, before)) return undefined;
  if (NEVER_LAST.has(lower)) return cut;
  if (TWO_WORDS.test(text.slice(0, from + word.length))) return cut;
  if (PREPOSITIONS.has(lower) && !mayBeLast(before, lower)) return cut;
  return undefined;
}

/** `Vitamin A`, `Type A`, `Windows ME`: capital letters are names. */
function isLetterName(word: string, before: string): boolean {
  return before !== '' && word.length <= 3 && word === word.toUpperCase() && /\p{L}/u.test(word);
}

/** Whether a preposition (`word`) after this text may end the sentence, because what it belongs to came before. */
function mayBeLast(before: string, word: string): boolean {
  const clause = before.slice(before.search(/[^.;:!?]*$/));
  const own = clause.replace(CLAUSE_THAT, ' ');
  // What stands before an `and` or a comma belongs to another part of the sentence.
  const part = own.slice(
    Math.max(
      own.lastIndexOf(','),
      own.toLowerCase().lastIndexOf(' and '),
      own.toLowerCase().lastIndexOf(' or '),
      0,
    ),
  );
  if (word === 'to' && SAID_BEFORE.test(own)) return true;
  return REFERS_BACK.test(part) || PASSIVE.test(part) || THEIR_OWN_CLAUSE.test(part) || TO_VERB_TO.test(part);
}

function at(what: string, from: number, to: number): CutOff {
  return { what, from, to };
}
