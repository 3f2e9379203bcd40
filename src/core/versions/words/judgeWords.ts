import { cutOff } from '../../rules/text/cutOff.ts';
import type { Judgement } from '../judgement.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import { sameWords } from './normal.ts';
import { swapped } from './order.ts';
import { DENIAL } from './phrases.ts';
import { segmentsOf } from './segments.ts';
import { isIdle, type Token, tokensOf } from './tokens.ts';

/** Below this share of words in common a statement is a new one in the old one's place. */
const LEAST_IN_COMMON = 0.2;

/**
 * Judges a rewording: does it ask more, less, or the same? What the words cannot tell is undecided. The way: the
 * words that changed are weighed stretch by stretch; examples and asides ask nothing; a new demand beside a mere
 * clarification raises the bar, one that comes while another goes is for a person to weigh.
 */
export function judgeWords(before: string, after: string): Judgement {
  if (sameWords(before, after)) return { class: 'editorial', because: [{ reason: 'the same words' }] };
  if (cutOff(before) && !cutOff(after))
    return {
      class: 'undecided',
      because: [{ reason: 'the old text breaks off', words: before.split(/\s+/).slice(-3).join(' ') }],
    };
  const [old, now] = [tokensOf(before), tokensOf(after)];
  if (inCommon(old, now) < LEAST_IN_COMMON)
    return { class: 'undecided', because: [{ reason: 'largely rewritten' }] };
  const texts = { old: keysOf(old), now: keysOf(now), grown: itemsIn(now) - itemsIn(old) };
  const found = segmentsOf(old, now).flatMap(segment => evidenceIn(segment, texts));
  const places = swapped(old, now);
  if (places)
    found.push({
      direction: 'unclear',
      reason: 'words changed places',
      words: places.map(({ text }) => text).join(', '),
    });
  const of = (direction: Evidence['direction']) => found.filter(evidence => evidence.direction === direction);
  const because = (list: readonly Evidence[]) =>
    list.map(({ reason, words }) => ({ reason, ...(words !== '' && { words }) }));
  const [ups, downs, unclear] = [of('up'), of('down'), of('unclear')];
  if (unclear.some(({ reason }) => DENIAL.some(one => one === reason)))
    return { class: 'undecided', because: because([...unclear, ...ups, ...downs]) };
  if (ups.length > 0 && downs.length > 0) return { class: 'undecided', because: because([...ups, ...downs]) };
  // Something came while something else went, of which nobody can say how much it asked.
  const lost = unclear.filter(({ isLoss }) => isLoss);
  if (ups.length > 0 && lost.length > 0) return { class: 'undecided', because: because([...ups, ...lost]) };
  if (ups.length > 0) return { class: 'raises', because: because(ups) };
  if (downs.length > 0) return { class: 'lowers', because: because(downs) };
  if (unclear.length > 0) return { class: 'undecided', because: because(unclear) };
  if (found.length === 0)
    return { class: 'clarifies', because: [{ reason: 'the same demand in other words' }] };
  return { class: 'clarifies', because: because(of('same')) };
}

/** The share of the words that ask something which both statements have. */
function inCommon(old: readonly Token[], now: readonly Token[]): number {
  const [a, b] = [old, now].map(
    tokens => new Set(tokens.filter(token => !isIdle(token)).map(({ key }) => key)),
  );
  const most = Math.min(a!.size, b!.size);
  if (most === 0) return 1;
  return [...a!].filter(key => b!.has(key)).length / most;
}

function keysOf(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.map(({ key }) => key));
}

/** How many things a demand lists, as its commas and `and`s tell. */
function itemsIn(tokens: readonly Token[]): number {
  return tokens.filter(({ zone, lead, word }) => zone === 'demand' && (lead === ',' || word === 'and'))
    .length;
}
