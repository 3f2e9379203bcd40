import { describe, expect, it } from 'vitest';
import { row, withRows } from '../../changes/small.ts';
import { act, texts } from './act.ts';

const two = withRows(
  row('r1', { '1st': 'Check it', '2nd': 'Repair it' }),
  row(
    'r2',
    { '1st': 'Keep it' },
    { blank: new Map([['2nd', 'as-below']]), notes: new Map([['1st', 'Ask Ada']]) },
  ),
);

describe('Setting texts', () => {
  it('sets, fills and clears cells in one go and says so', () => {
    const acted = act(two, {
      type: 'setTexts',
      cells: [
        { row: 'r1', level: '1st', was: 'Check it', text: 'Check it well' },
        { row: 'r2', level: '3rd', text: 'Lead it' },
        { row: 'r1', level: '2nd', was: 'Repair it', text: ' \n ' },
      ],
    });
    expect(texts(acted.row('r1'))).toEqual({ '1st': 'Check it well' });
    expect(texts(acted.row('r2'))).toEqual({ '1st': 'Keep it', '3rd': 'Lead it' });
    expect(acted.told).toBe('2 cells changed, 1 cell cleared.');
  });

  it('makes a run of newlines one paragraph break, and ends what the empty cell meant', () => {
    const acted = act(two, {
      type: 'setTexts',
      cells: [{ row: 'r2', level: '2nd', text: '\r\nOne\r\n\r\n\r\nTwo\n' }],
    });
    expect(acted.row('r2')?.statements.get('2nd')).toBe('One\nTwo');
    expect(acted.row('r2')?.blank.size).toBe(0);
    expect(acted.select).toEqual([{ what: 'row', id: 'r2', level: '2nd' }]);
  });

  it('refuses only the cell whose own text has changed meanwhile, and says what stands there now', () => {
    const acted = act(two, {
      type: 'setTexts',
      cells: [
        { row: 'r1', level: '1st', was: 'Check', text: 'Mine' },
        { row: 'r1', level: '3rd', was: 'Gone now', text: 'Mine' },
        { row: 'r1', level: '2nd', was: 'Repair it', text: 'Mine' },
      ],
    });
    expect(texts(acted.row('r1'))).toEqual({ '1st': 'Check it', '2nd': 'Mine' });
    expect(acted.refusals).toEqual([
      {
        reason: expect.stringContaining('changed meanwhile'),
        target: { what: 'row', id: 'r1', level: '1st' },
        now: 'Check it',
      },
      {
        reason: expect.stringContaining('changed meanwhile'),
        target: { what: 'row', id: 'r1', level: '3rd' },
      },
    ]);
    expect(acted.told).toMatch(/^1 cell changed\. This text has changed meanwhile.*\(2 places\)$/);
  });

  it('lets pass what says already what it is to say, whatever it said before', () => {
    const acted = act(two, {
      type: 'setTexts',
      cells: [{ row: 'r1', level: '1st', was: 'Old', text: 'Check it' }],
    });
    expect(acted).toMatchObject({ changes: [], refusals: [], told: 'Nothing changes by this.' });
  });

  it('refuses cells of rows and levels that are gone, and a second text for one cell', () => {
    const acted = act(two, {
      type: 'setTexts',
      cells: [
        { row: 'gone', level: '1st', text: 'a' },
        { row: 'r1', level: '4th', text: 'b' },
        { row: 'r1', level: '3rd', text: 'c' },
        { row: 'r1', level: '3rd', text: 'd' },
      ],
    });
    expect(acted.reasons).toEqual([
      'Row gone is no longer there.',
      'There is no level 4th any more.',
      'Two texts were given for this cell; the first was taken.',
    ]);
    expect(acted.row('r1')?.statements.get('3rd')).toBe('c');
  });

  it('adds the rows that a larger block needs, in the same go', () => {
    const acted = act(two, {
      type: 'setTexts',
      cells: [{ row: 'r2', level: '1st', was: 'Keep it', text: 'a' }],
      append: {
        to: { below: 'r2' },
        rows: [{ texts: [{ level: '1st', text: 'b' }] }, { texts: [{ level: '1st', text: 'c' }] }],
      },
    });
    const rows = acted.after.areas[0]!.sections[0]!.topics[0]!.rows;
    expect(rows.map(each => each.statements.get('1st'))).toEqual(['Check it', 'a', 'b', 'c']);
    expect(acted.told).toBe('1 cell changed, 2 rows added.');
  });
});

describe('Saying what empty cells mean', () => {
  it('marks those that are empty and refuses those that are not', () => {
    const acted = act(two, {
      type: 'setBlanks',
      cells: [
        { row: 'r1', level: '3rd' },
        { row: 'r1', level: '3rd' },
        { row: 'r1', level: '1st' },
      ],
      meaning: 'not-applicable',
    });
    expect(Object.fromEntries(acted.row('r1')!.blank)).toEqual({ '3rd': 'not-applicable' });
    expect(acted.reasons).toEqual(['A statement stands here, so the cell is not empty.']);
    expect(acted.told).toMatch(/^1 empty cell marked\. A statement/);
  });

  it('takes the mark away', () => {
    const acted = act(two, { type: 'setBlanks', cells: [{ row: 'r2', level: '2nd' }], meaning: null });
    expect(acted.row('r2')!.blank.size).toBe(0);
  });
});

describe('A note', () => {
  it('is set on a cell or a node, and taken away', () => {
    const cell = act(two, {
      type: 'setNote',
      target: { what: 'row', id: 'r2', level: '1st' },
      was: 'Ask Ada',
      text: '',
    });
    expect(cell.row('r2')!.notes.size).toBe(0);
    const section = act(two, {
      type: 'setNote',
      target: { what: 'section', id: 'a/functions' },
      text: 'Later',
    });
    expect(section.after.areas[0]!.sections[0]!.note).toBe('Later');
    const row = act(two, { type: 'setNote', target: { what: 'row', id: 'r1' }, text: 'Both\n\nhalves' });
    expect(row.row('r1')?.note).toBe('Both\nhalves');
  });

  it('is not written over one that has changed meanwhile', () => {
    const target = { what: 'row', id: 'r2', level: '1st' } as const;
    const acted = act(two, { type: 'setNote', target, was: 'Ask Bob', text: 'Mine' });
    expect(acted.changes).toEqual([]);
    expect(acted.refusals).toEqual([{ reason: expect.stringContaining('changed'), target, now: 'Ask Ada' }]);
  });
});

describe('Moving a statement', () => {
  const move = (from: string, was: string, row: string, to: string) =>
    act(two, { type: 'moveStatement', from: { row: 'r1', level: from }, was, to: { row, level: to } });

  it('goes to an empty cell of the same row or another one', () => {
    expect(texts(move('2nd', 'Repair it', 'r1', '3rd').row('r1'))).toEqual({
      '1st': 'Check it',
      '3rd': 'Repair it',
    });
    const other = move('2nd', 'Repair it', 'r2', '2nd');
    expect(texts(other.row('r2'))).toEqual({ '1st': 'Keep it', '2nd': 'Repair it' });
    expect(other.row('r2')?.blank.size).toBe(0);
    expect(other.select).toEqual([{ what: 'row', id: 'r2', level: '2nd' }]);
  });

  it('takes its note along, to that of the cell where it goes', () => {
    const f = withRows(
      row('r1', { '1st': 'a' }, { notes: new Map([['1st', 'mine']]) }),
      row('r2', {}, { notes: new Map([['1st', 'theirs']]) }),
    );
    const acted = act(f, {
      type: 'moveStatement',
      from: { row: 'r1', level: '1st' },
      was: 'a',
      to: { row: 'r2', level: '1st' },
    });
    expect([...acted.row('r2')!.notes]).toEqual([['1st', 'theirs\nmine']]);
    expect(acted.row('r1')!.notes.size).toBe(0);
  });

  it('is refused where a statement stands, or where its own text has changed', () => {
    expect(move('2nd', 'Repair it', 'r1', '1st').reasons).toEqual([
      'A statement stands at 1st line already. Move or clear that one first.',
    ]);
    expect(move('2nd', 'Repair', 'r1', '3rd').refusals[0]).toMatchObject({ now: 'Repair it' });
  });
});
