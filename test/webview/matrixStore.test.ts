import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewChanges } from '../../src/core/index.ts';
import type { MatrixLine, MatrixView, RowLine, TopicLine } from '../../src/protocol/matrix.ts';
import { isFromMatrix, isToMatrix } from '../../src/protocol/matrixGuards.ts';
import { HEADING, move, type Position } from '../../src/webview/matrix/grid/keys.ts';
import { NO_FILTER } from '../../src/webview/matrix/state/filter.ts';
import { isKept } from '../../src/webview/matrix/state/kept.ts';
import { layoutOf } from '../../src/webview/matrix/state/layout.ts';
import { positionOf, targetOf } from '../../src/webview/matrix/state/places.ts';
import { initialState, reduce, splice } from '../../src/webview/matrix/state/store.ts';
import { viewOfFile } from './frameworks.ts';

const view = viewOfFile('samples/iteps-1.3-draft.framework.yaml');
const layout = layoutOf(view, NO_FILTER, false);
const keysOf = (items: typeof layout.items) =>
  items.flatMap(item => (item.kind === 'topic' ? item.rows.map(row => row.key) : []));

/** Views whose lines are taken from a common stock, so that they share some. */
const arbitraryLines = fc
  .shuffledSubarray(
    Array.from({ length: 12 }, (_, at) => at),
    { minLength: 0 },
  )
  .chain(ids => fc.tuple(fc.constant(ids), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })));
const stock = [0, 1].map(edition =>
  Array.from(
    { length: 12 },
    (_, at): MatrixLine => ({
      type: 'row',
      key: `r:${at}`,
      id: `${at}`,
      cells: [{ text: `${edition}` }],
    }),
  ),
);
const linesOf = ([ids, editions]: [number[], boolean[]]): MatrixLine[] =>
  ids.map(id => stock[editions[id] ? 1 : 0]![id]!);

describe('The state of the matrix page', () => {
  it('reaches the view after by the changes to it', () => {
    fc.assert(
      fc.property(arbitraryLines, arbitraryLines, (one, other) => {
        const [before, after]: [MatrixView, MatrixView] = [
          { ...view, lines: linesOf(one) },
          { ...view, lines: linesOf(other) },
        ];
        const changes = viewChanges(before, after);
        expect(splice(before.lines, changes?.splices ?? [])).toEqual(after.lines);
      }),
      { numRuns: 1000 },
    );
  });

  it('lays nothing out anew where only words changed', () => {
    const snapshot = { type: 'snapshot', revision: 1, view, problem: null, lock: null } as const;
    const before = reduce(initialState(), { type: 'message', message: snapshot });
    const at = view.lines.findIndex(line => line.type === 'topic');
    const topic = view.lines[at] as TopicLine;
    const row = view.lines[at + 1] as RowLine;
    const lines = [
      { ...topic, title: 'Other words' },
      { ...row, cells: row.cells.map(cell => ({ ...cell, text: 'Other words.' })) },
    ];
    const changes = { splices: [{ at, remove: 2, lines }] };
    const message = { type: 'changes', from: 1, revision: 2, changes } as const;
    const after = reduce(before, { type: 'message', message });
    expect(after.layout).toEqual(layoutOf(after.view!, NO_FILTER, false));
    expect(after.layout?.indexOf).toBe(before.layout?.indexOf);
    const isOther = (index: number) => after.layout?.items[index] !== before.layout?.items[index];
    const others = Array.from(before.layout!.items.keys()).filter(isOther);
    const ofTopic = (index: number) => {
      const item = after.layout!.items[index];
      return item?.kind === 'topic' && item.topic === lines[0];
    };
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(ofTopic)).toBe(true);
  });

  it('notices a gap, and that it is over', () => {
    let state = initialState();
    const snapshot = { type: 'snapshot', revision: 3, view, problem: null, lock: null } as const;
    state = reduce(state, { type: 'message', message: snapshot });
    const late = { type: 'changes', from: 5, revision: 6, changes: { splices: [] } } as const;
    state = reduce(state, { type: 'message', message: late });
    expect(state.gap).toBe(true);
    state = reduce(state, { type: 'message', message: { ...snapshot, revision: 7 } });
    expect(state.gap).toBe(false);
    expect(reduce(state, { type: 'message', message: late })).toBe(state);
  });

  it('names the same place for the extension and for itself', () => {
    const target = { what: 'row', id: 'devices-2', level: '2nd' } as const;
    const position = positionOf(view, target);
    expect(position).toEqual({ key: 'r:devices-2', level: 2 });
    expect(position && targetOf(view, position)).toEqual(target);
    expect(positionOf(view, { what: 'row', id: 'gone' })).toBeUndefined();
  });
});

describe('What is laid out', () => {
  it('is every row but the withdrawn ones, and these too when asked', () => {
    expect(layout.shown).toBe(78);
    expect(layout.withdrawn).toBe(1);
    expect(layoutOf(view, NO_FILTER, true).shown).toBe(79);
  });

  it('is by a filter the rows that hold every word, titles above them counted', () => {
    const found = layoutOf(view, { ...NO_FILTER, text: '  DEVICES  printer ' }, false);
    const rows = found.items.flatMap(item => (item.kind === 'topic' ? item.rows : []));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(JSON.stringify(row).toLowerCase()).toContain('printer');
    expect(found.total).toBe(78);
  });

  it('has no heading above nothing while something is sought', () => {
    const { items } = layoutOf(view, { ...NO_FILTER, text: 'no-such-word' }, false);
    expect(items).toEqual([]);
  });

  it('keeps empty areas in sight while nothing is sought', () => {
    const lines: MatrixLine[] = [
      { type: 'area', key: 'a:1', id: '1', title: 'One' },
      { type: 'section', key: 's:1/f', id: '1/f', title: 'Functions' },
      { type: 'area', key: 'a:2', id: '2', title: 'Two' },
      { type: 'area', key: 'a:3', id: '3', title: 'Three', withdrawn: { since: '2' } },
    ];
    const keys = layoutOf({ ...view, lines }, NO_FILTER, false).items.map(item => item.key);
    expect(keys).toEqual(['a:1', 's:1/f', 'a:2']);
  });

  it('numbers the rows of the grid one after the other', () => {
    let expected = 2;
    for (const item of layout.items) {
      expect(item.ordinal).toBe(expected);
      expected += item.kind === 'topic' ? item.rows.length + (item.first ? 1 : 0) : 1;
    }
    expect(layout.gridRows).toBe(expected - 1);
  });
});

describe('The keys', () => {
  const step = (from: Position, key: string, control = false, page = 5) =>
    move(layout, from, { key, control, columns: [0, 1, 2, 3], page });
  const rows = keysOf(layout.items);

  it('go down through every row and up again', () => {
    let at: Position | undefined = { key: rows[0]!, level: 2 };
    const visited = [at.key];
    for (let next = step(at, 'ArrowDown'); next; next = step(next, 'ArrowDown')) {
      visited.push(next.key);
      at = next;
    }
    expect(visited).toEqual(rows);
    expect(at?.level).toBe(2);
    for (let next: Position | undefined = at; next; next = step(next, 'ArrowUp')) at = next;
    expect(at).toEqual({ key: rows[0], level: 2 });
  });

  it('stop at the edges', () => {
    expect(step({ key: rows[0]!, level: 3 }, 'ArrowRight')).toBeUndefined();
    expect(step({ key: rows[0]!, level: 0 }, 'ArrowUp')).toBeUndefined();
    expect(step({ key: layout.items[0]!.key, level: HEADING }, 'ArrowUp')).toBeUndefined();
  });

  it('go a page at a time, and at most to the end', () => {
    expect(step({ key: rows[0]!, level: 1 }, 'PageDown')).toEqual({ key: rows[5], level: 1 });
    expect(step({ key: rows[2]!, level: 1 }, 'PageUp')).toEqual({ key: rows[0], level: 1 });
    expect(step({ key: rows.at(-2)!, level: 1 }, 'PageDown')).toEqual({ key: rows.at(-1), level: 1 });
  });

  it('go to both ends', () => {
    expect(step({ key: rows[9]!, level: 1 }, 'End', true)).toEqual({ key: rows.at(-1), level: 3 });
    expect(step({ key: rows[9]!, level: 1 }, 'Home', true)).toEqual({
      key: layout.items[0]!.key,
      level: HEADING,
    });
  });

  it('leave alone what is not theirs', () => {
    expect(step({ key: rows[0]!, level: 0 }, 'a')).toBeUndefined();
  });
});

describe('Messages and states of the matrix', () => {
  const kept = {
    filter: NO_FILTER,
    ...{ withdrawn: false, notes: false, lens: false, coverage: false, compact: false },
    columns: { hidden: [], widths: { '0.5': 12 } },
    draft: { key: 'r:1', level: 0, text: 'Typed' },
  };

  it('are told from anything else', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        isFromMatrix(value);
        isToMatrix(value);
        isKept(value);
      }),
    );
    expect(isToMatrix({ type: 'snapshot', revision: 1, view, problem: null, lock: null })).toBe(true);
    expect(
      isToMatrix({
        type: 'snapshot',
        revision: 1,
        view: { ...view, lines: [{}] },
        problem: null,
        lock: null,
      }),
    ).toBe(false);
    expect(isFromMatrix({ type: 'reveal', target: { what: 'row', id: 'a' }, focus: true })).toBe(true);
    expect(isFromMatrix({ type: 'reveal', target: { what: 'file', id: 'a' }, focus: true })).toBe(false);
    expect(isFromMatrix({ type: 'delete everything' })).toBe(false);
    expect(isKept(kept)).toBe(true);
    expect(isKept({ ...kept, draft: { key: 'r:1' } })).toBe(false);
  });
});
