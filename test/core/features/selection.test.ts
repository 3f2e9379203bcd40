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
});
