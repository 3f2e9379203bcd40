// The British word list for src/spelling: made when the bundles are built, so that nothing has to be expanded
// when they run (nspell takes 180 to 600 ms and 15 MB for that, each time).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import nspell from 'nspell';
import { root } from './install.mjs';

const folder = path.join(root, 'node_modules/dictionary-en-gb');

/** @type {string | undefined} */
let known;

/**
 * All forms of the words of the Hunspell dictionary `dictionary-en-gb` (SCOWL's en_GB-ise), front-coded: a line a
 * word, of which the first character says how many characters it shares with the word before (in base 36), and
 * the rest is what follows them. Without possessives in 's, without numbers, and without the words that the
 * dictionary marks as never to be suggested.
 * @returns {string}
 */
export function britishWords() {
  known ??= frontCoded(expanded());
  return known;
}

/** What must stand in every copy of the list. */
export function britishWordsNotice() {
  const licence = readFileSync(path.join(folder, 'license'), 'utf8');
  return `/*! The word list in this file is a modified version of the English dictionary below: its words were written
out in all their forms, without possessives, numbers and rude words.

${licence.replaceAll('*/', '* /').trim()}
*/`;
}

function expanded() {
  const lines = readFileSync(path.join(folder, 'index.dic'), 'utf8').split('\n');
  const fit = lines.filter(line => !line.includes('!', line.indexOf('/') + 1));
  const { data } = nspell(readFileSync(path.join(folder, 'index.aff')), Buffer.from(fit.join('\n')));
  return Object.keys(data)
    .filter(word => /^[A-Za-z]/.test(word) && !word.endsWith("'s"))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** @param {readonly string[]} words sorted by their characters' codes */
function frontCoded(words) {
  let before = '';
  return words
    .map(word => {
      let shared = 0;
      while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared++;
      before = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join('\n');
}

/** `british:words` is a module that holds the list; its one importer is src/spelling/index.ts. */
export const britishWordList = {
  name: 'british-words',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^british:words$/ }, () => ({ path: 'words', namespace: 'british' }));
    build.onLoad({ filter: /.*/, namespace: 'british' }, () => ({
      contents: `export const words = ${JSON.stringify(britishWords())};`,
    }));
  },
};
