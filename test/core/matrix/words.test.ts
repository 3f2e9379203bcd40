import { describe, expect, it } from 'vitest';
import { changesSince } from '../../../src/core/matrix/since.ts';
import { matrixView } from '../../../src/core/matrix/view.ts';
import { viewChanges } from '../../../src/core/matrix/viewChanges.ts';
import { levelWords, wordsSince } from '../../../src/core/matrix/words.ts';
import { area, framework, row, section, topic, withRows } from '../changes/small.ts';

const f = withRows(
  row('r1', { '1st': 'Install hardware', '2nd': 'Install new hardware', '3rd': 'Install new hardware' }),
  row('r2', { '1st': 'Understand the use of networks', '3rd': 'Aware of the use of networks' }),
  row('r3', {}),
);

describe('What each level adds', () => {
  it('is told word by word against the nearest statement below', () => {
    expect(levelWords(f, ['r1'])).toEqual([
      {
        row: 'r1',
        cells: [
          { level: '1st', step: 'lowest', parts: [{ text: 'Install hardware', kind: 'added' }] },
          {
            level: '2nd',
            step: 'more',
            parts: [
              { text: 'Install ', kind: 'same' },
              { text: 'new ', kind: 'added' },
              { text: 'hardware', kind: 'same' },
            ],
          },
          { level: '3rd', step: 'same', parts: [{ text: 'Install new hardware', kind: 'same' }] },
        ],
      },
    ]);
  });

  it('says where a level asks less than one below, unless that rule is off', () => {
    const less = (settings?: Parameters<typeof levelWords>[2]) =>
      levelWords(f, ['r2'], settings)[0]!.cells.map(cell => cell.less);
    expect(less()).toEqual([undefined, expect.stringContaining('asks less than')]);
    expect(less({ rules: { 'asks-less-above': 'off' } })).toEqual([undefined, undefined]);
  });

  it('is told for the rows that there are, in the order asked for', () => {
    expect(levelWords(f, ['gone', 'r3', 'r2']).map(each => each.row)).toEqual(['r3', 'r2']);
    expect(levelWords(f, ['r3'])[0]!.cells).toEqual([]);
  });
});

const before = framework([
  area('a', [
    section('functions', [
      topic('t', [
        row('r1', { '1st': 'One' }),
        row('r2', { '1st': 'Two', '2nd': 'Up' }),
        row('r3', { '1st': 'Gone' }),
      ]),
      topic('u', [row('r4', { '1st': 'Four' })]),
    ]),
  ]),
]);
const now = framework([
  area(
    'a',
    [
      section('functions', [
        topic('t', [row('r2', { '1st': 'Two more', '3rd': 'Up' }), row('new', { '1st': 'New' })]),
        topic(
          'u',
          [row('r4', { '1st': 'Four' }, { withdrawn: { since: '1.3' } }), row('r1', { '1st': 'One' })],
          {
            title: 'Tools',
          },
        ),
      ]),
    ],
    {},
  ),
]);
const since = changesSince(before, now, { name: 'version 1.2', source: 'file:///old' });

describe('The changes since another version', () => {
  it('stand in their lines and cells, as the list of changes has them', () => {
    expect(Object.fromEntries([...since.lines].map(([line, { kinds }]) => [line, kinds]))).toEqual({
      'row:new': ['added'],
      'row:r1': ['moved'],
      'row:r4': ['withdrawn'],
      'topic:u': ['renamed'],
    });
    expect(since.lines.get('row:r1')?.told).toEqual([expect.stringMatching(/^Row r1 moved from topic/)]);
    expect(since.cells.get('r2')?.get('1st')).toBe('reworded');
    expect([since.cells.get('r2')?.get('2nd'), since.cells.get('r2')?.get('3rd')]).toContain('relevelled');
  });

  it('tell what is gone, with its words and where it stood', () => {
    expect(since.since).toMatchObject({ name: 'version 1.2', source: 'file:///old', told: [] });
    expect(since.since.gone).toEqual([
      {
        what: 'row',
        id: 'r3',
        parent: 't',
        below: expect.any(String),
        texts: [{ level: '1st', text: 'Gone' }],
      },
    ]);
  });

  it('are in the view, and leave it with the comparison; nothing else is sent again', () => {
    const plain = matrixView(now);
    const compared = matrixView(now, undefined, plain, since);
    const changes = viewChanges(plain, compared)!;
    expect(changes.since).toEqual(since.since);
    const lines = changes.splices.flatMap(splice => splice.lines);
    expect(lines.map(line => line.id)).toEqual(['r2', 'new', 'u', 'r4', 'r1']);
    const again = matrixView(now, undefined, compared, changesSince(before, now, since.since));
    expect(viewChanges(compared, again)).toBeUndefined();
    expect(viewChanges(compared, matrixView(now, undefined, compared))).toMatchObject({ since: null });
  });

  it('come word by word for the rows asked for, the cells that differ only', () => {
    const renamed = withRows(row('x2', { '1st': 'Two more', '2nd': 'Up' }, { formerIds: ['r2'] }));
    expect(wordsSince(before, renamed, ['x2', 'gone'])).toEqual([
      {
        row: 'x2',
        cells: [
          {
            level: '1st',
            parts: [
              { text: 'Two', kind: 'same' },
              { text: ' more', kind: 'added' },
            ],
          },
        ],
      },
    ]);
    expect(wordsSince(before, now, ['new'])[0]?.cells).toEqual([
      { level: '1st', parts: [{ text: 'New', kind: 'added' }] },
    ]);
  });
});
