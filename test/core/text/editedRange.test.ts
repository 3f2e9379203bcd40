import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinRanges, spanOf } from '../../../src/core/text/editedRange.ts';
import type { EditedRange } from '../../../src/core/yaml/document.ts';

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

it('joins an edit with the one that follows so that the text outside is the same', () => {
  const edit = fc.record({ at: fc.nat(), size: fc.nat(5), text: fc.string({ maxLength: 6 }) });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (text, edits) => {
        let now = text;
        let range: EditedRange | undefined;
        for (const { at, size, text: inserted } of edits) {
          const start = at % (now.length + 1);
          const end = Math.min(now.length, start + size);
          const next = { start, end, length: inserted.length };
          now = now.slice(0, start) + inserted + now.slice(end);
          range = range ? joinRanges(range, next) : next;
        }
        const { start, end, length } = range!;
        expect(now.slice(0, start)).toBe(text.slice(0, start));
        expect(now.slice(start + length)).toBe(text.slice(end));
        expect(now.length).toBe(text.length + length - (end - start));
      },
    ),
  );
});
