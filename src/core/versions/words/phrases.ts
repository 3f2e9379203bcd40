import { ALL_VERBS, NOUNS_TOO } from '../../rules/text/verbs.ts';
import type { Evidence } from './evidence.ts';
import { DUTIES, EXPLANATIONS, FRONTS, LARGE, LIMITS, PURPOSES, SMALL } from './lexicon.ts';
import { isSign } from './normal.ts';
import { isLadderVerb, modalRank } from './scales.ts';
import type { Segment } from './segments.ts';
import { isIdle, type Token } from './tokens.ts';

/** What holds for the two statements as wholes. */
export interface Texts {
  /** The keys of their words. */
  readonly old: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
  /** By how many items the lists in the demand grew. */
  readonly grown: number;
}

/** What words say: what to call it when they came, and when they went. */
type Said = readonly [direction: Evidence['direction'], came: string, went: string];

/**
 * What words say that only came, or only went. What went says the reverse of what it would say if it came.
 * @param tokens those of that side of the segment that nothing else explains
 */
export function phraseEvidence(
  segment: Segment,
  tokens: readonly Token[],
  side: 'added' | 'removed',
  texts: Texts,
): Omit<Evidence, 'words'> | undefined {
  const said = tokens.length === 0 ? undefined : meaningOf(segment, tokens, side, texts);
  if (!said) return undefined;
  const [direction, came, went] = said;
  if (side === 'added') return { direction, reason: came };
  return { direction: direction === 'up' ? 'down' : direction === 'down' ? 'up' : direction, reason: went };
}

function meaningOf(
  segment: Segment,
  tokens: readonly Token[],
  side: 'added' | 'removed',
  texts: Texts,
): Said {
  const text = phraseOf(segment[side]);
  const content = tokens.filter(token => !isIdle(token));
  const isJoined = joins(segment, side, texts);
  if (tokens.some(({ word }) => DENIES.test(word)))
    return content.every(token => isTurning(token.word) || modalRank(token) !== undefined)
      ? ['unclear', ...DENIAL]
      : ['unclear', 'a word that denies', 'a word that denied'];
  if (EXPLANATIONS.some(pattern => pattern.test(text))) return ['same', 'an explanation', 'an explanation'];
  if (PURPOSES.some(pattern => pattern.test(text))) return ['same', 'a purpose', 'a purpose'];
  if (isWhole(segment[side]) && tokens.some(({ word }) => BUT.test(word)))
    return ['unclear', 'a limit in brackets', 'a limit in brackets'];
  if (LIMITS.some(pattern => pattern.test(text.replace(/^(?:and|or)\s+/, ''))))
    return ['down', 'help, a condition or a limit', 'help, a condition or a limit is gone'];
  if (isFront(segment, side) && isAlone(segment, side) && !isJoined && FRONTS.test(text))
    return ['down', 'less than to do it', 'doing it, where less was asked'];
  const modal = modalOf(tokens);
  if (modal === 2) return ['up', 'binding now', 'no longer binding'];
  if (modal !== undefined) return ['down', 'less binding', 'more binding'];
  const others = side === 'added' ? texts.old : texts.now;
  const isRepeated = content.every(token => others.has(token.key) && !isWeight(token));
  // One more of a list that is named elsewhere too is one more all the same; `coach and mentor` is not.
  const isBeside = content.every(({ key }) => key === segment.before?.key || key === segment.after?.key);
  if (content.length > 0 && isRepeated && (!tokens.some(isAnd) || isBeside))
    return ['same', 'words repeated', 'words no longer repeated'];
  if (content.length > 0 && content.every(({ word }) => isSign(word)))
    return ['unclear', 'another sign', 'another sign'];
  if (/^including\b/.test(text)) return ['unclear', 'named in particular', 'no longer named'];
  if (DUTIES.some(pattern => pattern.test(text)))
    return ['up', 'a condition to be met', 'a condition is gone'];
  const weighty = content.filter(
    (token, at) => isWeight(token) || (OF_WEIGHT.test(token.word) && at > 0 && isWeight(content[at - 1]!)),
  );
  const rest = content.filter(token => !weighty.includes(token));
  if (rest.length === 0) {
    if (!weighty[0] && tokens.some(isAnd) && tokens.some(({ word }) => KIND.test(word)))
      return ['unclear', 'narrowed or widened', 'narrowed or widened'];
    if (!weighty[0]) return ['same', 'words that ask nothing', 'words that ask nothing'];
    return SMALL.has(weighty[0].word)
      ? ['down', 'a qualifier', 'a lost qualifier']
      : ['up', 'a wider or higher demand', 'a narrower or lower demand'];
  }
  if (isExplaining(segment[side], content)) return ['same', ASIDE, ASIDE];
  if (isWhole(segment[side]) && !JOINT.test(segment[side][0]!.word))
    return ['unclear', 'narrowed or widened', 'narrowed or widened'];
  if (isJoined || (rest.some(isDoing) && !isFront(segment, side)))
    return ['up', 'newly asked', 'no longer asked'];
  return ['unclear', 'narrowed or widened', 'narrowed or widened'];
}

/** What is said of an aside that is neither help nor a limit, a weight or a duty. */
export const ASIDE = 'an explanation in brackets';

/** Whether words are an aside that came or went whole. Within one that stayed words count as anywhere. */
function isWhole(tokens: readonly Token[]): boolean {
  return tokens.every(({ zone }) => zone === 'aside') && !!tokens[0]?.opens && !!tokens.at(-1)?.closes;
}

/** Whether a whole aside only explains: it adds nothing, names no number, and no kind or degree. */
function isExplaining(tokens: readonly Token[], content: readonly Token[]): boolean {
  return (
    isWhole(tokens) &&
    !JOINT.test(tokens[0]!.word) &&
    !isWeight(content[0]!) &&
    !content.some(({ word }) => isSign(word) || /^\p{N}/u.test(word))
  );
}

const JOINT = /^(?:and|plus|also)$/;
/** Kinds of things: `general and specific`. */
const KIND = /^(?:specific|existing|particular|different|certain|various|other)$/;
const BUT = /^(?:only|just|solely|except|excluding)$/;

/** `low risk`, `high value`: the second word weighs nothing by itself. */
const OF_WEIGHT = /^(?:value|risk|level|cost|volume|complexity|priority|impact|degree|standard|quality)s?$/;

function isWeight({ word }: Token): boolean {
  return SMALL.has(word) || LARGE.has(word);
}

/** What is said of words that turn a demand round: whatever else changed, a person must look. */
export const DENIAL = ['the demand is denied', 'the demand is no longer denied'] as const;

const DENIES =
  /^(?:not|no|never|without|nor|unless|cannot|(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|must|need)nt)$/;

/** What turns a demand round alone; `without` only says something of it. */
function isTurning(word: string): boolean {
  return DENIES.test(word) && !/^(?:without|nor|unless)$/.test(word);
}

/** How binding words are that do nothing else; undefined for all others. */
function modalOf(tokens: readonly Token[]): number | undefined {
  if (!tokens.every(token => isIdle(token) || modalRank(token) !== undefined)) return undefined;
  return tokens.map(modalRank).find(rank => rank !== undefined);
}

function isAnd({ word }: Token): boolean {
  return JOINT.test(word);
}

function isDoing(token: Token): boolean {
  return !NOUNS_TOO.has(token.word) && (ALL_VERBS.has(token.word) || isLadderVerb(token));
}

/** Whether nothing stands in the stead of the words. */
function isAlone(segment: Segment, side: 'added' | 'removed'): boolean {
  return segment[side === 'added' ? 'removed' : 'added'].every(isIdle);
}

/** Whether words stand at the very beginning of their statement. */
function isFront(segment: Segment, side: 'added' | 'removed'): boolean {
  return segment[side][0]?.from === 0;
}

/** Whether words are one more of what stands beside them: `and …`, `…, …`, or a sentence of their own. */
function joins({ removed, added }: Segment, side: 'added' | 'removed', { grown }: Texts): boolean {
  const tokens = side === 'added' ? added : removed;
  const hasGrown = side === 'added' ? grown > 0 : grown < 0;
  const isJoint = (token: Token) => JOINT.test(token.word) || /[,;.\n]/.test(token.lead);
  return tokens.some(isJoint) || hasGrown;
}

/** Words as the patterns of phrases see them. */
function phraseOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text.toLowerCase()).join(' ');
}
