import { expect, test } from 'vitest';
import { Failure, sentenceOf } from '../../src/cli/failure.ts';

test('what nobody expected is said in one line, without a trace', () => {
  const sentence = sentenceOf(new TypeError('x is not a function.\n  It is a number.'));
  expect(sentence).toBe(
    'This is a fault of the program (TypeError: x is not a function: it is a number), so please report it with the command that you gave.',
  );
  expect(sentenceOf('odd')).toContain('(odd)');
});

test('a failure says its own sentence', () => {
  expect(sentenceOf(new Failure('a.yaml', 'is odd: mend it.'))).toBe('a.yaml: is odd: mend it.');
});
