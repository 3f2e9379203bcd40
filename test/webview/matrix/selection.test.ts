import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along, move } from '../../../src/webview/matrix/grid/keys.ts';
import { blockOf, cellsIn, isSingle, single } from '../../../src/webview/matrix/grid/selection.ts';
import { tracksFor } from '../../../src/webview/matrix/grid/sizes.ts';
import { AS_GIVEN, resized, shownLevels, toggled } from '../../../src/webview/matrix/state/columns.ts';
import { NO_FILTER } from '../../../src/webview/matrix/state/filter.ts';
import { layoutOf } from '../../../src/webview/matrix/state/layout.ts';
import { viewOfFile } from '../frameworks.ts';

const view = viewOfFile('samples/iteps-1.3-draft.framework.yaml');
const layout = layoutOf(view, NO_FILTER, false);
const all = [0, 1, 2, 3];
const place = fc.record({
  key: fc.constantFrom(...layout.rowKeys),
  level: fc.constantFrom(...all),
});

describe('What is selected', () => {
  it('is the same from either corner, and holds both', () => {
    fc.assert(
      fc.property(place, place, (active, corner) => {
        const block = blockOf(layout, all, { active, corner });
        expect(blockOf(layout, all, { active: corner, corner: active })).toEqual(block);
        for (const { key, level } of [active, corner]) {
          expect(block.rows).toContain(key);
          expect(block.levels).toContain(level);
        }
      }),
    );
  });

  it('is one cell, whole rows, whole columns, or everything', () => {
    const active = { key: layout.rowKeys[3]!, level: 2 };
    const corner = { key: layout.rowKeys[1]!, level: 1 };
    expect(isSingle(single(active))).toBe(true);
    expect(cellsIn(blockOf(layout, all, single(active)))).toBe(1);
    expect(blockOf(layout, all, { active, corner, whole: 'rows' })).toEqual({
      rows: layout.rowKeys.slice(1, 4),
      levels: all,
    });
    expect(blockOf(layout, all, { active, corner, whole: 'columns' })).toEqual({
      rows: layout.rowKeys,
      levels: [1, 2],
    });
    expect(cellsIn(blockOf(layout, all, { active, corner, whole: 'all' }))).toBe(layout.rowKeys.length * 4);
  });

  it('leaves hidden columns out', () => {
    const [active, corner] = [
      { key: layout.rowKeys[0]!, level: 0 },
      { key: layout.rowKeys[0]!, level: 3 },
    ];
    expect(blockOf(layout, [0, 3], { active, corner }).levels).toEqual([0, 3]);
  });
});

describe('Tab and Ctrl with arrows', () => {
  it('go through every cell and back, past the ends of rows', () => {
    let at = { key: layout.rowKeys[0]!, level: 0 };
    let count = 1;
    for (let next = along(layout, at, 1, all); next; next = along(layout, at, 1, all)) {
      expect(along(layout, next, -1, all)).toEqual(at);
      at = next;
      count++;
    }
    expect(count).toBe(layout.rowKeys.length * 4);
  });

  it('go from topic to topic and back', () => {
    const step = (key: string) => ({ key, control: true, columns: all, page: 5 });
    const first = { key: layout.rowKeys[0]!, level: 1 };
    const next = move(layout, { key: layout.rowKeys[2]!, level: 1 }, step('ArrowDown'));
    expect(next?.key).toBe(layout.rowKeys[6]);
    expect(move(layout, { key: layout.rowKeys[2]!, level: 1 }, step('ArrowUp'))).toEqual(first);
    expect(move(layout, next!, step('ArrowUp'))).toEqual(first);
  });
});

describe('Columns', () => {
  const none = { hidden: [], widths: {} };

  it('are hidden and shown; the last one stays', () => {
    let columns = toggled(none, view.levels, '1st');
    expect(shownLevels(view.levels, columns)).toEqual([0, 2, 3]);
    for (const id of ['0.5', '2nd', '3rd']) columns = toggled(columns, view.levels, id);
    expect(shownLevels(view.levels, columns)).toEqual([3]);
    expect(shownLevels(view.levels, toggled(columns, view.levels, '1st'))).toEqual([1, 3]);
  });

  it('are neither too narrow nor too wide, and as given again', () => {
    expect(resized(none, '1st', 1).widths).toEqual({ '1st': 6 });
    expect(resized(none, '1st', 100).widths).toEqual({ '1st': 60 });
    expect(resized(resized(none, '1st', 20), '1st', undefined)).toEqual(none);
  });
});

describe('A column whose level has the name of something that every object has', () => {
  it('is as wide as any other', () => {
    const wide = (id: string) =>
      tracksFor('wide', { all: [{ ...view.levels[0]!, id }], shown: [0] }, AS_GIVEN);
    expect(wide('constructor')).toEqual(wide('1st'));
  });
});

describe('A filter', () => {
  const keys = (filter: Partial<typeof NO_FILTER>) =>
    layoutOf(view, { ...NO_FILTER, ...filter }, false).rowKeys;

  it('asks for a level, an area, and findings', () => {
    const third = keys({ level: '3rd' });
    expect(third.length).toBeGreaterThan(10);
    for (const key of third) {
      const line = view.lines.find(line => line.key === key);
      expect(line?.type === 'row' && line.cells[3]?.text).toBeTruthy();
    }
    expect(keys({ area: 'technical-skills' }).length).toBeLessThan(layout.rowKeys.length);
    expect(keys({ findings: 'any' })).toEqual([]);
    const marked = view.lines.map(line =>
      line.key === third[0] && line.type === 'row'
        ? {
            ...line,
            cells: line.cells.map((cell, at) => (at === 3 ? { ...cell, marks: { error: 1 } } : cell)),
          }
        : line,
    );
    const found = (filter: Partial<typeof NO_FILTER>) =>
      layoutOf({ ...view, lines: marked }, { ...NO_FILTER, ...filter }, false).rowKeys;
    expect(found({ findings: 'any' })).toEqual([third[0]]);
    expect(found({ findings: 'error', level: '3rd' })).toEqual([third[0]]);
    expect(found({ findings: 'error', level: '1st' })).toEqual([]);
    expect(found({ findings: 'warning' })).toEqual([]);
  });
});
