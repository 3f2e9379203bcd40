import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Framework, LiveFile } from '../../src/core/index.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { fileWith, load } from '../helpers/loaded.ts';

const text = fileWith(
  ...Array.from({ length: 3 }, (_, n) => `id: r${n}\nstatements:\n  1st: Keep a list of part ${n}.`),
);

/** What a framework holds, but for the numbers of what stands in for ids that could not be read. */
const named = (framework: Framework) =>
  JSON.stringify(framework, (_, value) => (value instanceof Map ? [...value] : value)).replace(/\?\d+/g, '?');

const change = fc.record({ at: fc.nat(), size: fc.nat(4), text: fc.constantFrom('', 'x', ' y\n', ': z') });

it('a live file holds what the text holds after changes at any number of places at once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 2 }), batches => {
      const file = new LiveFile(text);
      let now = text;
      for (const batch of batches) {
        const taken: { start: number; end: number; text: string }[] = [];
        for (const { at, size, text: inserted } of batch) {
          const start = at % (now.length + 1);
          const end = Math.min(now.length, start + size);
          if (taken.every(other => other.end < start || end < other.start))
            taken.push({ start, end, text: inserted });
        }
        now = applyEdits(now, taken);
        file.change(
          taken.map(edit => ({
            rangeOffset: edit.start,
            rangeLength: edit.end - edit.start,
            text: edit.text,
          })),
        );
        expect(file.length).toBe(now.length);
        expect(file.loaded.document.text).toBe(now);
        expect(named(file.loaded.framework)).toEqual(named(load(now).framework));
      }
    }),
  );
});
