import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionsAt } from '../../../src/core/index.ts';
import { load } from '../../helpers/loaded.ts';
import { FILE } from './editing.ts';

/** What a selection in a text grows to: the first and last characters of each. */
function growing(text: string, at: string): string[] {
  const loaded = load(text);
  return selectionsAt(loaded, text.indexOf(at)).map(({ start, end }) => text.slice(start, end));
}

describe('A selection', () => {
  it('grows from a statement by cell, row and topic to the file', () => {
    const steps = growing(FILE, 'Install a device');
    expect(steps[0]).toBe('Install a device.');
    expect(steps[1]).toBe('1st: Install a device.');
    expect(steps[2]).toMatch(/^"0\.5": Connect[\s\S]*Install a device\.$/);
    expect(steps[3]).toMatch(/^statements:[\s\S]*Install a device\.$/);
    expect(steps[4]).toMatch(/^id: devices-1[\s\S]*Install a device\.$/);
    expect(steps[5]).toMatch(/^- id: devices-1[\s\S]*Install a device\.$/);
    expect(steps.some(step => /^- id: devices\n[\s\S]*today\.$/.test(step))).toBe(true);
    expect(steps.at(-1)).toBe(FILE);
  });

  it('takes a text first without its quotes, then with them', () => {
    expect(growing(FILE, '0.5": Connect').slice(0, 3)).toEqual(['0.5', '"0.5"', '"0.5": Connect a device.']);
  });

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
      { numRuns: 60 },
    );
  });
});
