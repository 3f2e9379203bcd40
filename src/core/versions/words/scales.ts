import { CLOSENESS, DEGREES, FREQUENCIES, MODALS, VAGUE_FREQUENCIES, VERB_LADDERS } from './ladders.ts';
import { stemOf, type Token } from './tokens.ts';

/** A scale that words stand on, from the least to the most. */
interface Scale {
  /** What it is called where a word of it was replaced by a higher one, and by a lower one. */
  readonly up: string;
  readonly down: string;
  readonly rungs: ReadonlyMap<string, number>;
}

const scale = (up: string, down: string, rungs: readonly (readonly string[])[]): Scale => ({
  up,
  down,
  // Of a word that stands twice, the lower rung counts.
  rungs: new Map(rungs.flatMap((words, rung) => words.map(word => [stemOf(word), rung] as const)).reverse()),
});

const SCALES: readonly Scale[] = [
  scale('more binding', 'less binding', MODALS),
  ...[FREQUENCIES, VAGUE_FREQUENCIES].map(rungs => scale('more often', 'less often', rungs)),
  scale('a higher degree', 'a lower degree', DEGREES),
  ...VERB_LADDERS.map(rungs => scale('a stronger verb', 'a weaker verb', rungs)),
];

const HELP_SCALE = scale('less help', 'more help', [...CLOSENESS].reverse());

/** How two words that stand on one scale compare. */
export interface Step {
  readonly direction: 'up' | 'down' | 'same';
  readonly reason: string;
}

/**
 * Compares a word with the one that replaced it; undefined if no scale holds both.
 * @param ofHelp whether the two say how close somebody's help is
 */
export function stepBetween(before: Token, after: Token, ofHelp: boolean): Step | undefined {
  // They only look like forms of one word.
  if (before.stem === after.stem && before.key !== after.key) return undefined;
  const steps = (ofHelp ? [HELP_SCALE] : SCALES).flatMap(({ up, down, rungs }): Step[] => {
    const [from, to] = [rungs.get(before.stem), rungs.get(after.stem)];
    if (from === undefined || to === undefined) return [];
    if (from === to) return [{ direction: 'same', reason: 'another word for as much' }];
    return [from < to ? { direction: 'up', reason: up } : { direction: 'down', reason: down }];
  });
  // Where one scale says more and another less, none does.
  const directions = new Set(steps.map(step => step.direction).filter(direction => direction !== 'same'));
  if (directions.size > 1) return undefined;
  return steps.find(step => step.direction !== 'same') ?? steps[0];
}

const VERB_STEMS: ReadonlySet<string> = new Set(VERB_LADDERS.flat(2).map(stemOf));

/** Whether a word is a verb of one of the ladders. */
export function isLadderVerb(token: Token): boolean {
  return VERB_STEMS.has(token.stem);
}

const MODAL_RANKS: ReadonlyMap<string, number> = new Map(
  MODALS.flatMap((words, rank) => words.map(word => [stemOf(word), rank] as const)),
);

/** How binding a word is: 0 may, 1 should, 2 must; undefined for any other word. */
export function modalRank(token: Token): number | undefined {
  return MODAL_RANKS.get(token.stem);
}
