import { describe, expect, it } from 'vitest';
import { diff } from '../../../src/core/changes/diff.ts';
import { area, framework, row, section, topic, withRows, withTopics } from './small.ts';

describe('the changes between two frameworks', () => {
  it('are none where only the order of keys and the line endings of a statement differ', () => {
    const a = withRows(row('r', { '1st': 'One.\nTwo.', '2nd': 'B' }));
    const b = withRows(row('r', { '2nd': 'B', '1st': 'One.\r\n\r\nTwo.\n' }));
    expect(diff(a, b)).toEqual([]);
  });

  it('say of a reworded statement its row, its level and both texts', () => {
    expect(diff(withRows(row('r', { '1st': 'Old' })), withRows(row('r', { '1st': 'New' })))).toEqual([
      { op: 'set', what: 'statement', row: 'r', level: '1st', before: 'Old', after: 'New' },
    ]);
  });

  it('call a statement that went to an empty level of its row moved, its note included', () => {
    const notes = (level: string) => ({ notes: new Map([[level, 'Why?']]) });
    const a = withRows(row('r', { '1st': 'Text' }, notes('1st')));
    const b = withRows(row('r', { '2nd': 'Text' }, notes('2nd')));
    expect(diff(a, b)).toEqual([
      {
        op: 'move',
        what: 'statement',
        from: { row: 'r', level: '1st' },
        to: { row: 'r', level: '2nd' },
        text: 'Text',
      },
    ]);
  });

  it('move the upper statement first where a whole row shifts up', () => {
    const changes = diff(
      withRows(row('r', { '1st': 'A', '2nd': 'B' })),
      withRows(row('r', { '2nd': 'A', '3rd': 'B' })),
    );
    expect(changes).toMatchObject([
      { op: 'move', from: { level: '2nd' }, to: { level: '3rd' } },
      { op: 'move', from: { level: '1st' }, to: { level: '2nd' } },
    ]);
  });

  it('set both cells where two statements change places, since neither place is empty', () => {
    const changes = diff(
      withRows(row('r', { '1st': 'A', '2nd': 'B' })),
      withRows(row('r', { '1st': 'B', '2nd': 'A' })),
    );
    expect(changes).toMatchObject([
      { op: 'set', level: '1st', before: 'A', after: 'B' },
      { op: 'set', level: '2nd', before: 'B', after: 'A' },
    ]);
  });

  it('set both cells where a statement goes to another row', () => {
    const changes = diff(
      withRows(row('r', { '1st': 'A' }), row('s')),
      withRows(row('r'), row('s', { '1st': 'A' })),
    );
    expect(changes.map(change => change.op)).toEqual(['set', 'set']);
  });

  it('end what an empty cell means before a statement comes to stand there', () => {
    const a = withRows(row('r', {}, { blank: new Map([['1st', 'missing']]) }));
    expect(diff(a, withRows(row('r', { '1st': 'A' })))).toEqual([
      { op: 'set', what: 'blank', row: 'r', level: '1st', before: 'missing' },
      { op: 'set', what: 'statement', row: 'r', level: '1st', after: 'A' },
    ]);
  });

  it('add a row whole, below its neighbour above and above the next one that stays', () => {
    const added = row('new', { '1st': 'A' }, { note: 'n' });
    const changes = diff(withRows(row('r'), row('s')), withRows(row('r'), added, row('s')));
    expect(changes).toEqual([
      { op: 'add', what: 'row', id: 'new', to: { topic: 't', after: 'r', before: 's' }, after: added },
    ]);
  });

  it('add a topic empty and its rows by changes of their own', () => {
    const changes = diff(withTopics(), withTopics(topic('t', [row('r'), row('s')])));
    expect(changes).toMatchObject([
      { op: 'add', what: 'topic', id: 't', to: { section: 'a/functions' }, after: { rows: [] } },
      { op: 'add', what: 'row', id: 'r', to: { topic: 't' } },
      { op: 'add', what: 'row', id: 's', to: { topic: 't', after: 'r' } },
    ]);
  });

  it('move the one row that went from the top to the end, and none of the others', () => {
    const [r, s, t, u] = ['r', 's', 't', 'u'].map(id => row(id));
    expect(diff(withRows(r!, s!, t!, u!), withRows(s!, t!, u!, r!))).toEqual([
      { op: 'move', what: 'row', id: 'r', from: { topic: 't', before: 's' }, to: { topic: 't', after: 'u' } },
    ]);
  });

  it('move a row to another topic with all its words', () => {
    const r = row('r', { '1st': 'A' });
    const changes = diff(
      withTopics(topic('t', [r]), topic('u', [])),
      withTopics(topic('t', []), topic('u', [r])),
    );
    expect(changes).toEqual([{ op: 'move', what: 'row', id: 'r', from: { topic: 't' }, to: { topic: 'u' } }]);
  });

  it('remove from below: rows, then their topic', () => {
    const changes = diff(withTopics(topic('t', [row('r')])), withTopics());
    expect(changes).toMatchObject([
      { op: 'remove', what: 'row', id: 'r', from: { topic: 't' } },
      { op: 'remove', what: 'topic', id: 't', before: { rows: [] } },
    ]);
  });

  it('follow a former id: the row is renamed, and its words are compared', () => {
    const a = withRows(row('old', { '1st': 'A' }));
    const b = withRows(row('new', { '1st': 'B' }, { formerIds: ['old'] }));
    expect(diff(a, b)).toEqual([
      { op: 'set', what: 'row', id: 'old', field: 'id', before: 'old', after: 'new' },
      { op: 'set', what: 'row', id: 'new', field: 'formerIds', after: ['old'] },
      { op: 'set', what: 'statement', row: 'new', level: '1st', before: 'A', after: 'B' },
    ]);
  });

  it('do not take a row for a renamed one while its former id is still in use', () => {
    const a = withRows(row('old'));
    const b = withRows(row('old'), row('new', {}, { formerIds: ['old'] }));
    expect(diff(a, b)).toMatchObject([{ op: 'add', id: 'new' }]);
  });

  it('rename a level by one change, whatever stands at it', () => {
    const a = withRows(row('r', { '1st': 'A' }), row('s', { '1st': 'B' }));
    const renamed = { ...a.levels[0]!, id: 'first', formerIds: ['1st'] };
    const b = {
      ...withRows(row('r', { first: 'A' }), row('s', { first: 'B' })),
      levels: [renamed, ...a.levels.slice(1)],
    };
    expect(diff(a, b)).toMatchObject([
      { what: 'level', id: '1st', field: 'id', after: 'first' },
      { what: 'level', id: 'first', field: 'formerIds' },
    ]);
  });

  it('name sections by the new id of a renamed area', () => {
    const a = framework([area('a', [section('functions', [])])]);
    const b = framework([area('b', [section('functions', [], { note: 'n' })], { formerIds: ['a'] })]);
    expect(diff(a, b)).toContainEqual({
      op: 'set',
      what: 'section',
      id: 'b/functions',
      field: 'note',
      after: 'n',
    });
  });

  it('show a withdrawal as one field, and each x- key by its own name', () => {
    const withdrawn = { since: '1.3', reason: 'Done' };
    const b = withRows(row('r', {}, { withdrawn, extra: new Map([['x-owner', 'Ann']]) }));
    expect(diff(withRows(row('r')), b)).toEqual([
      { op: 'set', what: 'row', id: 'r', field: 'withdrawn', after: withdrawn },
      { op: 'set', what: 'row', id: 'r', field: 'x-owner', after: 'Ann' },
    ]);
  });

  it('tell the top of the file, the framework and the glossary apart', () => {
    const a = withRows();
    const b = {
      ...a,
      details: { ...a.details, version: '1.3', extra: new Map([['x-a', '1']]) },
      glossary: new Map([['OS', 'operating system']]),
      extra: new Map([['x-a', '2']]),
    };
    expect(diff(a, b)).toEqual([
      { op: 'set', what: 'file', id: '', field: 'x-a', after: '2' },
      { op: 'set', what: 'framework', id: 'f', field: 'version', before: '1.2', after: '1.3' },
      { op: 'set', what: 'framework', id: 'f', field: 'x-a', after: '1' },
      { op: 'set', what: 'term', id: 'OS', after: 'operating system' },
    ]);
  });
});
