import { expect, it } from 'vitest';
import { LiveFile } from '../../../src/core/index.ts';
import { fileWith } from '../../helpers/loaded.ts';

const text = fileWith('id: r1\nstatements:\n  1st: Keep a list.');

it('says so when it is given a change of another text', () => {
  const file = new LiveFile(text);
  expect(() => file.change([{ rangeOffset: text.length, rangeLength: 1, text: '' }])).toThrow(RangeError);
});

it('stays the same object while nothing changes', () => {
  const file = new LiveFile(text);
  const { loaded } = file;
  file.change([]);
  expect(file.loaded).toBe(loaded);
});
