import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findings, LineIndex } from '../../src/core/index.ts';
import { parseYaml } from '../../src/core/yaml/document.ts';
import { parseAnyStyle } from '../../src/core/yaml/parseChunk.ts';
import { strayLines } from '../../src/core/yaml/strayLines.ts';
import { frameworks } from '../helpers/arbitraries.ts';
import { load, plainTree } from '../helpers/loaded.ts';
import { styledYaml } from '../helpers/yamlStyles.ts';

const topic = (id: string, rows: string) => `          - id: ${id}
            title: About ${id}
            rows:
${rows}`;
const row = (id: string, ...lines: string[]) =>
  `              - id: ${id}\n                statements:\n${lines.map(line => `                  ${line}\n`).join('')}`;

const TEXT = `format: "1"
framework: { id: coop, title: Bakery, version: "1.0", status: draft }
levels:
  - { id: a, title: Apprentice }
  - { id: b, title: Baker }
  - { id: c, title: Craftsman }
sectionKinds:
  - { id: doing, title: Doing }
  - { id: knowing, title: Knowing }
areas:
  - id: dough
    title: Dough
    sections:
      - kind: doing
        topics:
${topic('mixing', row('r1', 'a: Weigh the flour.', 'b: |-', '  Weigh the yeast.', '  And the salt.', 'c: "Plan: a week."') + row('r2', 'a: Knead.', '# why', 'c: Judge a dough.') + row('r3', 'b: Set the mixer.'))}${topic('shaping', row('r4', 'a: Shape', '  a loaf.'))}      - kind: knowing
        topics:
${topic('yeast', row('r5', 'a: What yeast does.', 'b: What salt does.'))}  - id: sale
    title: Sale
    sections:
      - kind: doing
        topics:
${topic('counter', row('r6', 'a: Sell a loaf.', 'b: Sell two.'))}${topic('baskets', row('r7', 'a: Pack a basket.', 'wrong: A level that there is not.'))}`;

const LINES = TEXT.trimEnd().split('\n');
const IDS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];

/** Where a line may be put so that it comes behind one of a row's `statements`, and before the last row. */
const WITHIN = LINES.flatMap((line, index) =>
  /^ {18}|statements:/.test(line) && index < LINES.length - 4 ? [index + 1] : [],
);

/** What is read with lines put before another. */
function withLines(at: number, put: readonly string[]) {
  const text = [...LINES.slice(0, at), ...put, ...LINES.slice(at), ''].join('\n');
  const loaded = load(text);
  const lines = new LineIndex(text);
  const errors = findings(loaded)
    .filter(({ severity }) => severity === 'error')
    .map(({ start, rule, message }) => ({ line: lines.positionAt(start).line, rule, message }));
  const ids = loaded.framework.areas.flatMap(area =>
    area.sections.flatMap(section => section.topics.flatMap(({ rows }) => rows.map(({ id }) => id))),
  );
  return { errors, ids };
}

it('the text has the one error that was planted', () => {
  expect(withLines(0, []).errors.map(({ rule }) => rule)).toEqual(['unknown-level']);
});

it('a key further left, anywhere among statements, is one error at its line and costs no row and no finding', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WITHIN),
      fc.nat(16),
      fc.constantFrom('x: foo', 'x: "foo"', "'1st': [foo]", 'x: foo # why'),
      (at, column, key) => {
        // Only a plain text goes on below.
        fc.pre(key === 'x: foo' || !LINES[at]!.includes('a loaf'));
        const { errors, ids } = withLines(at, [' '.repeat(column) + key]);
        expect(ids).toEqual(IDS);
        expect(errors.map(({ line }) => line)).toEqual([at, LINES.length]);
        expect(errors[1]!.rule).toBe('unknown-level');
      },
    ),
  );
});

it('a list item further left, anywhere among statements, is at most two errors and costs no row and no finding', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WITHIN), fc.nat(13), fc.boolean(), (at, column, isQuoted) => {
      const indent = LINES[at]!.search(/\S/);
      // Where an area, a section or a topic may begin, it is one.
      const mayBegin = column >= indent || LINES[at]!.includes('a loaf');
      fc.pre(!mayBegin || ![2, 6, 10].includes(column));
      const { errors, ids } = withLines(at, [`${' '.repeat(column)}- id: ${isQuoted ? '"foo"' : 'foo'}`]);
      expect(ids).toEqual(IDS);
      expect(errors.length).toBeLessThanOrEqual(3);
      expect(errors[0]!.line).toBe(at);
      expect(errors.at(-1)!.rule).toBe('unknown-level');
    }),
  );
});

it('some lines pasted at the margin cost no row and no finding', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WITHIN),
      fc.array(fc.constantFrom('x: foo', 'y: bar', 'z: "zed"'), { minLength: 1, maxLength: 6 }),
      (at, put) => {
        const { errors, ids } = withLines(at, put);
        expect(ids).toEqual(IDS);
        expect(errors.slice(0, -1).every(({ line }) => line >= at && line < at + put.length)).toBe(true);
        expect(errors.at(-1)!.rule).toBe('unknown-level');
      },
    ),
  );
});

/** Any lines in block style, so that some are good YAML. */
const entry = fc.constantFrom(
  ...[
    'a:',
    'b: text',
    'rows:',
    '- id: x',
    '- text',
    '-',
    'text',
    'c: |-',
    'd: "in: quotes"',
    'e: [f',
    'g]',
    '"h":',
  ],
  ...['# comment', '', '- - i: j', '? k', ': l', 'm: "n', 'o"', 'p: { q: r }', 's: >2', '- |', '- rows:'],
);
const anyLines = fc
  .array(fc.tuple(fc.nat(4), entry), { maxLength: 9 })
  .map(lines => lines.map(([indent, what]) => `${' '.repeat(indent * 2)}${what}\n`).join(''));

it('in valid YAML no line is astray: it is read row by row as it is read in one piece', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyLines,
        fc.tuple(frameworks, fc.nat()).map(([framework, seed]) => styledYaml(framework, seed).text),
      ),
      styled => {
        // A text that keeps the blank lines behind it is cut before them.
        const text = styled.replace(/([|>])\+/g, '$1');
        const chunk = { start: 0, text: text.replace('\uFEFF', '') };
        const whole = parseAnyStyle(chunk.text, at => ({ chunk, at }));
        if (whole.problems.some(({ code }) => code === 'yaml-syntax')) return;
        const { root, problems } = parseYaml(chunk.text);
        expect(plainTree(root)).toEqual(plainTree(whole.root));
        expect(problems.map(({ message }) => message).sort()).toEqual(
          whole.problems.map(({ message }) => message).sort(),
        );
        if (!/^[ -]*[?:] /m.test(text)) expect(strayLines(chunk.text)).toEqual([]);
      },
    ),
  );
});
