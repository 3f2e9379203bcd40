import { describe, expect, it } from 'vitest';
import { findings, LineIndex, readConfig } from '../../../src/core/index.ts';
import { load } from '../../helpers/loaded.ts';

const WHOLE = `format: 1
framework: { id: coop, title: Bakery, version: "1.0", status: draft }
levels:
  - { id: a, title: Apprentice }
  - { id: b, title: Baker }
  - { id: m, title: Master }
sectionKinds:
  - { id: doing, title: Doing }
  - { id: knowing, title: Knowing }
glossary:
  HACCP: hazard analysis
areas:
  - id: dough
    title: Dough
    sections:
      - kind: doing
        topics:
          - id: mixing
            title: Mixing
            rows:
              # belongs to mix-1
              - id: mix-1
                statements:
                  a: Weigh the flour.
                  b: Weigh the yeast.
                  m: Plan a week.
              - id: mix-2
                statements:
                  a: Knead a dough by hand.
                  m: Judge a dough.
                blank: { b: as-below }
              - id: mix-3
                statements:
                  b: Set the mixer.
      - kind: knowing
        topics:
          - id: yeast
            rows:
              - id: yeast-1
                statements:
                  a: Understand what yeast does.
`;

/** The file with one replacement: its text, what is said to be wrong there, each with its line, and that of the change. */
function typed(from: string, to: string): { text: string; errors: string[]; line: number } {
  expect(WHOLE).toContain(from);
  const text = WHOLE.replace(from, to);
  const lines = new LineIndex(text);
  const lineAt = (offset: number) => lines.positionAt(offset).line + 1;
  const errors = findings(load(text))
    .filter(({ severity }) => severity === 'error')
    .map(({ start, message }) => `${lineAt(start)}: ${message}`);
  return { text, errors, line: lineAt([...WHOLE].findIndex((char, at) => char !== text[at])) };
}

it('the file is whole to begin with', () => {
  expect(findings(load(WHOLE)).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('A key without its colon is one error, and what stands below it is read', () => {
  it.each([
    ['statements', '- id: mix-2\n                statements:', '- id: mix-2\n                statements'],
    ['rows', 'rows:\n              # belongs', 'rows\n              # belongs'],
    ['topics', 'topics:\n          - id: mixing', 'topics\n          - id: mixing'],
    ['sections', '    sections:', '    sections'],
    ['areas', 'areas:\n', 'areas\n'],
    ['levels', 'levels:\n', 'levels # from low to high\n'],
    ['sectionKinds', 'sectionKinds:\n', 'sectionKinds\n'],
    ['glossary', 'glossary:\n', 'glossary\n'],
  ])('%s', (key, from, to) => {
    const { text, errors, line } = typed(from, to);
    expect(errors).toEqual([`${line}: A colon is missing after this key. Write \`${key}:\`.`]);
    const { framework, whole } = load(text);
    expect(whole).toBe(false);
    const rows = framework.areas.flatMap(area =>
      area.sections.flatMap(each => each.topics.flatMap(topic => topic.rows)),
    );
    expect(rows.map(({ id }) => id)).toEqual(['mix-1', 'mix-2', 'mix-3', 'yeast-1']);
    expect(rows[1]!.statements.get('m')).toBe('Judge a dough.');
    expect(framework.levels).toHaveLength(3);
  });
});

describe('A half-typed line is one error, at that line', () => {
  it.each([
    ['an id in quotes that are not closed', '- id: mix-2', '- id: "mix-2', /double quote/],
    ['an id with a colon', '- id: mix-2', '- id: mix: 2', /Put the text in quotes/],
    ['a level without its colon', 'a: Knead', 'a Knead', /colon/],
    ['a level alone', 'a: Knead a dough by hand.', 'a', /colon/],
    ['a kind without its colon', '- kind: knowing', '- kind knowing', /colon/],
    ['a title with a colon', 'title: Mixing', 'title: Mixing: dough', /Put the text in quotes/],
    ['half a key', '    title: Dough\n', '    tit\n', /colon/],
    ['a bracket of the framework', 'status: draft }', 'status: draft', /bracket/],
    ['a bracket of a level', 'title: Baker }', 'title: Baker', /bracket/],
    ['a bracket of a kind', 'title: Knowing }', 'title: Knowing', /bracket/],
    ['the only statement of a row', 'b: Set the mixer.', 'b: "Set the mixer.', /double quote/],
    [
      'a level indented one space less',
      '                  m: Judge',
      '                 m: Judge',
      /Line it up/,
    ],
    [
      'a level indented one space more',
      '                  m: Judge',
      '                   m: Judge',
      /Line it up/,
    ],
    [
      'statements indented further',
      '- id: mix-2\n                statements:',
      '- id: mix-2\n                 statements:',
      /Line it up/,
    ],
    ['a row indented one space less', '              - id: mix-2', '             - id: mix-2', /indentation/],
    ['a list in a bracket', 'a: Knead', 'a: [Knead', /bracket/],
    ['a text that begins with &', 'a: Knead', 'a: & Knead', /begins with &.*quotes/],
    ['a text that begins with *', 'a: Knead', 'a: *Knead', /begins with \*.*quotes/],
    ['a text that begins with ?', 'a: Knead', 'a: ? Knead', /begins with \?.*quotes/],
    ['a text that begins with |', 'a: Knead', 'a: | Knead', /After \|/],
  ])('%s', (_, from, to, says) => {
    const { errors, line } = typed(from, to);
    expect(errors).toEqual([expect.stringMatching(says)]);
    expect(errors[0]).toMatch(new RegExp(`^${line}: `));
  });

  it('and the neighbours of a broken entry are read', () => {
    const { framework } = load(typed('- id: mix-2', '- id: "mix-2').text);
    const rows = framework.areas[0]!.sections[0]!.topics[0]!.rows;
    expect(rows.map(({ statements }) => statements.size)).toEqual([3, 2, 1]);
  });
});

describe('A line further left than what it stands among is one error, at that line, and costs nothing else', () => {
  const BEHIND = [
    '                  a: Weigh the flour.\n',
    '                  m: Plan a week.\n',
    '                  m: Judge a dough.\n',
    '                  b: Set the mixer.\n',
  ];
  const idsOf = (text: string) =>
    load(text).framework.areas.flatMap(({ sections }) =>
      sections.flatMap(({ topics }) => topics.flatMap(({ rows }) => rows.map(({ id }) => id))),
    );

  it.each([
    ['a key', 'x: foo', [0, 2, 4, 8, 11, 12, 14, 16]],
    ['a key with a text in quotes', 'x: "foo"', [0, 4, 16]],
    ['an item of a list', '- id: foo', [0, 4, 5, 8, 12, 13]],
    ['a word', 'foo', [0, 8, 13]],
  ])('%s', (_, line, columns) => {
    // Anywhere else: `test/properties/strayLine.property.test.ts`.
    for (const [nth, column] of columns.entries()) {
      const behind = BEHIND[nth % BEHIND.length]!;
      const at = `at column ${column} behind ${behind.trim()}`;
      const { text, errors } = typed(behind, `${behind}${' '.repeat(column)}${line}\n`);
      const index = text.split('\n').findIndex(each => each.trim() === line);
      expect(errors.length, at).toBe(1);
      expect(errors[0], at).toMatch(new RegExp(`^${index + 1}: `));
      expect(idsOf(text), at).toEqual(['mix-1', 'mix-2', 'mix-3', 'yeast-1']);
    }
  });

  it('it says so in plain words', () => {
    const { errors, line } = typed(BEHIND[0]!, `${BEHIND[0]}- id: foo\n`);
    expect(errors).toEqual([
      `${line}: This line is indented less than what it stands among, so it is left out. Line it up with its neighbours, by spaces, or remove it.`,
    ]);
  });

  it('what stands below it is still read, and what is wrong there found', () => {
    const text = typed(BEHIND[0]!, `${BEHIND[0]}x: foo\n`).text.replace('b: Set', 'z: Set');
    const errors = findings(load(text)).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual(['yaml-syntax', 'unknown-level']);
    expect(load(text).framework.areas[0]!.sections[0]!.topics[0]!.rows[0]!.statements.size).toBe(3);
  });

  it('a key open to what follows is told where that has no place below it', () => {
    const { text, errors } = typed(BEHIND[0]!, `${BEHIND[0]}x:\n`);
    expect(errors).toEqual([expect.stringMatching(/^25: This line is indented less/)]);
    expect(idsOf(text)).toEqual(['mix-1', 'mix-2', 'mix-3', 'yeast-1']);
  });

  it('a few of them are told one by one', () => {
    const { text, errors } = typed(BEHIND[0]!, `${BEHIND[0]}x: foo\ny: bar\n`);
    expect(errors.map(each => each.split(':')[0])).toEqual(['25', '26']);
    expect(idsOf(text)).toEqual(['mix-1', 'mix-2', 'mix-3', 'yeast-1']);
  });

  it('between the rows and their key, too', () => {
    const { text, errors } = typed('            rows:\n', '            rows:\nx: foo\n');
    expect(errors).toEqual([expect.stringMatching(/^21: This line is indented less/)]);
    expect(idsOf(text)).toEqual(['mix-1', 'mix-2', 'mix-3', 'yeast-1']);
  });
});

it('some lines that are indented further than the key above them are one error', () => {
  const { errors } = typed(
    '                  a: Knead a dough by hand.\n                  m: Judge a dough.\n                blank',
    '                  x: of the dough\n                    a: Knead a dough by hand.\n                    m: Judge a dough.\n                  b: Bake.\n                blank',
  );
  expect(errors.filter(each => each.includes('indented further'))).toEqual([
    expect.stringMatching(/^30: This is indented further/),
  ]);
});

it('what is missing and not half typed is told, beside a broken line elsewhere', () => {
  const text = typed('title: Mixing', 'title: "Mixing').text.replace(
    '- id: mix-3\n                statements',
    '- statements',
  );
  expect(
    findings(load(text))
      .filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule),
  ).toEqual(['yaml-syntax', 'missing-key']);
});

it('text that only looks like a key without its colon is left alone', () => {
  const { errors } = typed(
    'a: Knead a dough by hand.',
    'a: |-\n                    statements\n                      b: Knead.\n                    - c: Knead.',
  );
  expect(errors).toEqual([]);
});

it('the settings file says the same of a bracket', () => {
  const { problems } = readConfig('words: [doughs\nrules:\n  level-empty: off\n');
  expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/bracket is opened here/)]);
});
