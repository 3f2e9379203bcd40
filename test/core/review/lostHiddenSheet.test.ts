// A workbook whose hidden sheet was deleted, with the notes and the sheets for reading that we put into it.
import { describe, expect, it } from 'vitest';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import type { ImportOptions } from '../../../src/core/review/sides.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { isMetaSheet, STAMP_PROPERTY } from '../../../src/core/sheet/meta.ts';
import type { RawBook, RawComment } from '../../../src/core/sheet/raw.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { load } from '../../helpers/loaded.ts';
import { asRead, withCell } from '../sheet/rawBook.ts';
import { SENT } from './returnedSheet.ts';

const OURS = 'Framework Workbench';
const NOW = SENT.replace('title: L1\n', 'title: L1\n    description: Works under guidance.\n');
const OLD = NOW.replace('Check the cables', 'See the cables')
  .replace('Label all sockets in the server room.', '"Label sockets.\\n\\nAlso in the server room."')
  .replace('title: Topic U', 'title: Keys');

/** The workbook as it was sent: our notes bear our name. */
function sent(): RawBook {
  const since = { name: 'old.yaml', framework: load(OLD).framework };
  const book = asRead(
    layoutWorkbook(load(NOW).framework, {
      base: NOW,
      since,
      findings: [{ rule: 'x', severity: 'info', message: 'Look.', row: 'r1', start: 0, end: 1 }] as never,
    }),
  );
  return {
    ...book,
    sheets: book.sheets.map(sheet => ({
      ...sheet,
      rows: sheet.rows.map(row => ({
        ...row,
        cells: row.cells.map(cell =>
          cell.comments
            ? { ...cell, comments: cell.comments.map(each => ({ ...each, author: OURS })) }
            : cell,
        ),
      })),
    })),
  };
}

function withoutHidden(book: RawBook): RawBook {
  return { ...book, sheets: book.sheets.filter(sheet => !isMetaSheet(sheet)) };
}

/** @param said what became of the note on a cell, given the text of ours */
function returned(address?: string, said?: (own: string) => RawComment): RawBook {
  const book = sent();
  if (address === undefined) return withoutHidden(book);
  const cells = book.sheets
    .find(({ name }) => name === 'Area A')!
    .rows.flatMap(({ row, cells }) =>
      cells.map(cell => ({ place: `${String.fromCharCode(64 + cell.column)}${row}`, cell })),
    );
  const own = cells.find(({ place }) => place === address)!.cell.comments![0]!.text;
  return withoutHidden(withCell(book, 'Area A', address, { comments: [said!(own)] }));
}

function imported(book: RawBook, options: ImportOptions = { versions: [NOW] }, today = NOW) {
  return importReviews(
    load(today),
    [{ name: 'Ada', review: readReview(book, { framework: load(today).framework }) }],
    options,
  );
}

const notesOf = (book: RawBook) =>
  imported(book).notes.map(({ author, row, level, text }) => [author, row, level, text]);

describe('A workbook that has lost its hidden sheet', () => {
  it('gives back none of the notes that we put into it', () => {
    expect(
      sent().sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(c => c.comments ?? [])))
        .length,
    ).toBeGreaterThan(4);
    for (const options of [{ versions: [NOW] }, { base: NOW }]) {
      const plan = imported(returned(), options);
      expect(plan.notes).toEqual([]);
      expect(plan.changes).toEqual([]);
    }
  });

  it('says nothing of a version that is not known where it was found, or given', () => {
    for (const options of [{ versions: [NOW] }, { base: NOW }])
      expect(imported(returned(), options).problems.map(({ code }) => code)).toEqual([
        'reading-sheets-unknown',
      ]);
    const unstamped = {
      ...returned(),
      custom: new Map([...sent().custom].filter(([key]) => key !== STAMP_PROPERTY)),
    };
    expect(imported(unstamped, { base: NOW }).problems.map(({ code }) => code)).toEqual([
      'reading-sheets-unknown',
    ]);
    const { problems } = imported(unstamped, {});
    expect(problems.filter(({ code }) => code === 'no-base')).toEqual([
      { code: 'no-base', place: 'the workbook', message: expect.stringContaining('not known which version') },
    ]);
  });

  it('knows the sheets that are for reading by their names, and says that nobody can tell what was written there', () => {
    const [problem] = imported(returned()).problems;
    expect(problem?.message).toMatch(/Start here, Changes, .*Levels and details/);
    expect(imported(returned()).problems.map(({ code }) => code)).not.toContain('unknown-sheet');
  });

  it('gives back what a reviewer wrote below a note of ours, as the words of the reviewer', () => {
    const below = (own: string) => ({ text: `${own}\nBetter before!`, author: OURS });
    expect(notesOf(returned('G4', below))).toEqual([['Ada', 'r1', 'l1', 'Better before!']]);
    expect(notesOf(returned('G5', below))).toEqual([['Ada', 'r2', 'l1', 'Better before!']]);
    expect(notesOf(returned('F7', below))).toEqual([['Ada', 'u1', undefined, 'Better before!']]);
    expect(notesOf(returned('G3', below))).toEqual([['Ada', undefined, 'l1', 'Better before!']]);
  });

  it('gives back a note of ours that was written over, and what others say in like words', () => {
    expect(notesOf(returned('G4', () => ({ text: 'No!', author: OURS })))).toEqual([
      ['Ada', 'r1', 'l1', 'No!'],
    ]);
    const own = 'Since last year: nobody does this.';
    expect(notesOf(returned('G4', () => ({ text: own, author: 'Kim' })))).toEqual([['Kim', 'r1', 'l1', own]]);
    expect(notesOf(returned('G4', () => ({ text: own })))).toEqual([['Ada', 'r1', 'l1', own]]);
  });
});

it('What was added to a note of ours is the reviewer’s where the list of notes came back, too', () => {
  const cell = { comments: [{ text: 'L1\nWorks under guidance.\nWhose?', author: OURS }] };
  expect(notesOf(withCell(sent(), 'Area A', 'G3', cell))).toEqual([['Ada', undefined, 'l1', 'Whose?']]);
});
