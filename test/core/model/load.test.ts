import { describe, expect, it } from 'vitest';
import { fileWith, load, problemsIn } from '../../helpers/loaded.ts';

const file = fileWith('id: r1\nstatements:\n  1st: One.', 'id: r2\nstatements:\n  1st: Two.');
const message = (text: string) => load(text).problems[0]?.message;

describe('What does not fit the format is reported where it stands', () => {
  it.each([
    [
      'an unknown key, with the one that was meant',
      'title: Devices',
      'titel: Devices',
      'unknown-key «titel»',
    ],
    ['a missing id', 'id: r2', 'note: none', 'missing-key «note»'],
    ['a key without a value', 'title: Devices', 'title:', 'missing-value «title»'],
    ['a value of the wrong shape', 'title: Devices', 'title: [Devices]', 'wrong-type «title»'],
    ['an ill-formed id', 'id: r2', 'id: r 2', 'ill-formed-id «r 2»'],
    ['an id that is taken', 'id: r2', 'id: r1', 'duplicate-id «r1»'],
    ['an unknown level', '1st: Two.', '1th: Two.', 'unknown-level «1th»'],
    ['an unknown section kind', 'kind: functions', 'kind: function', 'unknown-section-kind «function»'],
    ['an unknown status', 'status: draft', 'status: drafted', 'unknown-value «drafted»'],
    [
      'a title of several lines',
      'title: Devices',
      'title: "Devices\\nand more"',
      'wrong-type «"Devices\\nand more"»',
    ],
    ['a level without words', '1st: Two.', '1st:', 'missing-value «1st»'],
    ['a reference to no row', 'id: r2', 'id: r2\n                splitFrom: r9', 'unknown-id «r9»'],
  ])('%s', (_, from, to, problem) => {
    expect(problemsIn(file.replace(from, to))).toEqual([problem]);
  });

  it('says what to do', () => {
    expect(message(file.replace('title: Devices', 'titel: Devices'))).toBe(
      'A topic has no key `titel`. Did you mean `title`?',
    );
    expect(message(file.replace('title: Devices', 'owner: Ada'))).toContain('`x-owner`');
    const [head] = file.split('areas:');
    expect(message(`${head}areas:\n`)).toContain('Add an area on a line of its own');
    expect(message(`${head}areas: [a]\n`)).toContain('An area is a set of keys');
    expect(message(file.replace('1st: Two.', '9th: Two.'))).toContain('0.5, 1st, 2nd');
  });

  it("says where data of one's own has its place in a withdrawn row", () => {
    const withdrawn = (keys: string) =>
      message(file.replace('id: r2', `id: r2\n                withdrawn: { since: "1.0", ${keys} }`));
    expect(withdrawn('owner: Ada')).toBe('A withdrawal has no key `owner`. Remove it.');
    expect(withdrawn('x-owner: Ada')).toBe(
      'A withdrawal has no key `x-owner`. Data of your own stands beside `withdrawn`: move it there.',
    );
    expect(withdrawn('reasn: Old')).toBe('A withdrawal has no key `reasn`. Did you mean `reason`?');
  });

  it('says of what stands at a level that there is not no more than that', () => {
    const problems = (keys: string) =>
      load(file.replace('1st: Two.', `1st: Two.\n                ${keys}`)).problems;
    for (const keys of ['blank: { x-a: b }', 'blank: { x-a: missing }', 'notes: { x-a: }'])
      expect(problems(keys).map(({ code }) => code)).toEqual(['unknown-level']);
    expect(problems('blank: { 2nd: b }').map(({ code }) => code)).toEqual(['unknown-value']);
  });

  it('suggests no name that stands in for an id that could not be read', () => {
    const text = file
      .replace('  - id: 2nd\n    title: 2nd line', '  - title: 2nd line')
      .replace('1st: Two.', '9th: Two.');
    const [problem] = load(text).problems.filter(({ code }) => code === 'unknown-level');
    expect(problem?.message).toBe('There is no level `9th`. Use one of those under `levels`: 0.5, 1st.');
  });

  it('takes a title for one line that is folded, and a reason for too long that is not', () => {
    const titled = (title: string) => problemsIn(file.replace('title: Devices', `title: ${title}`));
    expect(titled('Devices\n              and more')).toEqual([]);
    expect(titled('>-\n              Devices\n              and more')).toEqual([]);
    expect(titled('|-\n              Devices')).toEqual([]);
    expect(titled('|-\n              Devices\n              and more').join()).toContain('wrong-type');
    const reason = 'withdrawn:\n                  since: "1.0"\n                  reason: "Old.\\nVery."';
    expect(message(file.replace('id: r2', `id: r2\n                ${reason}`))).toBe(
      '`reason` has several lines here, but must stand on one. Join them.',
    );
  });

  it('keeps all that fits, and knows that it is not the whole', () => {
    const { framework, whole } = load(file.replace('title: Devices', 'titel: Devices'));
    expect(framework.areas[0]!.sections[0]!.topics[0]!.rows).toHaveLength(2);
    expect(whole).toBe(false);
    expect(load(file).whole).toBe(true);
  });

  it('does not count a value that others misread as a loss', () => {
    expect(load(file.replace('version: "1.0"', 'version: 1.0')).whole).toBe(true);
  });

  it('says which format to write where none is, and that another one is not known', () => {
    const messagesOf = (line: string) =>
      load(file.replace('format: "1"\n', line)).problems.map(({ message }) => message);
    expect(messagesOf('')).toEqual(['This framework file has no `format`. Add a line `format: "1"`.']);
    expect(messagesOf('format: 2\n')).toEqual([
      'This is format 2, which this version of Framework Workbench does not know: it reads format 1. Use a newer version of it, or write `format: "1"`.',
    ]);
    expect(messagesOf('format: one\n')).toEqual(['`format` must be `"1"`, the one format that there is.']);
  });

  it('takes the number of the format with quotes and without, and no other number', () => {
    for (const quoted of ['"1"', "'1'", '1'])
      expect(problemsIn(file.replace('format: "1"', `format: ${quoted}`))).toEqual([]);
    for (const other of ['2', '1.0', '01'])
      expect(problemsIn(file.replace('format: "1"', `format: ${other}`)).join()).toContain('unknown-value');
  });

  it('takes levels and keys named like things of JavaScript for what they are', () => {
    const odd = file
      .replaceAll('1st', 'constructor')
      .replace('id: r2', 'id: r2\n                x-__proto__: { __proto__: a }');
    expect(problemsIn(odd)).toEqual([]);
    const [first] = load(odd).framework.areas[0]!.sections[0]!.topics[0]!.rows;
    expect([...first!.statements]).toEqual([['constructor', 'One.']]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('keeps paragraphs and the spaces within a line, and nothing else of the layout', () => {
    const text = fileWith(
      'id: r1\nstatements:\n  1st: |\n    One  two.\n\n    Three.\n  2nd: "a \\r\\n\\n b"',
    );
    const [row] = load(text).framework.areas[0]!.sections[0]!.topics[0]!.rows;
    expect(row!.statements.get('1st')).toBe('One  two.\nThree.');
    expect(row!.statements.get('2nd')).toBe('a \n b');
  });
});
