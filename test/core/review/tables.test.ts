// Tables that do not say what was sent: CSV, sheets made by hand, workbooks that have lost their hidden sheet.
import { describe, expect, it } from 'vitest';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import { reviewersOf } from '../../../src/core/review/reviewersOf.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { isMetaSheet } from '../../../src/core/sheet/meta.ts';
import { readCsv } from '../../../src/core/sheet/readCsv.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { load } from '../../helpers/loaded.ts';
import { asRead, withRows, withSheet } from '../sheet/rawBook.ts';
import { SENT } from './returnedSheet.ts';

/** What importing tables in CSV comes to; name → lines. */
function imported(files: Record<string, readonly string[]>, text = SENT) {
  const today = load(text);
  const tables = Object.entries(files).map(([name, lines]) => ({
    name,
    review: readCsv(lines.join('\r\n'), name, today.framework),
  }));
  return importReviews(today, reviewersOf(tables, 'Ada'), { base: text });
}

const HEADS = 'Row id;Topic id;Section id;Area id;Section;Topic;L1;L2';
const ROWS = [
  'r1;t;fn;a;Functions;Topic T;Check the cables of every device.;Plan the cables of a building.',
  'r2;t;fn;a;Functions;Topic T;Label all sockets in the server room.;',
  'r3;t;fn;a;Functions;Topic T;Order spare parts before they run out.;',
  'u1;u;fn;a;Functions;Topic U;Write down who has which key.;',
  'u2;u;fn;a;Functions;Topic U;Collect keys when people leave.;',
];

describe('Rows that are missing from a table', () => {
  it('are asked about where it holds most rows of the area', () => {
    const plan = imported({ 'a.csv': ['Area A;', HEADS, ...ROWS.slice(1)] });
    expect(plan.questions.map(({ id, place }) => `${id} at ${place}`)).toEqual(['delete:r1 at a.csv']);
    expect(plan.changes).toEqual([]);
  });

  it('are told of, and left as they are, where it holds few', () => {
    for (const lines of [
      ['Area A;', HEADS, ...ROWS.slice(3)],
      [
        'area_id,area,section,topic_id,topic,row_id,level,statement',
        'a,Area A,Functions,t,Topic T,r1,l1,Check the cables of every device.',
      ],
    ]) {
      const plan = imported({ 'a.csv': lines });
      expect(plan).toMatchObject({ changes: [], questions: [] });
      expect(plan.problems.map(({ code, place }) => `${code} at ${place}`)).toEqual([
        'partial-table at a.csv',
      ]);
    }
  });

  it('are not those that an earlier import made of the very words that are there', () => {
    const line = (id: string, words: string) => `a,Area A,Functions,t,Topic T,${id},l1,${words}`;
    const table = [
      'area_id,area,section,topic_id,topic,row_id,level,statement',
      ...['r1,l1,Check the cables of every device.', 'r2,l1,Label all sockets in the server room.'].map(
        row => `a,Area A,Functions,t,Topic T,${row}`,
      ),
      line('', 'Mend cables.'),
      line('', 'Buy cables.'),
    ];
    const first = importReviews(
      load(SENT),
      reviewersOf([{ name: 'a.csv', review: readCsv(table.join('\n'), 'a.csv') }]),
    );
    expect(first.questions.map(({ id }) => id)).toEqual([]);
    const added = first.changes.map(change => ('id' in change ? change.id : ''));
    expect(added).toHaveLength(2);
    const again = importReviews(
      { ...load(SENT), framework: first.framework },
      reviewersOf([{ name: 'a.csv', review: readCsv(table.join('\n'), 'a.csv') }]),
    );
    expect(again.changes).toEqual([]);
    expect(again.questions.map(({ row }) => row)).toEqual(['r3', 'u1', 'u2']);
  });

  it('are asked about, too, in a workbook that has lost its hidden sheet', () => {
    const book = asRead(layoutWorkbook(load(SENT).framework, { base: SENT }));
    const without = withRows(book, 'Area A', rows => rows.slice(1));
    const review = readReview({
      ...without,
      sheets: without.sheets.filter(sheet => !isMetaSheet(sheet)),
    });
    const plan = importReviews(load(SENT), [{ name: 'Ada', review }], { versions: [SENT] });
    expect(plan.questions.map(({ id }) => id)).toEqual(['delete:r1']);
  });
});

describe('A table in CSV', () => {
  it('is parted by what its heads are parted by, whatever its title holds', () => {
    const text = SENT.replace(
      'title: Area A',
      'title: Tools, cables, sockets, keys, and more, of every kind',
    );
    const plan = imported(
      { 'a.csv': ['"Tools, cables, sockets, keys, and more, of every kind";;', HEADS, ...ROWS] },
      text,
    );
    expect(plan).toMatchObject({ changes: [], questions: [], problems: [] });
  });

  it('of an area without a title leaves it without one', () => {
    const text = SENT.replace('    title: Area A\n', '');
    const plan = imported({ 'a.csv': ['Area 1;', HEADS, ...ROWS] }, text);
    expect(plan).toMatchObject({ changes: [], questions: [], problems: [] });
  });

  it('with a title that no area has, and no ids, changes no title and says so', () => {
    const lines = ['Tools;', 'Section;Topic;L1;L2', ...ROWS.map(row => row.split(';').slice(4).join(';'))];
    const plan = imported({ 'a.csv': lines });
    expect(plan.changes).toEqual([]);
    expect(plan.problems).toContainEqual(
      expect.objectContaining({
        code: 'unknown-title',
        place: 'a.csv',
        message: expect.stringContaining('"Tools"'),
      }),
    );
  });
});

describe('A sheet that was copied', () => {
  const book = asRead(layoutWorkbook(load(SENT).framework, { base: SENT }));
  /** The sheet of area A as `change` makes it, and what `copy` makes of that, on a sheet of its own. */
  const copied = (change: (lines: string[][]) => string[][], copy: (lines: string[][]) => string[][]) => {
    const sheet = book.sheets.find(({ name }) => name === 'Area A')!;
    const lines = sheet.rows.map(({ cells }) => {
      const texts: string[] = [];
      for (const { column, text } of cells) texts[column - 1] = text;
      return texts;
    });
    const as = (name: string, texts: string[][]) => ({
      ...sheet,
      name,
      rows: texts.map((line, at) => ({
        row: at + 1,
        hidden: false,
        cells: line.flatMap((text, column) =>
          text ? { column: column + 1, text, kind: 'text' as const } : [],
        ),
      })),
    });
    const changed = change(lines.map(line => [...line]));
    const both = withSheet(book, 'Area A', () => as('Area A', changed));
    const name = book.names.find(({ refersTo }) => refersTo.startsWith("'Area A'!"))!;
    const review = readReview({
      ...both,
      sheets: [...both.sheets, as('Area A (2)', copy(changed.map(line => [...line])))],
      names: [
        ...both.names,
        { ...name, scope: 'Area A (2)', refersTo: name.refersTo.replace('Area A', 'Area A (2)') },
      ],
    });
    return importReviews(load(SENT), [{ name: 'Ada', review }]);
  };
  const insert = (lines: string[][]) => {
    const line: string[] = [];
    line[6] = 'Mend cables.';
    return [...lines, line];
  };

  it('changes nothing by itself', () => {
    expect(
      copied(
        lines => lines,
        lines => lines,
      ),
    ).toMatchObject({ changes: [], questions: [] });
  });

  it('does not add its new rows once more', () => {
    const plan = copied(insert, lines => lines);
    expect(plan.changes).toMatchObject([{ op: 'add', to: { topic: 'u', after: 'u2' } }]);
  });

  it('takes new rows of its own below the copied row above them', () => {
    const plan = copied(lines => lines, insert);
    expect(plan.changes).toMatchObject([{ op: 'add', to: { topic: 'u', after: 'u2' } }]);
  });

  it('with another title than the first keeps the title, and says so', () => {
    const plan = copied(
      lines => lines,
      ([title, ...lines]) => [title!.map(text => (text ? 'Tools' : text)), ...lines],
    );
    expect(plan.changes).toEqual([]);
    expect(plan.problems).toContainEqual(
      expect.objectContaining({ code: 'area-titles-differ', place: 'Area A, Area A (2)' }),
    );
  });
});

describe('A table with a line for each statement', () => {
  const HEAD = 'area_id,area,section,topic_id,topic,row_id,level,statement';
  const line = (area: string, more: string) => `${area},Functions,${more}`;
  const known = 'v,Topic V,v1,l1,Help colleagues with forms.';

  it('retitles the area whose lines all say another title, and says where they do not agree', () => {
    const plan = imported({ 'a.csv': [HEAD, line('b,Office', known)] });
    expect(plan.changes).toMatchObject([
      { op: 'set', what: 'area', id: 'b', field: 'title', after: 'Office' },
    ]);
    const two = [
      'u,Topic U,u1,l1,Write down who has which key.',
      'u,Topic U,u2,l1,Collect keys when people leave.',
    ];
    const mixed = imported({ 'a.csv': [HEAD, line('a,Area A', two[0]!), line('a,Office', two[1]!)] });
    expect(mixed.changes).toEqual([]);
    expect(mixed.problems).toContainEqual(
      expect.objectContaining({ code: 'area-titles-differ', place: 'a.csv:2, a.csv:3' }),
    );
  });

  it('says where the lines of a row do not agree on its place', () => {
    const more = line('b,Area B', 'v,Topic W,v1,l2,Design forms.');
    const plan = imported({ 'a.csv': [HEAD, line('b,Area B', known), more] });
    expect(plan.changes.map(({ what }) => what)).toEqual(['statement']);
    expect(plan.problems).toContainEqual(
      expect.objectContaining({ code: 'doubled-place', place: 'a.csv:3' }),
    );
  });

  it('may name the area of a new row by its title', () => {
    const plan = imported({ 'a.csv': [HEAD, line(',Area B', ',Topic V,,l1,Order new forms.')] });
    expect(plan).toMatchObject({ questions: [], changes: [{ op: 'add', what: 'row', to: { topic: 'v' } }] });
  });

  it('says which column is none of its own', () => {
    const plan = imported({ 'a.csv': [`${HEAD},Remark,`, `${line('b,Area B', known)},Why?,`] });
    expect(plan.problems).toContainEqual(
      expect.objectContaining({
        code: 'unknown-column',
        place: 'a.csv:1',
        message: expect.stringContaining('Remark'),
      }),
    );
    expect(plan.changes).toEqual([]);
  });
});

describe('A topic that was retitled', () => {
  it('takes new rows that say its new title, too', () => {
    const book = asRead(layoutWorkbook(load(SENT).framework, { base: SENT }));
    const retitled = withRows(book, 'Area A', rows => {
      const renamed = rows.map(row => ({
        ...row,
        cells: row.cells.map(cell => (cell.text === 'Topic T' ? { ...cell, text: 'Cables' } : cell)),
      }));
      const said = [['Functions', 5] as const, ['Cables', 6] as const, ['Mend cables.', 7] as const];
      const cells = said.map(([text, column]) => ({ column, text, kind: 'text' as const }));
      return [...renamed, { row: 0, hidden: false, cells }];
    });
    const plan = importReviews(load(SENT), [{ name: 'Ada', review: readReview(retitled) }]);
    expect(plan.changes).toMatchObject([
      { op: 'add', what: 'row', to: { topic: 't', after: 'r3' } },
      { op: 'set', what: 'topic', id: 't', field: 'title', after: 'Cables' },
    ]);
    expect(plan.problems).toEqual([]);
  });
});

describe('All sheets of a workbook, saved as CSV one by one', () => {
  const files = asRead(layoutWorkbook(load(SENT).framework, { base: SENT })).sheets.map(({ name, rows }) => {
    const width = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
    const lines = rows.map(({ cells }) => {
      const fields = Array<string>(width).fill('');
      for (const { column, text } of cells) fields[column - 1] = `"${text.replaceAll('"', '""')}"`;
      return fields.join(',');
    });
    return { name: `lo-${name}.csv`, text: lines.join('\n') };
  });
  const plan = (change: (text: string) => string, only = files) =>
    importReviews(
      load(SENT.replace('Order spare', 'Order more')),
      reviewersOf(
        only.map(({ name, text }) => ({ name, review: readCsv(change(text), name, load(SENT).framework) })),
        'Ada',
      ),
    );

  it('are one workbook: what has no table is left out, and the hidden sheet says what was sent', () => {
    const { changes, problems } = plan(text => text.replace('Check the cables', 'Check all cables'));
    expect(changes.map(change => 'row' in change && change.row)).toEqual(['r1']);
    expect([...new Set(problems.map(({ code }) => code))]).toEqual(['unknown-sheet']);
    expect(problems.map(({ place }) => place)).toContain('lo-Start here.csv');
  });

  it('without any table are said to have none', () => {
    const { problems } = plan(
      text => text,
      files.filter(({ name }) => /Start|details/.test(name)),
    );
    expect(problems.map(({ code }) => code)).toContain('no-table');
  });
});

it('A table with heads and no rows is told of, whichever its form', () => {
  for (const head of [HEADS, 'area_id,area,section,topic_id,topic,row_id,level,statement'])
    expect(imported({ 'a.csv': [head] }).problems.map(({ code }) => code)).toContain('empty-table');
});

describe('A row with an id that was not sent', () => {
  const book = (id: string, words?: string) => {
    const sent = asRead(layoutWorkbook(load(SENT).framework, { base: SENT }));
    const other = withRows(sent, 'Area A', rows =>
      rows.map((row, at) =>
        at > 0
          ? row
          : {
              ...row,
              cells: row.cells.map(cell =>
                cell.column === 1
                  ? { ...cell, text: id }
                  : cell.column === 7 && words
                    ? { ...cell, text: words }
                    : cell,
              ),
            },
      ),
    );
    return importReviews(load(SENT), [{ name: 'Ada', review: readReview(other) }]).problems;
  };

  it('is told of with what was made of it', () => {
    expect(book('r9', 'Quite other words.')).toEqual([
      { code: 'unknown-id', place: 'Area A!4', message: expect.stringContaining('taken for a new one') },
    ]);
    expect(book('r9')).toEqual([
      {
        code: 'unknown-id',
        place: 'Area A!4',
        message: expect.stringContaining('taken for row r1, which did not come back'),
      },
    ]);
  });
});
