import { expect, it } from 'vitest';
import { spanOf } from '../../../src/core/text/editedRange.ts';

it('gives nothing where nothing was replaced', () => {
  expect(spanOf([])).toBeUndefined();
});

it('spans replacements at several cursors', () => {
  const changes = [
    { rangeOffset: 8, rangeLength: 1, text: 'xyz' },
    { rangeOffset: 2, rangeLength: 2, text: '' },
  ];
  expect(spanOf(changes)).toEqual({ start: 2, end: 9, length: 7 });
});
