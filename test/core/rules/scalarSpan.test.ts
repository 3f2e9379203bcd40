import { expect, it } from 'vitest';
import { parseYaml } from '../../../src/core/index.ts';
import { normaliseStatement } from '../../../src/core/model/statement.ts';
import { scalarSpan } from '../../../src/core/rules/scalarSpan.ts';

/** The source of `word` in a value, found by its place in the value's text. */
function sourceOfWord(yaml: string, word: string): string {
  const { root } = parseYaml(`key: ${yaml}\n`);
  const value = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
  if (value?.kind !== 'scalar') throw new Error('The example has no text.');
  const text = normaliseStatement(value.text);
  const at = text.indexOf(word);
  expect(at, `“${word}” in “${text}”`).toBeGreaterThanOrEqual(0);
  const { chunk, from, to } = scalarSpan(value, text, [at, at + word.length]);
  return chunk.text.slice(from, to);
}

it.each([
  ['plain', 'Restore the file.', 'the', 'the'],
  ['folded over lines', 'Restore\n  the file.', 'the', 'the'],
  ['in single quotes', "'It''s the file.'", 'the', 'the'],
  ['with a single quote in it', "'It''s the file.'", "It's", "It''s"],
  ['in double quotes', '"It\\"s \\u0074he file."', 'the', '\\u0074he'],
  ['after an escaped line break', '"One.\\nThe \\\n  file."', 'file', 'file'],
  ['after an escape beyond the first plane', '"\\U0001F600 the file"', 'the', 'the'],
  ['literal', '|-\n  One.\n\n\n  The file.', 'The', 'The'],
  ['folded with a comment in its head', '>- # note\n  One\n  file.', 'file', 'file'],
  ['doubled spaces', "'It''s  the file.'", '  ', '  '],
  ['a span over two lines', '|-\n  One\n  two', 'One\ntwo', 'One\n  two'],
])('finds words in text %s', (_, yaml, word, source) => {
  expect(sourceOfWord(yaml, word)).toBe(source);
});
