import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWord, applyEdits, readConfig } from '../../src/core/index.ts';

describe('A word that is added to the settings', () => {
  it('is one more, and every other line is as it was, whatever stands there', () => {
    const word = fc.stringMatching(/^[A-Za-z][a-z'-]{0,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word), word, fc.boolean(), fc.boolean(), (words, one, crlf, first) => {
        fc.pre(!words.includes(one));
        const list =
          words.length === 0
            ? ['words:']
            : ['words: # ours', ...words.map(each => `  - "${each}" # ${each}`)];
        const rules = ['# Rules.', 'rules:', '  level-gap: off # not ours', ''];
        const text = (first ? [...list, ...rules] : [...rules, ...list, '']).join(crlf ? '\r\n' : '\n');
        const after = applyEdits(text, [addWord(text, one)!]);
        expect(after.length).toBeGreaterThan(text.length);
        const added = after.split(/\r?\n/).filter(line => !text.split(/\r?\n/).includes(line));
        expect(added).toHaveLength(1);
        const known = readConfig(after).settings.options?.['british-spelling']?.words;
        expect(known).toEqual([...words, one]);
      }),
    );
  });
});
