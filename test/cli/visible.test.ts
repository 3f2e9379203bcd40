import { expect, test } from 'vitest';
import { visible, visibleIn } from '../../src/cli/format/visible.ts';

test('control characters of a file are shown as signs, and steer no terminal', () => {
  expect(visible('a\u001b[31mb\u0007\u007f\u009bc')).toBe('a␛[31mb␇␡<9B>c');
  expect(visible('two\nlines\tand a tab')).toBe('two\nlines\tand a tab');
  expect(visibleIn({ a: ['\u0008', 1, undefined], b: new Set(['x']) })).toEqual({
    a: ['␈', 1, undefined],
    b: new Set(['x']),
  });
});
