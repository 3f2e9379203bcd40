import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_CLASSES } from '../../src/core/versions/judgement.ts';
import { judgeWords } from '../../src/core/versions/words/judgeWords.ts';
import { statementTexts } from '../helpers/arbitraryTexts.ts';

/** Pairs of statements; of half of them, one is the other with words taken out, put in or changed. */
const pairs = fc.oneof(
  fc.tuple(statementTexts, statementTexts),
  fc
    .tuple(statementTexts, statementTexts, fc.nat(60), fc.nat(60))
    .map(([a, b, at, length]): [string, string] => [a, `${a.slice(0, at)}${b}${a.slice(at + length)}`]),
);

describe('the laws of the judgement of words', () => {
  it('gives any two texts a class, and a reason in words', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const { class: found, because } = judgeWords(before, after);
        expect(BAR_CLASSES).toContain(found);
        expect(because).not.toEqual([]);
        for (const { reason } of because) expect(reason).toMatch(/^\p{L}/u);
      }),
    );
  });

  it('calls the same words editorial, and both ways round', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        expect(judgeWords(before, before).class).toBe('editorial');
        expect(judgeWords(after, before).class === 'editorial').toBe(
          judgeWords(before, after).class === 'editorial',
        );
      }),
    );
  });
});
