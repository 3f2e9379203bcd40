import { expect, it } from 'vitest';
import { damageIn } from '../../../src/core/rules/text/damage.ts';

it('half a character is damage, and a whole one of two halves is none', () => {
  expect(damageIn('Say \ud83d and go.', true)).toEqual([
    { from: 4, to: 5, what: 'half a character, which no file can hold' },
  ]);
  expect(damageIn('Say \u{1F600} and go.', true)).toEqual([]);
});
