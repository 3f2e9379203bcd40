import { describe, expect, it } from 'vitest';
import { reviewRound } from '../../../src/core/review/round.ts';
import { layoutRound } from '../../../src/core/review/roundBook.ts';
import type { Book } from '../../../src/core/sheet/book.ts';
import type { Review } from '../../../src/core/sheet/returned.ts';
import { readWorkbook } from '../../../src/excel/read.ts';
import { writeXlsx } from '../../../src/excel/write.ts';
import { load } from '../../helpers/loaded.ts';
import { type Line, lines, returnedSheets, SENT } from './returnedSheet.ts';

function edited(change: (rows: Line[]) => Line[]): Review {
  return returnedSheets(change(lines()));
}

const say = (id: string, level: string, text: string) => (rows: Line[]) => {
  rows.find(row => row.id === id)!.says[level] = text;
  return rows;
};

const REVIEWS: Record<string, Review> = {
  Ada: edited(say('r1', 'l1', 'Check cables.')),
  Bob: edited(rows => say('r2', 'l1', 'Label all sockets.')(say('r1', 'l1', 'Check every cable.')(rows))),
  Cyd: edited(rows => say('r2', 'l1', 'Label all sockets.')(rows).filter(row => row.id !== 'r3')),
  Dan: edited(rows => rows),
};

function bookOf(names = Object.keys(REVIEWS)): Book {
  const returned = names.map(name => ({ name, review: REVIEWS[name]! }));
  return layoutRound(reviewRound(load(SENT), returned), '2026-11-23');
}

const texts = (book: Book, name: string) =>
  book.sheets
    .find(sheet => sheet.name === name)!
    .rows.map(({ cells }) => cells.map(cell => cell?.text ?? ''));

describe('The summary of a round', () => {
  it('has every version on a row of its own, with who wants it and how far all agree', () => {
    const rows = texts(bookOf(), 'Decisions').slice(4);
    expect(rows.map(row => [row[0], row[4], row[5], row[6], row[7], row[9]])).toEqual([
      ['1', 'Check the cables of every device.', expect.stringMatching(/^Check the/), 'Ada', 'Clash', ''],
      ['1', 'Check the cables of every device.', expect.stringMatching(/^Check the/), 'Bob', 'Clash', ''],
      ['2', 'Label all sockets in the server room.', expect.any(String), 'Bob and Cyd', 'Several agree', ''],
      ['3', expect.stringContaining('L1: '), 'Row r3 to be deleted.', 'Cyd', 'One reviewer', ''],
    ]);
    expect(rows[0]?.[8]).toBe('Left as it was: Cyd and Dan.');
    expect(rows[0]?.slice(1, 4)).toEqual(['Area A', 'Functions › Topic T', 'L1']);
  });

  it('strikes out what would go and underlines what would come', () => {
    const words = bookOf().sheets[1]!.rows[4]!.cells[5]!.words;
    expect(
      words
        ?.filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe('Check the cables of every device.');
    expect(
      words
        ?.filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe('Check cables.');
  });

  it('says of a new row what it holds', () => {
    const eve = edited(rows => [
      ...rows,
      { ...rows[0]!, id: '', says: { l1: 'Tidy up.', l2: 'Tidy it all.' } },
    ]);
    const book = layoutRound(reviewRound(load(SENT), [{ name: 'Eve', review: eve }]), '2026-11-23');
    const row = texts(book, 'Decisions')
      .slice(4)
      .find(cells => cells[6] === 'Eve');
    expect(row?.[5]).toBe('L1: Tidy up.\nL2: Tidy it all.');
    expect(row?.[7]).toBe('All agree');
  });

  it('says who returned what, and who nothing', () => {
    const rows = texts(bookOf(), 'Summary');
    expect(rows).toContainEqual(['', 'Ada', '', '1', '0', '']);
    expect(rows).toContainEqual(['', 'Dan', '', '0', '0', 'Returned it as it was sent.']);
    expect(rows.find(row => row[1] === 'Clash')?.[2]).toBe('1');
  });

  it('is the same in whatever order the workbooks came, down to its bytes', async () => {
    const [one, other] = await Promise.all(
      [bookOf(), bookOf(['Dan', 'Cyd', 'Bob', 'Ada'])].map(book => writeXlsx(book)),
    );
    expect(one).toEqual(other);
    const { sheets } = await readWorkbook(one!);
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Summary', 'visible'],
      ['Decisions', 'visible'],
      ['_lists', 'hidden'],
    ]);
  });

  it('says so where there is nothing to decide', () => {
    expect(texts(bookOf(['Dan']), 'Decisions')[1]).toEqual([
      'No reviewer wants a change or has said anything.',
    ]);
  });
});
