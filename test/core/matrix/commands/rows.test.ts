import { describe, expect, it } from 'vitest';
import { area, framework, outline, row, section, topic, withRows, withTopics } from '../../changes/small.ts';
import { act, texts } from './act.ts';

const four = withRows(
  row('r1', { '1st': 'a' }),
  row('r2', { '1st': 'b' }),
  row('r3', { '1st': 'c' }),
  row('r4', { '1st': 'd' }),
);
const text = (level: string, value: string) => ({ texts: [{ level, text: value }] });

/** The first letters of a framework's rows, by topic. */
const letters = (f: typeof four) =>
  f.areas.flatMap(each =>
    each.sections.flatMap(({ topics }) =>
      topics.map(({ rows }) => rows.map(one => one.statements.get('1st') ?? '-').join('')),
    ),
  );

describe('New rows', () => {
  it.each([
    [{ above: 'r1' }, 'xyabcd'],
    [{ below: 'r2' }, 'abxycd'],
    [{ endOf: 't' }, 'abcdxy'],
  ])('go %o', (to, wanted) => {
    const acted = act(four, { type: 'insertRows', to, rows: [text('1st', 'x'), text('1st', 'y')] });
    expect(letters(acted.after)).toEqual([wanted]);
    expect(acted.told).toBe('2 rows added.');
    expect(acted.select).toHaveLength(2);
  });

  it('get ids of their topic and their content, that nothing has or had', () => {
    const insert = (f: typeof four) =>
      act(f, { type: 'insertRows', to: { endOf: 't' }, rows: [text('2nd', 'x'), text('2nd', 'x')] });
    const [first, second] = insert(four).select;
    expect(first).toEqual({ what: 'row', id: expect.stringMatching(/^t-[0-9a-f]{6}$/), level: '2nd' });
    expect(second!.id).not.toBe(first!.id);
    expect(insert(four).select[0]).toEqual(first);
    const former = withRows(row('r1', {}, { formerIds: [first!.id] }));
    expect(insert(former).select.map(({ id }) => id)).not.toContain(first!.id);
  });

  it('without a text differ from those that somebody else adds', () => {
    const acted = act(four, {
      type: 'insertRows',
      to: { above: 'r1' },
      rows: [{ texts: [] }, { texts: [] }],
    });
    expect(new Set(acted.select.map(({ id }) => id)).size).toBe(2);
    expect(acted.select[0]).not.toHaveProperty('level');
    expect(acted.row(acted.select[0]!.id)?.statements.size).toBe(0);
  });

  it('are refused where their place is gone, and without the texts of a level that is gone', () => {
    expect(act(four, { type: 'insertRows', to: { below: 'gone' }, rows: [{ texts: [] }] }).reasons).toEqual([
      'The place where it was to go is no longer there.',
    ]);
    const acted = act(four, { type: 'insertRows', to: { endOf: 't' }, rows: [text('9th', 'x')] });
    expect(acted.refusals).toEqual([{ reason: 'There is no level 9th any more.', now: 'x' }]);
  });
});

describe('Duplicating rows', () => {
  it('copies texts and meanings of blanks, not notes, to below the last of them', () => {
    const f = withRows(
      row(
        'r1',
        { '1st': 'a' },
        { blank: new Map([['2nd', 'missing']]), note: 'n', notes: new Map([['1st', 'n']]) },
      ),
      row('r2', { '1st': 'b' }),
      row('r3', { '1st': 'c' }),
    );
    const acted = act(f, { type: 'duplicateRows', rows: ['r2', 'r1', 'r2', 'gone'] });
    expect(letters(acted.after)).toEqual(['ababc']);
    const copy = acted.row(acted.select[0]!.id)!;
    expect(copy.blank.get('2nd')).toBe('missing');
    expect([copy.note, copy.notes.size]).toEqual([undefined, 0]);
    expect(acted.reasons).toEqual(['Row gone is no longer there.']);
  });
});

describe('Moving', () => {
  const move = (ids: string[], to: { above: string } | { below: string } | { endOf: string }, f = four) =>
    act(f, { type: 'move', what: 'row', ids, to });

  it.each([
    [['r3', 'r1'], { above: 'r1' }, 'acbd'],
    [['r1', 'r2'], { below: 'r3' }, 'cabd'],
    [['r1', 'r4'], { above: 'r3' }, 'badc'],
    [['r2', 'r3'], { endOf: 't' }, 'adbc'],
    [['r2', 'r3'], { below: 'r3' }, 'abcd'],
    [['r2', 'r4'], { below: 'r2' }, 'abdc'],
    [['r4'], { above: 'r4' }, 'abcd'],
  ])('rows %j to %o', (ids, to, wanted) => {
    const acted = move(ids, to);
    expect(letters(acted.after)).toEqual([wanted]);
    expect(acted.changes.length === 0).toBe(wanted === 'abcd');
  });

  it('rows of several topics go to one, in document order', () => {
    const f = withTopics(
      topic('t', [row('r1', { '1st': 'a' }), row('r2', { '1st': 'b' })]),
      topic('u', [row('r3', { '1st': 'c' })]),
      topic('v', []),
    );
    expect(outline(move(['r3', 'r1'], { endOf: 'v' }, f).after)).toEqual(['t: r2', 'u:', 'v: r1 r3']);
    expect(outline(move(['r3', 'r1'], { below: 'r2' }, f).after)).toEqual(['t: r2 r1 r3', 'u:', 'v:']);
  });

  it('a topic to another section, which is made where the area lacks it', () => {
    const f = framework([
      area('a', [section('functions', [topic('t', [row('r1')]), topic('u', [])])]),
      area('b', [section('knowledge', [])]),
    ]);
    const acted = act(f, { type: 'move', what: 'topic', ids: ['t'], to: { endOf: 'b/functions' } });
    expect(
      acted.after.areas[1]!.sections.map(({ kind, topics }) => [kind, topics.map(({ id }) => id)]),
    ).toEqual([
      ['functions', ['t']],
      ['knowledge', []],
    ]);
    expect(acted.told).toBe('Topic moved.');
    expect(act(f, { type: 'move', what: 'topic', ids: ['t'], to: { endOf: 'c/functions' } }).changes).toEqual(
      [],
    );
    expect(act(f, { type: 'move', what: 'topic', ids: ['t'], to: { endOf: 'b/nothing' } }).changes).toEqual(
      [],
    );
  });

  it('areas and levels among themselves', () => {
    const f = framework([area('a', []), area('b', []), area('c', [])]);
    const areas = act(f, { type: 'move', what: 'area', ids: ['c'], to: { above: 'a' } });
    expect(areas.after.areas.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    const levels = act(f, { type: 'move', what: 'level', ids: ['1st'], to: { endOf: '' } });
    expect(levels.after.levels.map(({ id }) => id)).toEqual(['2nd', '3rd', '1st']);
  });

  it('what is gone is refused, and the rest goes', () => {
    const acted = move(['gone', 'r4'], { above: 'r1' });
    expect(letters(acted.after)).toEqual(['dabc']);
    expect(acted.reasons).toEqual(['The row gone is no longer there.']);
  });
});

describe('Splitting', () => {
  const f = withRows(row('r1', { '1st': 'Install and test', '2nd': 'b' }), row('r2'));
  const split = (was: string, first: string, second: string) =>
    act(f, { type: 'splitRow', row: 'r1', level: '1st', was, first, second });

  it('makes a row directly below, at the same level, that tells where it is from', () => {
    const acted = split('Install and test', 'Install', 'Test');
    const [, made, last] = acted.after.areas[0]!.sections[0]!.topics[0]!.rows;
    expect(made).toMatchObject({ splitFrom: 'r1', id: acted.select[0]!.id });
    expect(texts(made)).toEqual({ '1st': 'Test' });
    expect(texts(acted.row('r1'))).toEqual({ '1st': 'Install', '2nd': 'b' });
    expect(last?.id).toBe('r2');
  });

  it('is refused where the text has changed or a part would be empty', () => {
    expect(split('Install', 'In', 'stall').refusals[0]).toMatchObject({ now: 'Install and test' });
    expect(split('Install and test', 'Install and test', ' ').reasons[0]).toContain('Both parts');
    expect(split('Install', 'In', 'stall').changes).toEqual([]);
  });
});

describe('Merging', () => {
  const f = withRows(
    row('r1', { '1st': 'a', '2nd': 'same' }),
    row('r2', { '1st': 'b', '2nd': 'same', '3rd': 'c' }),
    row('r3', { '1st': 'd' }, { withdrawn: { since: '1.0' } }),
  );

  it('joins the texts in document order and withdraws the others in favour of the one', () => {
    const acted = act(f, { type: 'mergeRows', into: 'r2', rows: ['r1'] });
    expect(texts(acted.row('r2'))).toEqual({ '1st': 'a\nb', '2nd': 'same', '3rd': 'c' });
    expect(acted.row('r1')?.withdrawn).toEqual({ since: '1.2', replacedBy: ['r2'] });
    expect(texts(acted.row('r1'))).toEqual({ '1st': 'a', '2nd': 'same' });
  });

  it('does nothing where one of them is gone or withdrawn', () => {
    expect(act(f, { type: 'mergeRows', into: 'r1', rows: ['r3'] }).changes).toEqual([]);
    expect(act(f, { type: 'mergeRows', into: 'r1', rows: ['gone', 'r2'] }).changes).toEqual([]);
    expect(act(f, { type: 'mergeRows', into: 'r1', rows: ['r1'] }).changes).toEqual([]);
  });
});
