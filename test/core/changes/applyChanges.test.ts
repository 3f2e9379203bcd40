import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/changes/applyChanges.ts';
import type { Change, SetCell } from '../../../src/core/changes/change.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { area, framework, outline, row, section, topic, withRows, withTopics } from './small.ts';

const reword = (id: string, before: string, after: string): SetCell => ({
  op: 'set',
  what: 'statement',
  row: id,
  level: '1st',
  before,
  after,
});
const apply = (f: Framework, ...changes: Change[]) => applyChanges(f, changes);
const reasons = (f: Framework, ...changes: Change[]) => apply(f, ...changes).refused.map(each => each.reason);
const rowsOf = (f: Framework) => f.areas[0]!.sections[0]!.topics[0]!.rows;

describe('applying changes', () => {
  const three = withRows(row('r', { '1st': 'A' }), row('s', { '1st': 'B' }), row('t', { '1st': 'C' }));

  it('shares with the framework before all that was not touched', () => {
    const f = framework([
      area('a', [section('functions', [topic('t', [row('r', { '1st': 'A' }), row('s')]), topic('u', [])])]),
      area('b', [section('functions', [topic('v', [row('x')])])]),
    ]);
    const { framework: after } = apply(f, reword('r', 'A', 'Z'));
    expect(after.areas[1]).toBe(f.areas[1]);
    expect(after.levels).toBe(f.levels);
    expect(after.areas[0]!.sections[0]!.topics[1]).toBe(f.areas[0]!.sections[0]!.topics[1]);
    expect(rowsOf(after)[1]).toBe(rowsOf(f)[1]);
    expect(rowsOf(after)[0]!.statements.get('1st')).toBe('Z');
    expect(rowsOf(f)[0]!.statements.get('1st')).toBe('A');
  });

  it('gives the very same framework back when there is nothing to do', () => {
    expect(apply(three).framework).toBe(three);
    expect(apply(three, reword('gone', 'A', 'B')).framework).toBe(three);
  });

  it('takes a statement of nothing but white space as none', () => {
    expect(rowsOf(apply(three, reword('r', 'A', ' \n ')).framework)[0]!.statements.size).toBe(0);
  });

  it('ends what an empty cell means when a statement comes to stand there', () => {
    const f = withRows(row('r', {}, { blank: new Map([['1st', 'missing']]) }));
    const done = apply(f, { op: 'set', what: 'statement', row: 'r', level: '1st', after: 'A' }).framework;
    expect(rowsOf(done)[0]!.blank.size).toBe(0);
  });

  it('moves a statement with its note, and keeps a note that stood at its new place', () => {
    const notes = new Map([
      ['1st', 'from'],
      ['2nd', 'to'],
    ]);
    const f = withRows(row('r', { '1st': 'A' }, { notes, blank: new Map([['2nd', 'missing']]) }));
    const done = apply(f, {
      op: 'move',
      what: 'statement',
      from: { row: 'r', level: '1st' },
      to: { row: 'r', level: '2nd' },
      text: 'A',
    });
    expect(rowsOf(done.framework)[0]).toMatchObject({
      statements: new Map([['2nd', 'A']]),
      notes: new Map([['2nd', 'to\nfrom']]),
      blank: new Map(),
    });
  });

  it('puts a row below its neighbour above', () => {
    const add: Change = {
      op: 'add',
      what: 'row',
      id: 'n',
      to: { topic: 't', after: 'r', before: 't' },
      after: row('n'),
    };
    expect(outline(apply(three, add).framework)).toEqual(['t: r n s t']);
  });

  it('puts it above the neighbour below where the one above is gone, and at the end where both are', () => {
    const to = (after: string, before: string): Change => ({
      op: 'move',
      what: 'row',
      id: 'r',
      from: { topic: 't' },
      to: { topic: 't', after, before },
    });
    expect(outline(apply(three, to('gone', 't')).framework)).toEqual(['t: s r t']);
    expect(outline(apply(three, to('gone', 'gone')).framework)).toEqual(['t: s t r']);
  });

  it('does not take a neighbour that went to another topic for one in this list', () => {
    const f = withTopics(topic('t', [row('r'), row('s')]), topic('u', [row('x')]));
    const add: Change = {
      op: 'add',
      what: 'row',
      id: 'n',
      to: { topic: 'u', after: 'r', before: 'x' },
      after: row('n'),
    };
    expect(outline(apply(f, add).framework)).toEqual(['t: r s', 'u: n x']);
  });

  it('carries the new id of a level into every row', () => {
    const rename: Change = { op: 'set', what: 'level', id: '1st', field: 'id', before: '1st', after: 'one' };
    const rows = rowsOf(apply(three, rename, { ...reword('s', 'B', 'Z'), level: 'one' }).framework);
    expect(rows.map(each => [...each.statements])).toEqual([[['one', 'A']], [['one', 'Z']], [['one', 'C']]]);
  });

  it('carries the new ids of an area and of a section kind into the names of sections', () => {
    const f = framework([area('a', [section('functions', [])]), area('b', [section('functions', [])])]);
    const { framework: after, refused } = apply(
      f,
      { op: 'set', what: 'area', id: 'a', field: 'id', before: 'a', after: 'z' },
      { op: 'set', what: 'sectionKind', id: 'functions', field: 'id', before: 'functions', after: 'tasks' },
      { op: 'set', what: 'section', id: 'z/tasks', field: 'note', after: 'n' },
      { op: 'add', what: 'topic', id: 't', to: { section: 'b/tasks' }, after: topic('t', []) },
    );
    expect(refused).toEqual([]);
    expect(after.areas.map(each => each.sections[0])).toMatchObject([
      { kind: 'tasks', note: 'n' },
      { kind: 'tasks', topics: [{ id: 't' }] },
    ]);
  });

  it('finds a row under its new id, and a new row under the id that became free', () => {
    const { framework: after, refused } = apply(
      three,
      { op: 'set', what: 'row', id: 'r', field: 'id', before: 'r', after: 'r2' },
      { op: 'add', what: 'row', id: 'r', to: { topic: 't', after: 'r2' }, after: row('r') },
    );
    expect(refused).toEqual([]);
    expect(outline(after)).toEqual(['t: r2 r s t']);
  });
});

describe('a change is refused', () => {
  const f = withRows(row('devices-1', { '2nd': 'A' }), row('devices-2'));

  it('where its row, its topic or its level is gone, and says which', () => {
    expect(
      reasons(
        f,
        reword('devices-9', 'A', 'B'),
        { op: 'set', what: 'statement', row: 'devices-1', level: '9th', after: 'B' },
        { op: 'move', what: 'row', id: 'devices-1', from: {}, to: { topic: 'gone' } },
        { op: 'set', what: 'section', id: 'a/knowledge', field: 'note', after: 'B' },
      ),
    ).toEqual([
      'row devices-9 no longer exists',
      'level 9th no longer exists',
      'topic gone no longer exists',
      'section knowledge of area a no longer exists',
    ]);
  });

  it('where the words it was made for have changed, but not where others have', () => {
    const change: Change = {
      op: 'set',
      what: 'statement',
      row: 'devices-1',
      level: '2nd',
      before: 'B',
      after: 'C',
    };
    expect(reasons(f, change)).toEqual(['the statement at devices-1, 2nd has changed meanwhile']);
    const edited = withRows(row('devices-1', { '1st': 'new', '2nd': 'B' }, { note: 'new' }));
    expect(reasons(edited, change)).toEqual([]);
  });

  it('where a field has changed', () => {
    const retitle: Change = {
      op: 'set',
      what: 'topic',
      id: 't',
      field: 'title',
      before: 'Else',
      after: 'New',
    };
    expect(reasons(f, retitle)).toEqual(['`title` of topic t has changed meanwhile']);
  });

  it('where it would remove what still holds or is still used by something', () => {
    expect(
      reasons(
        f,
        { op: 'remove', what: 'topic', id: 't', from: { section: 'a/functions' }, before: topic('t', []) },
        { op: 'remove', what: 'level', id: '2nd', from: {}, before: f.levels[1]! },
        { op: 'remove', what: 'sectionKind', id: 'functions', from: {}, before: f.sectionKinds[0]! },
      ),
    ).toEqual([
      'topic t is not empty',
      'level 2nd is still used by rows',
      'section kind functions is still used by sections',
    ]);
  });

  it('where it would remove a row that somebody edited', () => {
    expect(
      reasons(f, {
        op: 'remove',
        what: 'row',
        id: 'devices-1',
        from: { topic: 't' },
        before: row('devices-1'),
      }),
    ).toEqual(['row devices-1 has changed meanwhile']);
  });

  it('where it would move a statement onto another', () => {
    const full = withRows(row('r', { '1st': 'A', '2nd': 'B' }));
    const move: Change = {
      op: 'move',
      what: 'statement',
      from: { row: 'r', level: '1st' },
      to: { row: 'r', level: '2nd' },
      text: 'A',
    };
    expect(reasons(full, move)).toEqual(['a statement stands at r, 2nd already']);
  });

  it('where an id is taken, whether for a new row or for a renamed one', () => {
    expect(
      reasons(
        f,
        { op: 'add', what: 'row', id: 'devices-2', to: { topic: 't' }, after: row('devices-2') },
        { op: 'set', what: 'row', id: 'devices-1', field: 'id', before: 'devices-1', after: 'devices-2' },
      ),
    ).toEqual(['row devices-2 exists already', 'row devices-2 exists already']);
  });

  it('where it would say of a cell with a statement that it is empty', () => {
    expect(
      reasons(f, { op: 'set', what: 'blank', row: 'devices-1', level: '2nd', after: 'missing' }),
    ).toEqual(['a statement stands at devices-1, 2nd, so the cell is not empty']);
  });

  it('where a value cannot be: an unknown field, a missing title, a status nobody knows', () => {
    expect(
      reasons(
        f,
        { op: 'set', what: 'row', id: 'devices-1', field: 'rows', after: 'x' },
        { op: 'set', what: 'level', id: '1st', field: 'title', before: '1st line' },
        { op: 'set', what: 'framework', id: 'f', field: 'status', before: 'draft', after: 'old' },
        { op: 'set', what: 'row', id: 'devices-1', field: 'withdrawn', after: { reason: 'x' } },
      ),
    ).toEqual([
      'row devices-1: there is no `rows` to set here',
      'level 1st: `title` cannot be left out',
      'the framework: `status` must be `draft` or `published`',
      'row devices-1: `withdrawn` needs at least `since`',
    ]);
  });

  it('where it would take a section to another area, or a row carries a level that is not there', () => {
    const two = framework([area('a', [section('functions', [])]), area('b', [])]);
    expect(
      reasons(
        two,
        { op: 'move', what: 'section', id: 'a/functions', from: { area: 'a' }, to: { area: 'b' } },
        { op: 'add', what: 'topic', id: 't', to: { section: 'a/functions' }, after: topic('t', []) },
        { op: 'add', what: 'row', id: 'r', to: { topic: 't' }, after: row('r', { '9th': 'A' }) },
      ),
    ).toEqual(['section functions of area a cannot move to another area', 'level 9th no longer exists']);
  });

  it('alone: the changes around it are applied', () => {
    const { framework: after, refused } = apply(f, reword('gone', 'A', 'B'), {
      op: 'set',
      what: 'statement',
      row: 'devices-2',
      level: '1st',
      after: 'New',
    });
    expect(refused).toHaveLength(1);
    expect(rowsOf(after)[1]!.statements.get('1st')).toBe('New');
  });
});
