import { describe, expect, it } from 'vitest';
import { addWord, applyEdits } from '../../../src/core/index.ts';

/** The settings with a word added. */
function withWord(text: string, word = 'Naebakr'): string {
  const edit = addWord(text, word);
  return edit ? applyEdits(text, [edit]) : text;
}

describe('A word is added to the settings', () => {
  it.each([
    ['where there is no file', '', 'words:\n  - Naebakr\n'],
    ['where there are only comments', '# Ours.\n', '# Ours.\nwords:\n  - Naebakr\n'],
    ['after the last of a list', 'words:\n  - a\n  - b\n', 'words:\n  - a\n  - b\n  - Naebakr\n'],
    [
      'with the indentation of the list, before what follows it',
      'words:\n- a # the first\n\n# Rules.\nrules:\n  level-gap: off\n',
      'words:\n- a # the first\n- Naebakr\n\n# Rules.\nrules:\n  level-gap: off\n',
    ],
    ['where the last line has no end', 'words:\n  - a', 'words:\n  - a\n  - Naebakr'],
    [
      'with the line ends of the file',
      'words:\r\n  - a\r\nrules:\r\n',
      'words:\r\n  - a\r\n  - Naebakr\r\nrules:\r\n',
    ],
    ['to a list in brackets', 'words: [a, b] # ours\n', 'words: [a, b, Naebakr] # ours\n'],
    ['to empty brackets', 'words: []\n', 'words: [Naebakr]\n'],
    [
      'after a comma at the end',
      'words: [\n  a,\n  b, # two\n]\n',
      'words: [\n  a,\n  b, Naebakr # two\n]\n',
    ],
    [
      'where the list has nothing in it',
      'words: # ours\nrules: {}\n',
      'words: # ours\n  - Naebakr\nrules: {}\n',
    ],
    ['where there is no list', 'rules:\n  level-gap: off', 'rules:\n  level-gap: off\nwords:\n  - Naebakr\n'],
    [
      'to settings in braces',
      '{ rules: { level-gap: off } }',
      '{ rules: { level-gap: off }, words: [Naebakr] }',
    ],
    ['before the end of the document', 'words: [a]\n...\n', 'words: [a, Naebakr]\n...\n'],
    ['to settings that are indented', '  rules: {}\n', '  rules: {}\n  words:\n    - Naebakr\n'],
  ])('%s', (_where, before, after) => {
    expect(withWord(before)).toBe(after);
  });

  it('in quotes where other tools would misread it', () => {
    expect(withWord('', 'no')).toBe('words:\n  - "no"\n');
  });

  it('once only', () => {
    expect(addWord('words: [Naebakr]\n', 'Naebakr')).toBeUndefined();
  });

  it.each([
    ['rules:\n  - [\n', /line \d+: /],
    [
      'words: Naebakers\n',
      /line 1: `words` is to be a list of words, each after a dash\. Mend it, and try again\./,
    ],
    ['words:\n  - a: b\n', /line 2: `words` is to be a list/],
    ['- a\n', /line 1: /],
  ])('to nothing that is broken: %j', (text, message) => {
    expect(() => addWord(text, 'Naebakr')).toThrow(message);
  });

  it('and refused where it would be lost behind the end of the document', () => {
    expect(() => addWord('rules: {}\n...\n', 'Naebakr')).toThrow('Add it to `words` by hand.');
  });
});
