import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Chunk } from '../../src/core/yaml/nodes.ts';
import { parseAnyStyle } from '../../src/core/yaml/parseChunk.ts';
import { readPlainBlock, UNUSUAL } from '../../src/core/yaml/plainBlock.ts';
import { split } from '../../src/core/yaml/split.ts';
import { frameworks } from '../helpers/arbitraries.ts';
import { styledYaml } from '../helpers/yamlStyles.ts';

const published = readFileSync(new URL('../../framework/iteps-1.2.framework.yaml', import.meta.url), 'utf8');

/** Reads a text both ways; whether the quick way read it at all. */
function readsAlike(text: string): boolean {
  const chunk: Chunk = { start: 0, text };
  const locate = (at: number) => ({ chunk, at });
  const quick = readPlainBlock(text, locate);
  if (quick === UNUSUAL) return false;
  const whole = parseAnyStyle(text, locate);
  expect(quick.root).toEqual(whole.root);
  expect(quick.problems).toEqual(whole.problems);
  return true;
}

/** Bits of block style, mostly sound, and what makes them odd. */
const bit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['id: a', 'b: text of words', 'rows:', 'c: "in: quotes"', "d: 'it''s'", '"0.5": x', 'e: 1.20'],
      ...['f: |-', '- |-', '|-'],
      ...['- ', '- id: f', '- plain', '-   g: h', '# comment', '', ' ', '  ', '    ', '      '],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['- ', '-', ':', ': ', ' :', '#', ' #', ' # c', '"', "'", '\\', '\r\n', '\r', '\t', '[', ']'],
      ...['{', '}', '|', '>', '|-', '&a', '*a', '!t', '?', '? ', '%', '@', '`', ',', '---', '...', '<<: x'],
      ...['no', '~', '\u00a0', '\u2028', '\u0085', '\uFEFF', 'é', '😀', '\ud800', 'x'.repeat(1100)],
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const line = fc
  .tuple(fc.nat(4), fc.array(bit, { maxLength: 4 }), fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', ''))
  .map(([indent, bits, end]) => ' '.repeat(indent * 2) + bits.join('') + end);

it('reading the plain way gives what the package gives, or gives up: any lines', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), lines => {
      readsAlike(lines.join(''));
    }),
  );
});

it('reading the plain way gives what the package gives, or gives up: frameworks in any style', () => {
  fc.assert(
    fc.property(frameworks, fc.nat(), (framework, seed) => {
      const { text } = styledYaml(framework, seed);
      readsAlike(text);
      for (const { start, end } of split(text)) readsAlike(text.slice(start, end));
    }),
  );
});

it('reading the plain way gives what the package gives, or gives up: rows of a real file, damaged', () => {
  const rows = split(published).map(({ start, end }) => published.slice(start, end));
  fc.assert(
    fc.property(fc.nat(rows.length - 1), fc.nat(), fc.nat(12), bit, (index, at, cut, added) => {
      const row = rows[index]!;
      const from = at % (row.length + 1);
      readsAlike(row.slice(0, from) + added + row.slice(from + cut));
    }),
  );
});

it('a text of several paragraphs is read the plain way', () => {
  const row =
    '- id: a\n  statements:\n    1st: |-\n      One: # and\n        two. \n    2nd: |-\n      Three.\n';
  for (const text of [row, row.replaceAll('\n', '\r\n'), `${row}\n# c\n\n`])
    expect(readsAlike(text)).toBe(true);
});

it('a real file is read the plain way, all of it', () => {
  const rows = split(published).filter(({ kind }) => kind === 'row');
  const plain = rows.filter(({ start, end }) => readsAlike(published.slice(start, end)));
  expect(plain).toHaveLength(rows.length);
});
