import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionsAt } from '../../src/core/index.ts';
import { FILE } from '../core/features/editing.ts';
import { load } from '../helpers/loaded.ts';

describe('A selection', () => {
  it('grows step by step around the cursor, wherever that is and however broken the text', () => {
    fc.assert(
      fc.property(
        fc.nat(FILE.length),
        fc.nat(FILE.length),
        fc.constantFrom('"', '\n', ': ', '- '),
        (at, cut, put) => {
          const text = FILE.slice(0, cut) + put + FILE.slice(cut);
          const steps = selectionsAt(load(text), at);
          expect(steps.at(-1)).toEqual({ start: 0, end: text.length });
          steps.forEach(({ start, end }, index) => {
            expect(start <= at && at <= end).toBe(true);
            const next = steps[index + 1];
            if (next) {
              expect(next.start <= start && end <= next.end).toBe(true);
              expect(next.end - next.start).toBeGreaterThan(end - start);
            }
          });
        },
      ),
    );
  });
});
