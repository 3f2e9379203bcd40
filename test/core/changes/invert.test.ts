import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/changes/applyChanges.ts';
import type { Change } from '../../../src/core/changes/change.ts';
import { invert } from '../../../src/core/changes/invert.ts';
import { row, withRows } from './small.ts';

describe('the inverse of changes', () => {
  const f = withRows(row('r', { '1st': 'A' }), row('s'), row('t'));

  it('undoes them from last to first', () => {
    const changes: Change[] = [
      { op: 'set', what: 'row', id: 'r', field: 'id', before: 'r', after: 'q' },
      { op: 'set', what: 'statement', row: 'q', level: '1st', before: 'A', after: 'B' },
    ];
    expect(invert(changes)).toEqual([
      { op: 'set', what: 'statement', row: 'q', level: '1st', before: 'B', after: 'A' },
      { op: 'set', what: 'row', id: 'q', field: 'id', before: 'q', after: 'r' },
    ]);
  });

  it('puts back what was removed where it stood, and what was moved where it came from', () => {
    const changes: Change[] = [
      { op: 'move', what: 'row', id: 'r', from: { topic: 't', before: 's' }, to: { topic: 't', after: 't' } },
      { op: 'remove', what: 'row', id: 's', from: { topic: 't', before: 't' }, before: row('s') },
    ];
    const done = applyChanges(f, changes);
    expect(done.refused).toEqual([]);
    expect(applyChanges(done.framework, invert(changes))).toEqual({ framework: f, refused: [] });
  });

  it('of the inverse is the list itself', () => {
    const changes: Change[] = [
      { op: 'add', what: 'row', id: 'n', to: { topic: 't', after: 's' }, after: row('n') },
      { op: 'set', what: 'term', id: 'OS', after: 'operating system' },
      {
        op: 'move',
        what: 'statement',
        from: { row: 'r', level: '1st' },
        to: { row: 'r', level: '2nd' },
        text: 'A',
      },
    ];
    expect(invert(invert(changes))).toEqual(changes);
  });
});
