import { describe, expect, it } from 'vitest';
import { type Merged, merge, mergeInFavour } from '../../../src/core/changes/merge.ts';
import type { Area, Framework, Row, Topic } from '../../../src/core/model/types.ts';
import { area, framework, outline, row, section, topic, withRows, withTopics } from './small.ts';

const mergeOf = (base: Framework, ours: Framework, theirs: Framework) =>
  merge(base, [
    { name: 'ours', framework: ours },
    { name: 'theirs', framework: theirs },
  ]);
const firstRow = (f: Framework): Row => f.areas[0]!.sections[0]!.topics[0]!.rows[0]!;
const ids = (text: string) => text.split(' ').map(id => row(id));

describe('a merge takes', () => {
  it('the edits of both sides to different cells of one row', () => {
    const merged = mergeOf(
      withRows(row('r', { '1st': 'A', '2nd': 'B' })),
      withRows(row('r', { '1st': 'A1', '2nd': 'B' })),
      withRows(row('r', { '1st': 'A', '2nd': 'B1' })),
    );
    expect(merged.conflicts).toEqual([]);
    expect([...firstRow(merged.framework).statements.values()]).toEqual(['A1', 'B1']);
  });

  it('once what both sides changed in the same way', () => {
    const both = withRows(row('r', { '1st': 'B' }), row('new', { '1st': 'N' }));
    const merged = mergeOf(withRows(row('r', { '1st': 'A' })), both, structuredClone(both));
    expect(merged).toEqual({ framework: both, conflicts: [] });
  });

  it('new rows of both sides at one spot, each side in one run, sorted by their first id', () => {
    const base = withRows(...ids('r s'));
    const ours = withRows(...ids('r m a s'));
    const theirs = withRows(...ids('r c z s'));
    expect(outline(mergeOf(base, ours, theirs).framework)).toEqual(['t: r c z m a s']);
    expect(outline(mergeOf(base, theirs, ours).framework)).toEqual(['t: r c z m a s']);
  });

  it('a row that one side moved and the other reworded, reworded at its new place', () => {
    const topics = (text: string, home: 't' | 'u') =>
      withTopics(
        topic('t', home === 't' ? [row('r', { '1st': text })] : []),
        topic('u', home === 'u' ? [row('r', { '1st': text })] : []),
      );
    const merged = mergeOf(topics('A', 't'), topics('A', 'u'), topics('B', 't'));
    expect(merged).toEqual({ framework: topics('B', 'u'), conflicts: [] });
  });

  it('the removal of a row that the other side left alone, and new rows beside it', () => {
    const merged = mergeOf(withRows(...ids('r s t')), withRows(...ids('r t')), withRows(...ids('r s n t')));
    expect(merged.conflicts).toEqual([]);
    expect(outline(merged.framework)).toEqual(['t: r n t']);
  });

  it('the new id of a row from one side and its new words from the other', () => {
    const merged = mergeOf(
      withRows(row('old', { '1st': 'A' })),
      withRows(row('new', { '1st': 'A' }, { formerIds: ['old'] })),
      withRows(row('old', { '1st': 'B' })),
    );
    expect(merged.conflicts).toEqual([]);
    expect(firstRow(merged.framework)).toMatchObject({ id: 'new', statements: new Map([['1st', 'B']]) });
  });

  it('what was written at a level into the level that the other side renamed', () => {
    const base = withRows(row('r', { '1st': 'A' }));
    const levels = [{ ...base.levels[0]!, id: 'one', formerIds: ['1st'] }, ...base.levels.slice(1)];
    const ours = { ...withRows(row('r', { one: 'A' })), levels };
    const theirs = withRows(row('r', { '1st': 'B' }), row('s', { '1st': 'C' }));
    const merged = mergeOf(base, ours, theirs);
    expect(merged.conflicts).toEqual([]);
    expect(merged.framework).toEqual({ ...withRows(row('r', { one: 'B' }), row('s', { one: 'C' })), levels });
  });

  it('the work of many reviewers at once', () => {
    const base = withRows(row('r', { '1st': 'A', '2nd': 'B', '3rd': 'C' }));
    const edits = { '1st': 'A1', '2nd': 'B1', '3rd': 'C1' };
    const sides = Object.entries(edits).map(([level, text]) => {
      const statements = new Map(firstRow(base).statements).set(level, text);
      return { name: level, framework: withRows(row('r', {}, { statements })) };
    });
    expect(merge(base, sides)).toEqual({ framework: withRows(row('r', edits)), conflicts: [] });
  });
});

describe('a merge reports', () => {
  it('a cell that two sides changed differently, with all three texts, and keeps the first', () => {
    const merged = mergeOf(
      withRows(row('devices-1', { '2nd': 'A' })),
      withRows(row('devices-1', { '2nd': 'B' })),
      withRows(row('devices-1')),
    );
    expect(merged.conflicts).toEqual([
      {
        what: 'statement',
        row: 'devices-1',
        level: '2nd',
        base: 'A',
        versions: [{ side: 'ours', value: 'B' }, { side: 'theirs' }],
        message:
          'The statement at devices-1, 2nd was changed differently by ours and theirs. Decide which holds.',
      },
    ]);
    expect(firstRow(merged.framework).statements.get('2nd')).toBe('B');
  });

  it('a row that one side removed and the other edited, and keeps it whoever comes first', () => {
    const base = withRows(row('r', { '1st': 'A' }));
    const edited = withRows(row('r', { '1st': 'B' }));
    for (const sides of [[withRows(), edited] as const, [edited, withRows()] as const]) {
      const merged = mergeOf(base, ...sides);
      expect(merged.conflicts).toMatchObject([
        { what: 'row', id: 'r', base: { id: 'r', statements: { '1st': 'A' } } },
      ]);
      expect(merged.conflicts[0]!.message).toMatch(
        /^Row r was removed by \w+ but changed by \w+\. It was kept/,
      );
      expect(merged.framework).toEqual(edited);
    }
  });

  it('a row that two sides moved to different topics', () => {
    const home = (id: string) =>
      withTopics(...['t', 'u', 'v'].map(each => topic(each, each === id ? [row('r')] : [])));
    const merged = mergeOf(home('t'), home('u'), home('v'));
    expect(merged.conflicts).toMatchObject([
      {
        what: 'row',
        id: 'r',
        field: 'place',
        base: { topic: 't' },
        versions: [
          { side: 'ours', value: { topic: 'u' } },
          { side: 'theirs', value: { topic: 'v' } },
        ],
      },
    ]);
    expect(merged.framework).toEqual(home('u'));
  });

  it('a row that two sides moved to different places of one list', () => {
    const merged = mergeOf(
      withRows(...ids('r a b c d')),
      withRows(...ids('a b r c d')),
      withRows(...ids('a b c d r')),
    );
    expect(merged.conflicts).toMatchObject([
      {
        what: 'row',
        id: 'r',
        field: 'place',
        versions: [{ value: { topic: 't', after: 'b' } }, { value: { topic: 't', after: 'd' } }],
      },
    ]);
    expect(outline(merged.framework)).toEqual(['t: a b r c d']);
  });

  it('a topic that one side removed while the other added to it, and keeps it', () => {
    const base = withTopics(topic('t', [row('r')]), topic('u', []));
    const merged = mergeOf(
      base,
      withTopics(topic('u', [])),
      withTopics(topic('t', [row('r'), row('n')]), topic('u', [])),
    );
    expect(merged.conflicts).toMatchObject([
      { what: 'topic', id: 't', versions: [{ side: 'ours' }, { side: 'theirs' }] },
    ]);
    expect(outline(merged.framework)).toEqual(['t: r n', 'u:']);
  });

  it('a row that one side withdrew and the other reworded', () => {
    const base = withRows(row('r', { '1st': 'A' }));
    const merged = mergeOf(
      base,
      withRows(row('r', { '1st': 'A' }, { withdrawn: { since: '1.3' } })),
      withRows(row('r', { '1st': 'B' })),
    );
    expect(merged.conflicts).toMatchObject([
      {
        what: 'row',
        id: 'r',
        field: 'withdrawn',
        versions: [{ side: 'ours', value: { since: '1.3' } }, { side: 'theirs' }],
      },
    ]);
    expect(firstRow(merged.framework)).toEqual(row('r', { '1st': 'B' }, { withdrawn: { since: '1.3' } }));
  });

  it('a topic that one side withdrew while the other edited a row of it, and nothing where both withdrew it', () => {
    const of = (text: string, more = {}) => withTopics(topic('t', [row('r', { '1st': text })], more));
    const withdrawn = { withdrawn: { since: '1.3' } };
    const conflicts = (ours: Framework, theirs: Framework) => mergeOf(of('A'), ours, theirs).conflicts;
    expect(conflicts(of('A', withdrawn), of('B'))).toMatchObject([{ what: 'topic', field: 'withdrawn' }]);
    expect(conflicts(of('A', withdrawn), of('B', withdrawn))).toEqual([]);
  });

  it('one new row that two sides wrote differently under the same id', () => {
    const merged = mergeOf(
      withRows(),
      withRows(row('n', { '1st': 'A' })),
      withRows(row('n', { '1st': 'B' })),
    );
    expect(merged.conflicts).toMatchObject([{ what: 'row', id: 'n', versions: [{ side: 'ours' }, {}] }]);
    expect(firstRow(merged.framework).statements.get('1st')).toBe('A');
  });

  it('a level that one side removed while the other wrote something there, and keeps the level', () => {
    const base = withRows(row('r', { '1st': 'A' }));
    const ours = { ...base, levels: base.levels.slice(0, 2) };
    const merged = mergeOf(base, ours, withRows(row('r', { '1st': 'A', '3rd': 'B' })));
    expect(merged.conflicts).toMatchObject([{ what: 'level', id: '3rd' }]);
    expect(merged.framework.levels.map(level => level.id)).toEqual(['1st', '2nd', '3rd']);
  });

  it('a level that one side removed while the other reworded what stood there: cell and level', () => {
    const base = withRows(row('r', { '3rd': 'A' }));
    const ours = { ...withRows(row('r')), levels: base.levels.slice(0, 2) };
    const merged = mergeOf(base, ours, withRows(row('r', { '3rd': 'B' })));
    expect(merged.conflicts).toMatchObject([
      { what: 'statement', row: 'r', level: '3rd', base: 'A', versions: [{ side: 'ours' }, { value: 'B' }] },
      { what: 'level', id: '3rd' },
    ]);
    expect(merged.framework.levels).toHaveLength(3);
  });

  it('a statement in a cell that the other side called empty', () => {
    const merged = mergeOf(
      withRows(row('r')),
      withRows(row('r', {}, { blank: new Map([['1st', 'not-applicable']]) })),
      withRows(row('r', { '1st': 'A' })),
    );
    expect(merged.conflicts).toMatchObject([{ what: 'statement', row: 'r', level: '1st' }]);
    expect(firstRow(merged.framework)).toMatchObject({
      statements: new Map(),
      blank: new Map([['1st', 'not-applicable']]),
    });
  });

  it('a statement that two sides moved to different levels', () => {
    const at = (level: string) => withRows(row('r', { [level]: 'A' }));
    expect(mergeOf(at('1st'), at('2nd'), at('3rd')).conflicts).toMatchObject([
      { what: 'statement', row: 'r', level: '1st', versions: [{ value: { level: '2nd' } }, {}] },
    ]);
  });

  it('a new id that something new of the other side has by now, and keeps the old one', () => {
    const merged = mergeOf(
      withRows(row('old')),
      withRows(row('new', {}, { formerIds: ['old'] })),
      withRows(row('old'), row('new', { '1st': 'A' })),
    );
    expect(merged.conflicts).toMatchObject([{ what: 'row', id: 'old', field: 'id' }]);
    expect(outline(merged.framework)).toEqual(['t: old new']);
  });

  it('in the ids of the result, and names sections by their areas', () => {
    const of = (id: string, note: string) =>
      framework([area(id, [section('functions', [], { note })], id === 'z' ? { formerIds: ['a'] } : {})]);
    const merged = mergeOf(of('a', 'N'), of('z', 'N1'), of('a', 'N2'));
    expect(merged.conflicts).toMatchObject([
      { what: 'section', id: 'z/functions', field: 'note', base: 'N', versions: [{ value: 'N1' }, {}] },
    ]);
  });

  it('a term and a word of the framework itself', () => {
    const of = (version: string, meaning: string): Framework => {
      const f = withRows();
      return { ...f, details: { ...f.details, version }, glossary: new Map([['OS', meaning]]) };
    };
    const merged = mergeOf(of('1', 'a'), of('2', 'b'), of('3', 'c'));
    expect(merged.conflicts).toMatchObject([
      { what: 'framework', id: 'f', field: 'version', base: '1' },
      { what: 'term', id: 'OS', base: 'a' },
    ]);
    expect(merged.framework).toEqual(of('2', 'b'));
  });
});

describe('while a removal is in conflict, all that went with it stays', () => {
  const A = (text = 'A') => row('r', { '1st': text });
  const S = row('s', { '1st': 'B' });
  const X = row('x', { '1st': 'X' });
  /** Areas `a` (topics `t`: r s, `v`: y) and `b` (topic `u`: x); what is undefined is gone. */
  const of = (a: readonly Topic[] | undefined, u: readonly Row[] = [X]) =>
    framework([
      ...(a ? [area('a', [section('functions', [...a])])] : []),
      area('b', [section('functions', [topic('u', [...u])])]),
    ]);
  const T = (...rows: Row[]) => topic('t', rows);
  const V = topic('v', [row('y', { '1st': 'Y' })]);
  const base = of([T(A(), S), V]);
  const told = ({ conflicts }: Merged) => conflicts.map(({ what, id }) => `${what} ${id}`);
  /** Whoever comes first, the result is the same. */
  const eachWay = (ours: Framework, theirs: Framework, check: (merged: Merged) => void) => {
    check(mergeOf(base, ours, theirs));
    check(mergeOf(base, theirs, ours));
  };

  it('in a topic one row of which was reworded', () => {
    const theirs = of([T(A('A1'), S), V]);
    eachWay(of([V]), theirs, merged => {
      expect(merged.framework).toEqual(theirs);
      expect(told(merged)).toEqual(['row r', 'topic t']);
      expect(merged.conflicts[1]!.message).toMatch(
        /^Topic t was removed by \w+, but others still need it\. It was kept, with all that stands in it/,
      );
    });
  });

  it('in a topic that was given another title, or put elsewhere', () => {
    for (const theirs of [
      of([{ ...T(A(), S), title: 'Another' }, V]),
      framework([
        area('a', [section('functions', [V])]),
        area('b', [section('functions', [topic('u', [X]), T(A(), S)])]),
      ]),
    ])
      eachWay(of([V]), theirs, merged => {
        expect(merged.framework).toEqual(theirs);
        expect(told(merged)).toEqual(['topic t']);
      });
  });

  it('in an area with several topics, of which only what was changed is told beside it', () => {
    const theirs = of([T(A('A1'), S), V]);
    eachWay(of(undefined), theirs, merged => {
      expect(merged.framework).toEqual(theirs);
      expect(told(merged)).toEqual(['row r', 'area a']);
    });
  });

  it('in a section, and in all sections of a kind', () => {
    const both = (text: string, of: (a: Topic[], b: Topic[]) => Area[]) =>
      of([T(A(text), S)], [topic('u', [X])]);
    const from = framework(
      both('A', (a, b) => [
        area('a', [section('functions', a), section('knowledge', [V])]),
        area('b', [section('functions', b)]),
      ]),
    );
    const theirs = framework(
      both('A1', (a, b) => [
        area('a', [section('functions', a), section('knowledge', [V])]),
        area('b', [section('functions', b)]),
      ]),
    );
    const withoutSection = framework([
      area('a', [section('knowledge', [V])]),
      area('b', [section('functions', [topic('u', [X])])]),
    ]);
    expect(mergeOf(from, withoutSection, theirs).framework).toEqual(theirs);
    const withoutKind = {
      ...framework([area('a', [section('knowledge', [V])]), area('b', [])]),
      sectionKinds: from.sectionKinds.filter(({ id }) => id === 'knowledge'),
    };
    const merged = mergeOf(from, withoutKind, theirs);
    expect(merged.framework).toEqual(theirs);
    expect(told(merged)).toEqual(['row r', 'sectionKind functions']);
  });

  it('with what the other side added to it', () => {
    const added = of([T(A(), S), V, topic('n', [row('z')])]);
    eachWay(of(undefined), added, merged => {
      expect(merged.framework).toEqual(added);
      expect(told(merged)).toEqual(['area a']);
    });
    const inserted = of([T(A(), row('z'), S), V]);
    eachWay(of([V]), inserted, merged => expect(merged.framework).toEqual(inserted));
  });

  it('with what the other side moved into it', () => {
    const theirs = of([T(A(), X, S), V], []);
    eachWay(of([V]), theirs, merged => {
      expect(merged.framework).toEqual(theirs);
      expect(told(merged)).toEqual(['topic t']);
    });
  });

  it('but for what the other side removed as well, and what was moved out of it', () => {
    eachWay(of([V], [X, S]), of([T(A('A1'), S), V]), merged =>
      expect(outline(merged.framework)).toEqual(['t: r', 'v: y', 'u: x s']),
    );
    eachWay(of([V]), of([T(A('A1')), V]), merged =>
      expect(outline(merged.framework)).toEqual(['t: r', 'v: y', 'u: x']),
    );
  });

  it('and only then: what was moved out of a topic that goes is in conflict by itself', () => {
    eachWay(of([V]), of([T(S), V], [X, A()]), merged => {
      expect(outline(merged.framework)).toEqual(['v: y', 'u: x r']);
      expect(told(merged)).toEqual(['row r']);
    });
  });

  it('with the levels that it uses', () => {
    const levels = base.levels.filter(({ id }) => id !== '2nd');
    const at2nd = row('s', { '2nd': 'B' });
    const from = of([T(A(), at2nd), V]);
    const theirs = of([T(A('A1'), at2nd), V]);
    const merged = mergeOf(from, { ...of([V]), levels }, theirs);
    expect(merged.framework).toEqual(theirs);
    expect(told(merged)).toEqual(['row r', 'topic t', 'level 2nd']);
  });
});

describe('a merge in favour of its first side', () => {
  const favoured = (base: Framework, first: Framework, other: Framework) =>
    mergeInFavour(base, [
      { name: 'first', framework: first },
      { name: 'other', framework: other },
    ]);
  const two = (t: readonly Row[] | undefined, u: readonly Row[]) =>
    withTopics(...(t ? [topic('t', [...t])] : []), topic('u', [...u]));
  const base = two(ids('r s'), ids('x y'));

  it('is without what that side removed, and with all that is not in conflict', () => {
    const edited = two([row('r', { '1st': 'A' }), row('s')], [row('x'), row('y', { '1st': 'B' })]);
    expect(favoured(base, two(undefined, ids('x y')), edited)).toEqual(
      two(undefined, [row('x'), row('y', { '1st': 'B' })]),
    );
    expect(favoured(base, edited, two(undefined, ids('x y')))).toEqual(edited);
  });

  it('leaves where it was what the other moved into a topic that this side removed', () => {
    const moved = two([...ids('r'), row('x', { '1st': 'A' }), ...ids('s n')], ids('y'));
    expect(favoured(base, two(undefined, ids('x y')), moved)).toEqual(
      two(undefined, [row('x', { '1st': 'A' }), row('y')]),
    );
    expect(favoured(base, moved, two(undefined, ids('x y')))).toEqual(moved);
  });

  it('leaves a statement at the level where this side put it, and nothing at a level that it removed', () => {
    const at = (level: string) => withRows(row('r', { [level]: 'A' }));
    expect(favoured(at('1st'), at('2nd'), at('3rd'))).toEqual(at('2nd'));
    const without = { ...withRows(row('r')), levels: base.levels.slice(1) };
    const added = withRows(row('r', { '1st': 'B' }), row('n', { '1st': 'N', '2nd': 'M' }));
    expect(favoured(at('1st'), without, added)).toEqual({
      ...withRows(row('r'), row('n', { '2nd': 'M' })),
      levels: without.levels,
    });
  });
});
