import { describe, expect, it } from 'vitest';
import { sameMeaning } from '../../../src/core/model/equal.ts';
import { eachRow, indexFramework, shareIndex } from '../../../src/core/model/index.ts';
import { area, framework, row, section, topic, withRows } from '../changes/small.ts';

describe('two frameworks mean the same', () => {
  const f = withRows(row('r', { '1st': 'A', '2nd': 'B' }), row('s'));

  it('in whatever order keys stand, and with undefined keys or without', () => {
    const copy = withRows(row('r', { '2nd': 'B', '1st': 'A' }, { note: undefined }), row('s'));
    expect(sameMeaning(f, copy)).toBe(true);
  });

  it('whatever the line endings of their statements, and with empty statements or without', () => {
    const copy = withRows(row('r', { '1st': 'A\r\n', '2nd': 'B', '3rd': ' ' }), row('s'));
    expect(sameMeaning(f, copy)).toBe(true);
    expect(sameMeaning(copy, f)).toBe(true);
  });

  it('not in another order of rows, and not with another note, x- key or blank', () => {
    expect(sameMeaning(f, withRows(row('s'), row('r', { '1st': 'A', '2nd': 'B' })))).toBe(false);
    for (const more of [
      { note: 'n' },
      { notes: new Map([['1st', 'n']]) },
      { extra: new Map([['x-a', '']]) },
      { blank: new Map([['3rd', 'missing' as const]]) },
    ]) {
      const other = withRows(row('r', { '1st': 'A', '2nd': 'B' }, more), row('s'));
      expect(sameMeaning(f, other)).toBe(false);
      expect(sameMeaning(other, f)).toBe(false);
    }
  });

  it('not where a list stands for a text or an object', () => {
    const of = (value: string | string[] | Record<string, string>) => ({
      ...f,
      extra: new Map([['x-a', value]]),
    });
    expect(sameMeaning(of(['a']), of('a'))).toBe(false);
    expect(sameMeaning(of(['a']), of({ 0: 'a' }))).toBe(false);
    expect(sameMeaning(of({ a: 'b' }), of({ a: 'b' }))).toBe(true);
  });
});

describe('the index of a framework', () => {
  const f = framework([
    area('a', [section('functions', [topic('t', [row('r')])])]),
    area('b', [section('functions', [topic('u', [row('s')])])]),
  ]);

  it('finds each node with its parents, and a section by area and kind', () => {
    const index = indexFramework(f);
    expect(index.row('s')).toEqual({
      area: f.areas[1],
      section: f.areas[1]!.sections[0],
      topic: f.areas[1]!.sections[0]!.topics[0],
      row: f.areas[1]!.sections[0]!.topics[0]!.rows[0],
    });
    expect(index.section('b/functions')?.section).toBe(f.areas[1]!.sections[0]);
    expect(index.topic('t')?.area.id).toBe('a');
    expect(index.area('b')?.area).toBe(f.areas[1]);
    expect(index.level('2nd')).toBe(f.levels[1]);
    expect(index.sectionKind('knowledge')).toBe(f.sectionKinds[1]);
    expect([index.row('t'), index.section('a/knowledge'), index.level('x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is made once a framework', () => {
    expect(indexFramework(f)).toBe(indexFramework(f));
  });

  it('is taken over by an edit of words, and then finds the edited nodes', () => {
    indexFramework(f);
    const edited = framework([{ ...f.areas[0]!, title: 'New' }, f.areas[1]!]);
    shareIndex(f, edited);
    expect(indexFramework(edited).row('r')?.area.title).toBe('New');
    expect(indexFramework(edited).order).toBe(indexFramework(f).order);
  });

  it('counts the first of two nodes with the same id', () => {
    const twice = withRows(row('r', { '1st': 'first' }), row('r', { '1st': 'second' }));
    expect(indexFramework(twice).row('r')?.row.statements.get('1st')).toBe('first');
    expect([...eachRow(twice)]).toHaveLength(2);
    expect([f, twice].map(each => indexFramework(each).hasUniqueIds)).toEqual([true, false]);
  });
});
