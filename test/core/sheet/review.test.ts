import { inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { packedBase } from '../../../src/core/sheet/meta.ts';
import { META_SHEET } from '../../../src/core/sheet/names.ts';
import type { RawBook, RawRow } from '../../../src/core/sheet/raw.ts';
import type { Review } from '../../../src/core/sheet/returned.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { atOnce } from '../../../src/core/slices.ts';
import { asRead, withCell, withRows, withSheet } from './rawBook.ts';
import { sample } from './sample.ts';

const BASE = '\uFEFFformat: "1"\r\nid: é 🙂 _x0041_#\t\n';
const SHEET = 'Technical Skills';
const sent = () => asRead(layoutWorkbook(sample(), { base: BASE, reviewer: 'Alex', date: '2026-11-23' }));
const codes = (review: Review) => review.problems.map(({ code, place }) => `${code} ${place}`);
const ids = (review: Review) => review.rows.map(row => row.rowId ?? `(${row.topicId ?? 'new'})`);

function swapColumns(book: RawBook, from: number, to: number): RawBook {
  return withSheet(book, SHEET, sheet => ({
    ...sheet,
    rows: sheet.rows.map(row => ({
      ...row,
      cells: row.cells
        .map(cell => ({
          ...cell,
          column: cell.column === from ? to : cell.column === to ? from : cell.column,
        }))
        .sort((a, b) => a.column - b.column),
    })),
  }));
}

describe('a workbook that comes back as it was sent', () => {
  test('tells all that was sent, and has no problems', () => {
    const review = readReview(sent());
    expect(review.problems).toEqual([]);
    expect(review.base).toBe(BASE);
    expect(review.stamp).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(review.sent).toMatchObject({
      framework: { id: 'sample', title: 'Sample Standards', version: '1.10' },
      reviewer: 'Alex',
      date: '2026-11-23',
      levels: [
        { id: '0.5', head: '0.5 line' },
        { id: '1st', head: '1st line' },
      ],
    });
    expect(ids(review)).toEqual(['devices-1', 'devices-2', '(empty)', 'know-1', 'money-1']);
    expect(review.sheets).toEqual([
      { name: SHEET, areaId: 'technical', areaTitle: SHEET, levels: ['0.5', '1st'], hasIds: true },
      { name: 'Area 2', areaId: 'area-2', areaTitle: '', levels: ['0.5', '1st'], hasIds: true },
    ]);
    expect(review.rows[0]).toEqual({
      sheet: SHEET,
      line: 4,
      order: 0,
      place: `${SHEET}!4`,
      rowId: 'devices-1',
      topicId: 'devices',
      kind: 'functions',
      areaId: 'technical',
      sectionTitle: 'Functions',
      topicTitle: 'Devices & Applications',
      statements: new Map([
        ['0.5', 'Connect devices.'],
        ['1st', 'Install “new” hardware\ne.g. a card.'],
      ]),
      below: 'devices-2',
      hidden: false,
      comments: [],
    });
    expect(review.absentRows).toEqual([]);
    expect(review.absentAreas).toEqual([]);
    expect(review.comments).toEqual([]);
  });
});

describe('rows', () => {
  test('keep their ids when they are sorted, and their neighbours are those of the sheet', () => {
    const review = readReview(withRows(sent(), SHEET, rows => rows.toReversed()));
    expect(ids(review)).toEqual(['know-1', '(empty)', 'devices-2', 'devices-1', 'money-1']);
    expect(review.rows.map(({ above, below }) => [above, below])).toEqual([
      [undefined, 'devices-2'],
      ['know-1', 'devices-2'],
      ['know-1', 'devices-1'],
      ['devices-2', undefined],
      [undefined, undefined],
    ]);
    expect(review.problems).toEqual([]);
  });

  test('that were inserted have no id, but neighbours', () => {
    const fresh: RawRow = {
      row: 0,
      hidden: false,
      cells: [
        { column: 5, text: 'Functions', kind: 'text' },
        { column: 6, text: 'Devices & Applications', kind: 'text' },
        { column: 7, text: 'Carry\r\n\r\ndevices. ', kind: 'text' },
      ],
    };
    const review = readReview(withRows(sent(), SHEET, ([first, ...rest]) => [first!, fresh, ...rest]));
    expect(review.rows[1]).toMatchObject({
      place: `${SHEET}!5`,
      above: 'devices-1',
      below: 'devices-2',
      sectionTitle: 'Functions',
      statements: new Map([
        ['0.5', 'Carry\ndevices. '],
        ['1st', ''],
      ]),
    });
    expect(review.rows[1]).not.toHaveProperty('rowId');
    expect(review.problems).toEqual([]);
  });

  test('that are gone are listed, and nothing more is made of it', () => {
    const review = readReview(withRows(sent(), SHEET, ([, ...rest]) => rest));
    expect(review.absentRows).toEqual([{ row: 'devices-1', topic: 'devices', area: 'technical' }]);
  });

  test('that were copied are both there, the second as a copy of the first', () => {
    const review = readReview(withRows(sent(), SHEET, ([first, ...rest]) => [first!, first!, ...rest]));
    expect(review.rows[1]).toMatchObject({ rowId: 'devices-1', copyOf: `${SHEET}!4`, above: 'devices-1' });
    expect(codes(review)).toEqual([`copied-row ${SHEET}!5`]);
  });

  test('with an id that was never sent are rows like others', () => {
    const review = readReview(withCell(sent(), SHEET, 'A4', { text: 'foreign' }));
    expect(ids(review)[0]).toBe('foreign');
    expect(codes(review)).toEqual([]);
  });

  test('named like parts of a prototype are rows like others', () => {
    const book = withCell(sent(), SHEET, 'A4', { text: '__proto__' });
    const review = readReview(withCell(book, SHEET, 'A5', { text: 'constructor' }));
    expect(ids(review).slice(0, 2)).toEqual(['__proto__', 'constructor']);
    expect(Object.prototype).not.toHaveProperty('rowId');
  });

  test('with words but neither id nor statement are reported', () => {
    const review = readReview(
      withRows(sent(), SHEET, rows => [
        ...rows,
        { row: 0, hidden: false, cells: [{ column: 6, text: 'Networks', kind: 'text' }] },
      ]),
    );
    expect(codes(review)).toEqual([`row-without-statement ${SHEET}!8`]);
  });
});

describe('columns', () => {
  test('are found by their heads when they were moved', () => {
    const review = readReview(swapColumns(swapColumns(sent(), 1, 8), 6, 7));
    expect(review.problems).toEqual([]);
    expect(ids(review)).toEqual(ids(readReview(sent())));
    expect(review.rows[0]?.statements.get('1st')).toBe('Install “new” hardware\ne.g. a card.');
  });

  test('are found in whatever row their heads stand now', () => {
    const review = readReview(
      withSheet(sent(), SHEET, sheet => ({
        ...sheet,
        rows: sheet.rows.map(row => ({ ...row, row: row.row + 5 })),
      })),
    );
    expect(ids(review)).toEqual(ids(readReview(sent())));
  });

  test('that are gone leave their statements as they are', () => {
    const review = readReview(
      withSheet(sent(), SHEET, sheet => ({
        ...sheet,
        rows: sheet.rows.map(row => ({ ...row, cells: row.cells.filter(({ column }) => column !== 7) })),
      })),
    );
    expect(review.rows[0]?.statements).toEqual(new Map([['1st', 'Install “new” hardware\ne.g. a card.']]));
    expect(codes(review)).toEqual([`missing-column ${SHEET}`]);
  });

  test('of ids that are gone are said to be', () => {
    const review = readReview(
      withSheet(sent(), SHEET, sheet => ({
        ...sheet,
        rows: sheet.rows.map(row => ({ ...row, cells: row.cells.filter(({ column }) => column > 4) })),
      })),
    );
    // A topic without rows is no longer told from a row that somebody began.
    expect(codes(review)).toEqual([`row-without-statement ${SHEET}!6`, `lost-ids ${SHEET}`]);
    expect(review.sheets[0]).toMatchObject({ areaId: 'technical', hasIds: false });
    expect(review.absentRows).toEqual([]);
  });

  test('that are not known, and text beside the table, are reported with their place', () => {
    const book = withCell(withCell(sent(), SHEET, 'I3', { text: 'My view' }), SHEET, 'I4', { text: 'Good' });
    const review = readReview(withCell(book, SHEET, 'K5', { text: 'stray' }));
    expect(codes(review)).toEqual([`text-outside-table ${SHEET}!K5`, `unknown-column ${SHEET}!I3`]);
  });
});

describe('sheets', () => {
  test('are known by their anchor when they are renamed and moved', () => {
    const book = sent();
    const renamed: RawBook = {
      ...book,
      sheets: book.sheets
        .map(sheet => (sheet.name === SHEET ? { ...sheet, name: "Kim's" } : sheet))
        .toReversed(),
      names: book.names.map(name => ({ ...name, refersTo: name.refersTo.replace(`'${SHEET}'`, "'Kim''s'") })),
    };
    const review = readReview(renamed);
    expect(review.problems).toEqual([]);
    expect(review.sheets.map(({ name, areaId }) => [name, areaId])).toEqual([
      ['Area 2', 'area-2'],
      ["Kim's", 'technical'],
    ]);
  });

  test('are known by the ids of their rows when the anchors are lost', () => {
    const review = readReview({ ...sent(), names: [] });
    expect(review.sheets.map(({ areaId, areaTitle }) => [areaId, areaTitle])).toEqual([
      ['technical', SHEET],
      ['area-2', ''],
    ]);
    expect(review.problems).toEqual([]);
  });

  test('that are gone are listed, and none of their rows is absent', () => {
    const book = sent();
    const review = readReview({ ...book, sheets: book.sheets.filter(({ name }) => name !== 'Area 2') });
    expect(review.absentAreas).toEqual(['area-2']);
    expect(review.absentRows).toEqual([]);
    expect(codes(review)).toEqual(['missing-sheet Area 2']);
  });

  test('that somebody added are reported', () => {
    const book = sent();
    const notes = {
      name: 'Notes',
      state: 'visible' as const,
      merges: [],
      hiddenColumns: [],
      rows: [{ row: 1, hidden: false, cells: [{ column: 1, text: 'Hello', kind: 'text' as const }] }],
    };
    expect(codes(readReview({ ...book, sheets: [...book.sheets, notes] }))).toEqual(['unknown-sheet Notes']);
  });

  test('for reading only say where they were written on', () => {
    expect(codes(readReview(withCell(sent(), 'Levels and details', 'C5', { text: 'Other' })))).toEqual([
      'reading-sheet-changed Levels and details!C5',
    ]);
  });

  test('of an area can be retitled above their table', () => {
    expect(readReview(withCell(sent(), 'Area 2', 'E1', { text: 'Money matters' })).sheets[1]?.areaTitle).toBe(
      'Money matters',
    );
    expect(readReview(withCell(sent(), SHEET, 'E1', { text: '' })).sheets[0]?.areaTitle).toBe('');
  });
});

test('more comments than anybody could read are refused', () => {
  const comments = Array.from({ length: 20_001 }, (_, at) => ({ text: `Note ${at}` }));
  expect(() => readReview(withCell(sent(), SHEET, 'G4', { comments }))).toThrow(/has 20001 comments/);
});

describe('cells', () => {
  test.each([
    ['a number', { text: '0.5', kind: 'number' }, '0.5', 'typed-number'],
    ['a date', { text: '2024-01-02', kind: 'date' }, '2024-01-02', 'typed-date'],
    ['a truth value', { text: 'TRUE', kind: 'boolean' }, 'TRUE', 'typed-boolean'],
    ['a formula', { text: '5', kind: 'number', formula: '2+3' }, '5', 'formula'],
    ['a formula that shows nothing', { text: '', kind: 'empty', formula: '2+3' }, undefined, 'formula'],
    ['an error', { text: '#N/A', kind: 'error' }, undefined, 'error-value'],
    ['an error of a formula', { text: '#NAME?', kind: 'error', formula: 'text' }, undefined, 'error-value'],
    ['struck-out words', { text: 'old new', kind: 'richText', struck: 'old' }, 'old new', 'struck-out'],
    ['a link elsewhere', { text: 'see', kind: 'text', link: 'https://example.org' }, 'see', 'link'],
  ] as const)('with %s have one treatment, and say so', (_, cell, expected, code) => {
    const review = readReview(withCell(sent(), SHEET, 'G4', cell));
    expect(review.rows[0]?.statements.get('0.5')).toBe(expected);
    expect(codes(review)).toEqual([`${code} ${SHEET}!G4`]);
  });

  test.each([
    ['formats within them', { text: 'bold word', kind: 'richText' }],
    ['a link to what they say', { text: 'kim@example.org', kind: 'text', link: 'mailto:kim@example.org' }],
    ['a formula as text', { text: '=SUM(A1)', kind: 'text' }],
  ] as const)('with %s are text like any other', (_, cell) => {
    const review = readReview(withCell(sent(), SHEET, 'G4', cell));
    expect(review.rows[0]?.statements.get('0.5')).toBe(cell.text);
    expect(review.problems).toEqual([]);
  });

  test('that are merged hold for every row where they are topics, and for none but the first where they are statements', () => {
    const book = withSheet(
      withCell(withCell(sent(), SHEET, 'F5', { text: '' }), SHEET, 'H5', { text: '' }),
      SHEET,
      sheet => ({
        ...sheet,
        merges: [
          { top: 4, left: 6, bottom: 5, right: 6 },
          { top: 4, left: 8, bottom: 5, right: 8 },
        ],
      }),
    );
    const review = readReview(book);
    expect(review.rows[1]?.topicTitle).toBe('Devices & Applications');
    expect([...(review.rows[1]?.statements.keys() ?? [])]).toEqual(['0.5']);
    expect(codes(review)).toEqual([`merged-cells ${SHEET}!F4`, `merged-cells ${SHEET}!H4`]);
  });

  test('carry comments to their row and level', () => {
    const comment = { text: 'Why?', author: 'Kim', date: '2026-11-23T10:00:00Z' };
    const book = withCell(sent(), SHEET, 'H4', { comments: [comment] });
    const review = readReview(withCell(book, SHEET, 'F5', { comments: [{ text: 'Rename?' }] }));
    expect(review.rows[0]?.comments).toEqual([{ ...comment, place: `${SHEET}!H4`, level: '1st' }]);
    expect(review.rows[1]?.comments).toEqual([{ text: 'Rename?', place: `${SHEET}!F5` }]);
  });

  test('outside of rows carry comments, too, but for the notes that were sent', () => {
    const book = withCell(sent(), 'Start here', 'B2', { comments: [{ text: 'Nice' }] });
    const review = readReview(withCell(book, SHEET, 'H3', { comments: [{ text: 'Is this a level?' }] }));
    expect(review.comments).toEqual([
      { text: 'Nice', place: 'Start here!B2' },
      { text: 'Is this a level?', place: `${SHEET}!H3`, level: '1st' },
    ]);
  });
});

describe('the base', () => {
  test('is not taken if its hidden sheet was changed', () => {
    const review = readReview(withCell(sent(), META_SHEET, 'B5', { text: `sha256:${'0'.repeat(64)}` }));
    expect(review.base).toBeUndefined();
    expect(codes(review)).toEqual(['damaged-base the workbook']);
  });

  test('is the open file where that still is what was sent, whatever became of the one in the workbook', () => {
    const damaged = withCell(sent(), META_SHEET, 'B5', { text: `sha256:${'0'.repeat(64)}` });
    const review = readReview(damaged, { file: { text: BASE } });
    expect(review).toMatchObject({ base: BASE, baseStamp: review.stamp, problems: [] });
    const file = { text: `${BASE} ` };
    expect(readReview(sent(), { file })).toEqual(readReview(sent()));
    expect(codes(readReview(damaged, { file }))).toEqual(['damaged-base the workbook']);
  });

  test('can be unpacked elsewhere where it is large, and is held against its checksum all the same', () => {
    // Digits that do not repeat cannot be packed into much less.
    const text = `${BASE}x-digits: ${Array.from({ length: 12_000 }, (_, at) => Math.sin(at)).join(' ')}\n`;
    const book = asRead(layoutWorkbook(sample(), { base: text }));
    const packed = atOnce(packedBase(book));
    const unpacked = inflateSync(packed!);
    expect(readReview(book, { unpacked })).toEqual(readReview(book));
    expect(codes(readReview(book, { unpacked: unpacked.slice(1) }))).toEqual(['damaged-base the workbook']);
    expect(atOnce(packedBase(book, { text })), 'what is there already').toBeUndefined();
    expect(atOnce(packedBase(sent())), 'what is small').toBeUndefined();
  });

  test('is still read from the first format, where it is the text that the stamp is of', () => {
    const old = withSheet(withCell(sent(), META_SHEET, 'B2', { text: '1' }), META_SHEET, sheet => ({
      ...sheet,
      rows: sheet.rows.filter(row => row.cells[0]?.text !== 'base-check'),
    }));
    expect(readReview(old)).toMatchObject({ base: BASE, problems: [] });
    const other = withCell(old, META_SHEET, 'B3', { text: `sha256:${'0'.repeat(64)}` });
    expect(codes(readReview(other))).toEqual(['damaged-base the workbook']);
  });

  test('is missed if its hidden sheet is gone, but its stamp is not', () => {
    const book = sent();
    const review = readReview(
      { ...book, sheets: book.sheets.filter(({ name }) => name !== META_SHEET) },
      { framework: sample() },
    );
    expect(review.base).toBeUndefined();
    expect(review.stamp).toBe(readReview(book).stamp);
    expect(codes(review)).toEqual(['reading-sheets-unknown Start here']);
    expect(ids(review)).toEqual(ids(readReview(book)));
    expect(review.rows[0]?.statements.get('0.5')).toBe('Connect devices.');
  });

  test('of a newer version of the product is refused', () => {
    expect(() => readReview(withCell(sent(), META_SHEET, 'B2', { text: '3' }))).toThrow(/newer version/);
  });
});

test('a table made by hand is understood as far as it goes', () => {
  const line = (number: number, ...texts: string[]) => ({
    row: number,
    hidden: false,
    cells: texts.map((text, index) => ({ column: index + 1, text, kind: 'text' as const })),
  });
  const sheet = {
    name: 'Sheet1',
    state: 'visible' as const,
    merges: [],
    hiddenColumns: [],
    rows: [line(1, 'topic', ' 1ST  LINE '), line(2, 'Devices', 'Fix it.')],
  };
  const review = readReview(
    { form: 'xlsx', sheets: [sheet], names: [], custom: new Map(), passedOver: [] },
    { framework: sample() },
  );
  expect(review.rows).toMatchObject([{ topicTitle: 'Devices', statements: new Map([['1st', 'Fix it.']]) }]);
  expect(codes(review)).toEqual(['lost-ids Sheet1', 'missing-column Sheet1']);
});

describe('text below the table', () => {
  const line = (number: number, column: number, text: string) => ({
    row: number,
    hidden: false,
    cells: [{ column, text, kind: 'text' as const }],
  });
  const more = (...rows: ReturnType<typeof line>[]) =>
    withSheet(sent(), SHEET, sheet => ({ ...sheet, rows: [...sheet.rows, ...rows] }));
  const last = sent()
    .sheets.find(({ name }) => name === SHEET)!
    .rows.at(-1)!.row;

  test('that empty rows part from it is no statement, if it says no section or topic', () => {
    const review = readReview(more(line(last + 3, 7, 'Overall: good'), line(last + 4, 8, 'Thanks')));
    expect(codes(review)).toEqual([
      `text-outside-table ${SHEET}!G${last + 3}`,
      `text-outside-table ${SHEET}!H${last + 4}`,
    ]);
    expect(ids(review)).toEqual(ids(readReview(sent())));
  });

  test('is a new row right below it, or with a section and topic', () => {
    const linesOf = (review: Review) =>
      review.rows.filter(({ sheet }) => sheet === SHEET).map(({ line: number }) => number);
    expect(linesOf(readReview(more(line(last + 1, 7, 'Check ovens.')))).at(-1)).toBe(last + 1);
    const row = { ...line(last + 5, 5, 'Functions') };
    const cells = [...row.cells, { column: 7, text: 'Check ovens.', kind: 'text' as const }];
    const review = readReview(more({ ...row, cells }, line(last + 6, 7, 'Clean ovens.')));
    expect(linesOf(review).slice(-2)).toEqual([last + 5, last + 6]);
    expect(review.problems).toEqual([]);
  });
});

describe('control characters', () => {
  test('are line breaks where they once were, else left out with a word about it', () => {
    const book = withCell(sent(), SHEET, 'G4', { text: 'Connect\u000Bdevices\u000Cand\r\u0007more\uFFFE.' });
    const review = readReview(withCell(book, SHEET, 'F5', { text: 'Devices \u0001& Applications' }));
    expect(review.rows[0]?.statements.get('0.5')).toBe('Connect\ndevices\nand\nmore.');
    expect(review.rows[1]?.topicTitle).toBe('Devices & Applications');
    expect(review.problems).toEqual([
      { code: 'control-character', place: `${SHEET}!G4`, message: expect.stringContaining('U+0007, U+FFFE') },
      { code: 'control-character', place: `${SHEET}!F5`, message: expect.stringContaining('U+0001') },
    ]);
  });

  test('stand in no title of an area', () => {
    const review = readReview(withCell(sent(), SHEET, 'E1', { text: 'Technical\u000B Skills\u0007' }));
    expect(review.sheets[0]?.areaTitle).toBe('Technical Skills');
    expect(codes(review)).toEqual([`control-character ${SHEET}!E1`]);
  });
});

describe('a table that was filled down to its end', () => {
  const filled = (cells: (at: number) => RawRow['cells'], count = 50_001) =>
    withRows(sent(), SHEET, rows => [
      ...rows,
      ...Array.from({ length: count }, (_, at) => ({ row: 0, hidden: false, cells: cells(at) })),
    ]);
  const text = (column: number, says: string) => ({ column, text: says, kind: 'text' as const });

  test('is refused in a sentence that names the first line of it', () => {
    const from = sent().sheets.find(({ name }) => name === SHEET)!.rows.length + 1;
    const sentence = (line: number) =>
      `The tables have more than 50,000 rows with text: delete those from ${SHEET}!${line} on, which look filled down, then import it again.`;
    expect(() => readReview(filled(() => [text(7, 'x')]))).toThrow(sentence(from));
  });
});
