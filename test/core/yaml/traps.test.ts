import { describe, expect, it } from 'vitest';
import { findings, fixesOf } from '../../../src/core/index.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { fileWith, load, problemsIn } from '../../helpers/loaded.ts';

const row = (statements: string) => fileWith(`id: devices-1\nstatements:\n${statements}`);
const messages = (text: string) => load(text).problems.map(problem => problem.message);
const statements = (text: string, index = 0) =>
  Object.fromEntries(load(text).framework.areas[0]!.sections[0]!.topics[0]!.rows[index]?.statements ?? []);

describe('What YAML does to the unwary is reported where it stands', () => {
  it('reads a number, a yes or no and a date as the text that they are, and asks for quotes', () => {
    const text = row('  1st: 1.20\n  "0.5": no\n  2nd: 2024-01-02');
    expect(statements(text)).toEqual({ '1st': '1.20', '0.5': 'no', '2nd': '2024-01-02' });
    expect(problemsIn(text)).toEqual([
      'misread-value «1.20»',
      'misread-value «no»',
      'misread-value «2024-01-02»',
    ]);
    expect(messages(text)[0]).toContain('Put it in quotes: "1.20"');
  });

  it('asks for quotes around a level that looks like a number', () => {
    expect(problemsIn(row('  0.5: Check cables.'))).toEqual(['misread-value «0.5»']);
  });

  it('tells a number as key from the same text in quotes, and loses neither in silence', () => {
    expect(problemsIn(row('  0.5: One.\n  "0.5": Two.'))).toEqual([
      'misread-value «0.5»',
      'duplicate-key «"0.5"»',
    ]);
  });

  it('says that a colon within a statement needs quotes, and keeps the other levels', () => {
    const text = row('  1st: Note: check cables.\n  2nd: Repair.');
    expect(problemsIn(text)).toEqual(['yaml-syntax «1st: Note: check cables.»']);
    expect(messages(text)[0]).toContain('Put the text in quotes');
    expect(statements(text)).toEqual({ '2nd': 'Repair.' });
  });

  it('says that tabs cannot indent', () => {
    const text = row('  1st: Check.\n\t2nd: Repair.\n  "0.5": Look.');
    expect(problemsIn(text)).toEqual(['yaml-syntax «\t2nd: Repair.»']);
    expect(messages(text)[0]).toContain('not by tabs');
    expect(statements(text)).toEqual({ '1st': 'Check.', '0.5': 'Look.' });
  });

  it('reads CRLF line ends and a byte order mark', () => {
    const text = `\uFEFF${row('  1st: |-\n    One.\n    Two.').replaceAll('\n', '\r\n')}`;
    expect(problemsIn(text)).toEqual([]);
    expect(statements(text)).toEqual({ '1st': 'One.\nTwo.' });
  });

  it('reports a key that stands twice', () => {
    expect(problemsIn(row('  1st: One.\n  1st: Two.'))).toEqual(['duplicate-key «1st»']);
  });

  it('reads very long lines', () => {
    const long = 'word '.repeat(50_000).trim();
    expect(statements(row(`  1st: ${long}`))['1st']).toBe(long);
  });

  it('reads a line of many millions of characters that is no YAML', () => {
    const { problems } = load(`${'x'.repeat(11_000_000)}\n`);
    expect(problems.map(({ code }) => code)).toEqual(['wrong-type']);
  });

  it('reports a tab where it stands', () => {
    const text = row('  1st: One.').replace('\nareas:', '\n\tareas:');
    expect(problemsIn(text)).toContain('yaml-syntax «\tareas:»');
  });

  it('reports anchors, aliases, merge keys and tags, each with what to do', () => {
    const text = row('  1st: &x One.\n  2nd: *x\n  "0.5": !t Two.\n  <<: {}');
    expect(problemsIn(text).filter(each => each.startsWith('yaml'))).toEqual([
      'yaml-feature «&x»',
      'yaml-feature «*x»',
      'yaml-feature «!t »',
      'yaml-feature «<<»',
    ]);
  });

  it('reports a second document and a directive', () => {
    expect(problemsIn(`${row('  1st: One.')}---\nmore: text\n`).map(each => each.split(' ')[0])).toContain(
      'yaml-syntax',
    );
    const directives = '%YAML 1.2\n# As others write it.\n%TAG ! tag:example.org,2000:\n---\n';
    expect(problemsIn(`${directives}${row('  1st: One.')}`)).toEqual([
      'yaml-feature «%YAML 1.2»',
      'yaml-feature «%TAG ! tag:example.org,2000:»',
    ]);
    expect(problemsIn(`\uFEFF%YAML 1.2\r\n---\r\n${row('  1st: One.')}`)).toEqual([
      'yaml-feature «%YAML 1.2»',
    ]);
    expect(problemsIn(`---\n${row('  1st: 50 %.')}`)).toEqual([]);
  });

  it('reads rows within brackets as well', () => {
    const text = fileWith('id: devices-1').replace(
      /rows:\n.*/s,
      'rows: [{ id: r1, statements: { 1st: One. } }, {id: r2}]\n',
    );
    expect(problemsIn(text)).toEqual([]);
    expect(load(text).framework.areas[0]!.sections[0]!.topics[0]!.rows.map(each => each.id)).toEqual([
      'r1',
      'r2',
    ]);
  });

  it('is not misled by text that looks like rows', () => {
    const text = fileWith('id: devices-1\nnote: |\n  rows:\n    - id: not-a-row\nstatements:\n  1st: One.');
    expect(problemsIn(text)).toEqual([]);
    const quoted = text.replace('title: Sample', 'title: "Sample\n    rows:\n    - id: not-a-row"');
    expect(problemsIn(quoted)).toEqual([]);
    expect(load(quoted).framework.details.title).toBe('Sample rows: - id: not-a-row');
  });
});

describe('A half-typed line costs itself and nothing else', () => {
  const whole = fileWith(
    'id: r1\nstatements:\n  1st: One.\n  2nd: Two.',
    'id: r2\nstatements:\n  1st: Three.',
  );
  const ids = (text: string) =>
    load(text).framework.areas[0]?.sections[0]?.topics[0]?.rows.map(each => each.id);

  it.each([
    ['a level without a colon', '  1st: One.', '  1st'],
    ['an open double quote', '  1st: One.', '  1st: "One.'],
    ['an open single quote', '  1st: One.', "  1st: 'One."],
    ['an open bracket', '  1st: One.', '  1st: [One.'],
    ['an open brace', '  1st: One.', '  1st: {One.'],
    ['a stray word at the margin', '  1st: One.', '  1st: One.\nfoo'],
    ['a quote that opens and goes on', '  1st: One.', '  1st: "One" and'],
  ])('%s', (_, from, to) => {
    const text = whole.replace(from, to);
    expect(problemsIn(text).filter(each => each.startsWith('yaml-syntax')).length).toBeGreaterThan(0);
    expect(ids(text)).toEqual(['r1', 'r2']);
    expect(statements(text)['2nd']).toBe('Two.');
    expect(statements(text, 1)).toEqual({ '1st': 'Three.' });
  });

  it('a dash that begins a new row', () => {
    const text = whole.replace('              - id: r2', '              - \n              - id: r2');
    expect(ids(text)).toEqual(['r1', 'r2']);
    expect(problemsIn(text)).toEqual(['wrong-type «-»']);
  });

  it('a half-typed key of a topic', () => {
    const text = whole.replace('            title: Devices', '            titl\n            note: Kept.');
    expect(ids(text)).toEqual(['r1', 'r2']);
    expect(load(text).framework.areas[0]!.sections[0]!.topics[0]!.note).toBe('Kept.');
  });

  it('conflict markers of a merge are named as such', () => {
    const text = row('<<<<<<< ours\n  1st: One.\n=======\n  1st: Two.\n>>>>>>> theirs');
    expect(messages(text)[0]).toContain('conflict marker');
  });
});

describe('A no-break space is told where it stands for an ordinary one, and the line is read', () => {
  it.each([
    ['in the indentation', '  1st: One.', '\u00a0 1st: One.'],
    ['as the whole indentation', '                  2nd: Two.', `${'\u00a0'.repeat(18)}2nd: Two.`],
    ['behind a colon', '1st: One.', '1st:\u00a0One.'],
    ['behind a dash', '- id: r1', '-\u00a0id: r1'],
  ])('%s', (_, from, to) => {
    const whole = fileWith('id: r1\nstatements:\n  1st: One.\n  2nd: Two.', 'id: r2\nstatements:\n  1st: X.');
    const text = whole.replace(from, to);
    expect(messages(text)).toEqual([
      'This is a no-break space, which YAML does not take for a space. Replace it by ordinary spaces.',
    ]);
    expect(statements(text)).toEqual({ '1st': 'One.', '2nd': 'Two.' });
    const [finding] = findings(load(text)).filter(({ rule }) => rule === 'yaml-syntax');
    const [fix] = fixesOf(load(text), finding!);
    expect(fix).toMatchObject({ title: 'Put ordinary spaces', safe: true });
    expect(applyEdits(text, fix!.edits)).toBe(whole);
  });

  it('in a text it is the author’s own', () => {
    expect(messages(fileWith('id: r1\nstatements:\n  1st: |-\n    One\n    \u00a0two: 3.'))).toEqual([]);
  });
});

it('text that is not indented below its | is one error, whatever its length', () => {
  const text = fileWith(
    'id: r1\nstatements:\n  1st: |\n  One line.\n\n  Another line.\n  2nd: Two.',
    'id: r2\nstatements:\n  1st: >-\nThree.',
  );
  expect(problemsIn(text)).toEqual(['yaml-syntax «One line.»', 'yaml-syntax «Three.»']);
  expect(messages(text)[0]).toContain('must be indented further');
  expect(statements(text)['2nd']).toBe('Two.');
});

describe('Hostile text', () => {
  it('nested deeper than any framework is an error, not a crash', () => {
    for (const deep of [
      `x-deep:\n  ${'- '.repeat(1000)}a`,
      `x-deep: ${'['.repeat(10_000)}`,
      `x-deep: ${'{a: '.repeat(200)}b`,
    ])
      expect(problemsIn(`${row('  1st: One.')}${deep}\n`).length).toBeGreaterThan(0);
  });
});
