import { describe, expect, test } from 'vitest';
import { onSteadyText } from '../../src/vscode/steadyText.ts';

describe('work in slices on a text that may change', () => {
  const text = { version: 1, words: 'old' };
  /** Reads the words in three slices; what was begun with must not be gone on with. */
  function* reading(): Generator<void, string> {
    const { version, words } = text;
    for (let slice = 0; slice < 3; slice++) {
      yield;
      expect(text.version).toBe(version);
    }
    return words;
  }

  test('begins anew if the text changes meanwhile', async () => {
    let turns = 0;
    const ifDue = async () => {
      if (++turns !== 2) return;
      text.version++;
      text.words = 'new';
    };
    expect(await onSteadyText(text, reading, { ifDue })).toBe('new');
    expect(turns, 'two slices of the old text, three of the new').toBe(5);
  });

  test('ends where somebody has had enough', async () => {
    const ifDue = () => Promise.reject(new Error('Enough.'));
    await expect(onSteadyText(text, reading, { ifDue })).rejects.toThrow('Enough.');
  });
});
