import { describe, expect, it } from 'vitest';
import {
  type FrameworkFile,
  readAsOtherTools,
  readAsText,
  readFrameworkFile,
  readText,
  rowsOf,
  topicsOf,
} from './frameworkFile.ts';
import { readSource, type SourceFramework } from './source.ts';

const sourceText = readText('test/framework/iteps-1.2.source.txt');
const yamlText = readText('framework/iteps-1.2.framework.yaml');
const source = readSource(sourceText);
const file = readFrameworkFile(yamlText);
const LEVELS = ['0.5', '1st', '2nd', '3rd'];

/** One line for every area, section, topic, row and statement, in order. */
function outlineOfSource(framework: SourceFramework): string[] {
  return framework.areas.flatMap(area => [
    `area ${area.title}`,
    ...area.sections.flatMap(section => [
      `section ${section.kind}`,
      ...section.topics.flatMap(topic => [
        `topic ${topic.title}`,
        ...topic.rows.flatMap(row => [
          'row',
          ...row.flatMap((cell, column) => (cell === '' ? [] : [`${LEVELS[column]}: ${cell}`])),
        ]),
      ]),
    ]),
  ]);
}

function outlineOfFile(framework: FrameworkFile): string[] {
  const kinds = new Map(framework.sectionKinds.map(kind => [kind.id, kind.title]));
  return framework.areas.flatMap(area => [
    `area ${area.title ?? ''}`,
    ...area.sections.flatMap(section => [
      `section ${kinds.get(section.kind)}`,
      ...section.topics.flatMap(topic => [
        `topic ${topic.title ?? ''}`,
        ...topic.rows.flatMap(row => [
          'row',
          ...Object.entries(row.statements).map(([level, statement]) => `${level}: ${statement}`),
        ]),
      ]),
    ]),
  ]);
}

const expected = outlineOfSource(source);

/** The outline of the file after one change to its text, which must have hit. */
function planted(change: (text: string) => string): string[] {
  const changed = change(yamlText);
  expect(changed).not.toBe(yamlText);
  return outlineOfFile(readFrameworkFile(changed));
}

describe('the framework file of V1.2 beside the publisher’s text', () => {
  it('the text reads as 7 areas, 14 sections, 23 topics, 74 rows and 240 statements', () => {
    const sections = source.areas.flatMap(area => area.sections);
    const topics = sections.flatMap(section => section.topics);
    const rows = topics.flatMap(topic => topic.rows);
    const statements = rows.flat().filter(cell => cell !== '');
    expect([source.areas, sections, topics, rows, statements].map(list => list.length)).toEqual([
      7, 14, 23, 74, 240,
    ]);
  });

  it('the file has the same counts', () => {
    const sections = file.areas.flatMap(area => area.sections);
    const statements = rowsOf(file).flatMap(row => Object.values(row.statements));
    expect([file.areas, sections, topicsOf(file), rowsOf(file), statements].map(list => list.length)).toEqual(
      [7, 14, 23, 74, 240],
    );
  });

  it('says every area, section, topic, row and statement word for word, in order', () => {
    expect(outlineOfFile(file)).toEqual(expected);
  });

  it('names what the title row and the heading rows name', () => {
    const { title, version, status } = file.framework;
    expect(`${title} (V${version})`).toBe(source.title);
    expect(status).toBe('published');
    expect(file.levels.map(level => level.id)).toEqual(LEVELS);
    const headings = source.areas.flatMap(area => area.sections.map(section => section.headings.join(' ')));
    expect(new Set(headings)).toEqual(new Set(['0.5 1st 2nd 3rd', '0.5 1st 2nd` 3rd']));
  });

  it('leaves what is untitled without a title, rather than with an empty one', () => {
    const untitled = [...file.areas, ...topicsOf(file)].filter(node => !node.title);
    expect(untitled.map(node => node.id)).toEqual([
      'area-2',
      'area-2-knowledge',
      'continuity-knowledge',
      'support-knowledge',
      'procurement-functions',
      'procurement-knowledge',
      'strategy-knowledge',
      'behaviours-knowledge',
    ]);
    expect(untitled.filter(node => 'title' in node)).toEqual([]);
  });

  it('keeps both paragraphs of a cell that has an empty line inside', () => {
    const row = rowsOf(file).find(({ id }) => id === 'network-users-1');
    expect(row?.statements['2nd']?.split('\n')).toEqual([
      'Maintain server based hardware and software.',
      'Design and manage the structure of an online learning environment.',
    ]);
  });
});

describe('the comparison of the file with the text', () => {
  it('notices a changed word', () => {
    expect(planted(text => text.replace('Mange and oversee', 'Manage and oversee'))).not.toEqual(expected);
  });

  it('notices two rows in the wrong order', () => {
    const swapped = planted(text =>
      text.replace(/( {14}- id: devices-1\n(?: {16}.*\n)+)( {14}- id: devices-2\n(?: {16}.*\n)+)/, '$2$1'),
    );
    expect(swapped).not.toEqual(expected);
    expect([...swapped].sort()).toEqual([...expected].sort());
  });

  it('notices a lost row', () => {
    const lost = planted(text => text.replace(/ {14}- id: network-users-4\n(?: {16}.*\n)+/, ''));
    expect(lost).not.toEqual(expected);
    expect(lost).toHaveLength(expected.length - 2);
  });

  it('notices a statement at another level', () => {
    const moved = planted(text => text.replace('3rd: Understand system', '2nd: Understand system'));
    expect(moved).not.toEqual(expected);
  });

  it('notices a title where the text has none', () => {
    expect(planted(text => text.replace('- id: area-2\n', '- id: area-2\n    title: People\n'))).not.toEqual(
      expected,
    );
  });

  it('notices a paragraph that was joined to the one above', () => {
    const joined = planted(text => text.replace('2nd: |-\n', '2nd: >-\n'));
    expect(joined).not.toEqual(expected);
  });
});

describe('the framework file of V1.2 as a file', () => {
  it('has well-formed ids, unique among areas, topics and rows', () => {
    for (const nodes of [file.areas, topicsOf(file), rowsOf(file), file.levels, file.sectionKinds]) {
      const ids = nodes.map(node => node.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/);
    }
  });

  it('is read the same by other YAML tools: every key and value stays text, none is lost', () => {
    for (const { name, value } of readAsOtherTools(yamlText))
      expect(value, name).toEqual(readAsText(yamlText));
  });

  it('would not be read the same without its quotes', () => {
    const bare = yamlText.replaceAll('"0.5":', '0.5:');
    for (const { value } of readAsOtherTools(bare)) expect(value).not.toEqual(readAsText(bare));
  });

  it('has maintainers’ notes only where there is a statement', () => {
    const astray = rowsOf(file).flatMap(row =>
      Object.keys(row.notes ?? {}).flatMap(level => (level in row.statements ? [] : [`${row.id} ${level}`])),
    );
    expect(astray).toEqual([]);
  });

  it('notes what is broken in the text where it stands', () => {
    const broken = /(awareness of|manage their\.|\(e\.g\.|changes and|interoperability between\.)$/;
    const cells = rowsOf(file).flatMap(row =>
      Object.entries(row.statements).map(([level, text]) => ({ text, note: row.notes?.[level] })),
    );
    const cut = cells.filter(({ text }) => broken.test(text));
    expect(cut).toHaveLength(7);
    for (const { note } of cut) expect(note).toMatch(/^Breaks off after/);
    expect(file.areas.find(({ id }) => id === 'area-2')?.note).toBeDefined();
  });

  it('begins with words for somebody who has never seen such a file', () => {
    expect(yamlText).toMatch(/^# .+\n#\n# How to read this file/);
  });

  it('is tidy: ends of lines are plain, with no tab and nothing after the last word', () => {
    expect(yamlText).not.toMatch(/[\t\r\uFEFF]|[ ]\n|\n\n\n/);
    expect(yamlText.endsWith('\n')).toBe(true);
  });
});
