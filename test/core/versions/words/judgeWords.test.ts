import { describe, expect, it } from 'vitest';
import { judgeWords } from '../../../../src/core/versions/words/judgeWords.ts';

/** The class, and the first reason with its words. */
function judged(before: string, after: string): string {
  const { class: found, because } = judgeWords(before, after);
  const [first] = because;
  return `${found}: ${first?.reason}${first?.words === undefined ? '' : ` (${first.words})`}`;
}

describe('a rewording', () => {
  it.each([
    ['Organise back-ups & check them.', 'Organize backups and check them'],
    ['Use e-mail, safely.', 'Use email safely.'],
    ['Treat anaemia.', 'Treat anemia.'],
    ['Know ten rules.', 'Know 10 rules.'],
  ])('is editorial where the words are the same: %s', (before, after) => {
    expect(judgeWords(before, after).class).toBe('editorial');
  });

  it.each([
    ['Bake bread.', 'Bake bread and cakes.', 'raises: newly asked (and cakes)'],
    ['Bake simple cakes.', 'Bake cakes.', 'raises: a lost qualifier (simple)'],
    ['Assist with audits.', 'Lead audits.', 'raises: a stronger verb (Assist → Lead)'],
    [
      'Sweep the yard with supervision.',
      'Sweep the yard.',
      'raises: help, a condition or a limit is gone (with supervision)',
    ],
    [
      'Review the plan annually.',
      'Review the plan every month.',
      'raises: more often (annually → every month)',
    ],
    ['You should wear gloves.', 'You must wear gloves.', 'raises: more binding (should → must)'],
    ['Answer within 4 hours.', 'Answer within 2 hours.', 'raises: a tighter limit (4 → 2)'],
    ['Use tools e.g. saws.', 'Use tools including saws.', 'raises: an example that is asked for now (saws)'],
    [
      'Understand how to lift loads.',
      'Lift loads.',
      'raises: doing it, where less was asked (Understand how to)',
    ],
  ])('raises the bar: %s → %s; the reverse lowers it', (before, after, wanted) => {
    expect(judged(before, after)).toBe(wanted);
    expect(judgeWords(after, before).class).toBe('lowers');
  });

  it.each([
    ['Use tools e.g. saws.', 'Use tools e.g. saws and planes.'],
    ['Utilise the tools.', 'Use the tools.'],
    ['Work with colleagues and carry out repairs.', 'Carry out repairs and work with colleagues.'],
    ['Use the MIS.', 'Use the management information system.'],
    ['Lock doors.', 'Lock doors in order to keep people safe.'],
    ['Maintian the register.', 'Maintain the register.'],
  ])('clarifies where as much is asked in other words: %s → %s', (before, after) => {
    expect(judgeWords(before, after).class).toBe('clarifies');
    expect(judgeWords(after, before).class).toBe('clarifies');
  });

  it.each([
    ['Bake simple cakes.', 'Bake cakes with support.'],
    ['Sell bread and milk.', 'Sell bread and shoes.'],
    ['A strong awareness of', 'A strong awareness of the law.'],
    ['Sweep the yard.', 'Negotiate contracts with suppliers.'],
    ['Enter the cellar.', 'Do not enter the cellar.'],
  ])('is undecided where words alone cannot tell: %s → %s', (before, after) => {
    expect(judgeWords(before, after).class).toBe('undecided');
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
    'may have any word: %s',
    word => {
      expect(judgeWords(`Call the ${word}.`, `call the ${word}`).class).toBe('editorial');
      expect(judgeWords(`Call the ${word}.`, `Call the ${word} and the superclass.`).class).toBe('raises');
    },
  );

  it('says every word that made it so', () => {
    expect(judgeWords('Sweep the yard.', 'Sweep the whole yard and mend the gate.').because).toEqual([
      { reason: 'a wider or higher demand', words: 'whole' },
      { reason: 'newly asked', words: 'and mend the gate' },
    ]);
  });
});
