import { describe, expect, it } from 'vitest';
import { toJson } from '../../../src/core/changes/json.ts';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import { ImportError, type ImportOptions } from '../../../src/core/review/sides.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import type { RawBook, RawRow, RawSheet } from '../../../src/core/sheet/raw.ts';
import { readCsv } from '../../../src/core/sheet/readCsv.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { editsTo } from '../../../src/core/write/writer.ts';
import { fileWith, load } from '../../helpers/loaded.ts';
import { asRead, withCell, withSheet } from '../sheet/rawBook.ts';

const SENT = fileWith(
  'id: r1\nstatements:\n  "0.5": Check cables.\n  1st: Repair cables.',
  'id: r2\nstatements:\n  "0.5": Label sockets.\n  2nd: Plan sockets.',
  'id: r3\nstatements:\n  1st: Order parts.',
);
const SHEET = 'Technical';

/** The workbook of a text as it comes back untouched. */
function returned(text = SENT): RawBook {
  return asRead(layoutWorkbook(load(text).framework, { base: text }));
}

type Row = { readonly id: string; readonly cells: Map<string, string> };

/** Edits the table as rows of texts under their heads. */
function edited(
  book: RawBook,
  change: (rows: Row[], row: (cells: Record<string, string>) => Row) => Row[],
): RawBook {
  return withSheet(book, SHEET, (sheet: RawSheet) => {
    const headAt = sheet.rows.findIndex(row => row.cells.some(cell => cell.text === 'Row id'));
    const heads = new Map(sheet.rows[headAt]!.cells.map(cell => [cell.column, cell.text]));
    const template = sheet.rows[headAt + 1]!;
    const rows = sheet.rows.slice(headAt + 1).map((row): Row => {
      const cells = new Map(row.cells.map(cell => [heads.get(cell.column) ?? '', cell.text]));
      return { id: cells.get('Row id') ?? '', cells };
    });
    const made = change(rows, cells => ({
      id: cells['Row id'] ?? '',
      cells: new Map(Object.entries(cells)),
    }));
    const raw = made.map((row, index): RawRow => {
      const cells = [...heads].flatMap(([column, head]) => {
        const text = row.cells.get(head);
        const like = template.cells.find(cell => cell.column === column) ?? template.cells[0]!;
        return text ? [{ ...like, column, text }] : [];
      });
      return { ...template, row: sheet.rows[headAt]!.row + 1 + index, cells };
    });
    return { ...sheet, rows: [...sheet.rows.slice(0, headAt + 1), ...raw] };
  });
}

function imported(book: RawBook, today = SENT, options: ImportOptions = {}) {
  return importReviews(load(today), [{ name: 'Ada', review: readReview(book) }], options);
}

const changesOf = (book: RawBook, today?: string, options?: ImportOptions) =>
  imported(book, today, options).changes.map(change => {
    const { kind, id, row, level, after } = toJson(change);
    return [kind, id ?? `${row}@${level}`, typeof after === 'string' ? after : ''].join(' ').trim();
  });

describe('A workbook that comes back', () => {
  it('untouched changes nothing and asks nothing', () => {
    const plan = imported(returned());
    expect(plan).toMatchObject({ changes: [], conflicts: [], questions: [], problems: [], settled: true });
  });

  it('gives back a reworded, an emptied and a filled cell', () => {
    const book = edited(returned(), rows => {
      rows[0]!.cells.set('1st line', 'Repair and replace cables.');
      rows[1]!.cells.set('2nd line', '');
      rows[2]!.cells.set('0.5 line', 'Count parts.');
      return rows;
    });
    expect(changesOf(book)).toEqual([
      'reworded r1@1st Repair and replace cables.',
      'removed r2@2nd',
      'added r3@0.5 Count parts.',
    ]);
  });

  it('puts a new row where it was inserted, with an id made from its words', () => {
    const book = edited(returned(), (rows, row) => [
      rows[0]!,
      row({ '1st line': 'Test cables.' }),
      rows[1]!,
      rows[2]!,
    ]);
    const [change] = imported(book).changes;
    expect(change).toMatchObject({
      op: 'add',
      what: 'row',
      to: { topic: 'devices', after: 'r1', before: 'r2' },
    });
    expect(imported(book).changes).toEqual(imported(book).changes);
    expect(change).toMatchObject({ id: expect.stringMatching(/^devices-[0-9a-f]{6}$/) });
  });

  it('adds a new row once, however often a table without a base is imported', () => {
    const head = 'area_id,area,section,topic_id,topic,row_id,level,statement';
    const table = `${head}\ntechnical,Technical,Functions,devices,Devices,,1st,Crimp plugs.\n`;
    const review = readCsv(table, 'table.csv');
    const first = importReviews(load(SENT), [{ name: 'Ada', review }]);
    expect(first.changes.map(change => toJson(change).kind)).toEqual(['added']);
    const today = applyEdits(SENT, editsTo(load(SENT), first.framework));
    expect(importReviews(load(today), [{ name: 'Ada', review }]).changes).toEqual([]);
  });

  it('keeps all of a topic that the file has lost meanwhile, if one row of it was edited, until that is decided', () => {
    const book = edited(returned(), rows => {
      rows[0]!.cells.set('1st line', 'Repair and replace cables.');
      return rows;
    });
    const today = SENT.slice(0, SENT.indexOf('        topics:')).concat('        topics: []\n');
    const plan = imported(book, today);
    expect(plan.settled).toBe(false);
    expect(plan.conflicts.map(({ id }) => id)).toEqual(['row:r1', 'topic:devices']);
    const answered = (side: string) =>
      changesOf(book, today, { answers: new Map(plan.conflicts.map(({ id }) => [id, side])) });
    expect(answered('the file')).toEqual([]);
    expect(answered('Ada')).toEqual(['added devices', 'added r1', 'added r2', 'added r3']);
  });

  it('takes all rows of a topic away where the answers say so, but for the one that was edited meanwhile', () => {
    const book = edited(returned(), () => []);
    const answers = new Map(['r1', 'r2', 'r3'].map(id => [`delete:${id}`, 'delete']));
    const today = SENT.replace('Order parts.', 'Order all parts.');
    const plan = imported(book, today, { answers });
    expect(plan.conflicts.map(({ id }) => id)).toEqual(['row:r3']);
    expect(plan.changes.map(change => toJson(change).kind)).toEqual(['removed', 'removed']);
  });

  it('asks about a row that is missing, and keeps it until the answer', () => {
    const book = edited(returned(), rows => [rows[0]!, rows[2]!]);
    const plan = imported(book);
    expect(plan.changes).toEqual([]);
    expect(plan.settled).toBe(false);
    expect(plan.questions).toMatchObject([
      { id: 'delete:r2', kind: 'deleted-row', row: 'r2', options: ['keep', 'delete'] },
    ]);
    const answers = new Map([['delete:r2', 'delete']]);
    expect(changesOf(book, SENT, { answers })).toEqual(['removed r2']);
    expect(imported(book, SENT, { answers }).settled).toBe(true);
  });

  it('withdraws a deleted row where the file supersedes a published version', () => {
    const next = SENT.replace('status: draft', 'status: draft\n  supersedes: "0.9"');
    const book = edited(returned(next), rows => [rows[0]!, rows[2]!]);
    expect(changesOf(book, next, { answers: new Map([['delete:r2', 'delete']]) })).toEqual(['withdrawn r2']);
  });

  it('takes a sorted sheet as it was, and a new order only when told so', () => {
    const book = edited(returned(), rows => [rows[2]!, rows[1]!, rows[0]!]);
    expect(imported(book)).toMatchObject({
      changes: [],
      settled: true,
      questions: [{ kind: 'order', default: 'keep' }],
    });
    const taken = imported(book, SENT, { answers: new Map([['order:technical (Ada)', 'take']]) });
    const rows = taken.framework.areas[0]!.sections[0]!.topics[0]!.rows;
    expect(rows.map(row => row.id)).toEqual(['r3', 'r2', 'r1']);
  });

  it('knows a row by its words when its id is lost', () => {
    const book = edited(returned(), rows => {
      rows[1]!.cells.delete('Row id');
      return rows;
    });
    expect(imported(book)).toMatchObject({ changes: [], questions: [] });
  });

  it('asks what a copied row with other words is, and ignores an exact copy', () => {
    const copy = (rows: Row[]) => ({ id: 'r1', cells: new Map(rows[0]!.cells) });
    expect(imported(edited(returned(), rows => [...rows, copy(rows)])).questions).toEqual([]);
    const other = edited(returned(), rows => {
      const made = copy(rows);
      made.cells.set('1st line', 'Replace cables.');
      return [...rows, made];
    });
    const [question] = imported(other).questions;
    expect(question).toMatchObject({ kind: 'copied-row', row: 'r1' });
    expect(changesOf(other, SENT, { answers: new Map([[question!.id, 'new-row']]) })).toEqual([
      expect.stringMatching(/^added devices-/),
    ]);
  });

  it('gives the words of a copied row whole where the question cuts them short', () => {
    const withWords = (words: string) =>
      imported(
        edited(returned(), rows => {
          const cells = new Map(rows[0]!.cells).set('1st line', words);
          return [...rows, { id: 'r1', cells }];
        }),
      ).questions;
    expect(withWords('Replace cables.')).toEqual([expect.not.objectContaining({ texts: expect.anything() })]);
    const long = `Replace cables ${'and sockets '.repeat(10)}`;
    const [one, other] = ['now.', 'later.'].map(end => withWords(long + end)[0]!);
    expect(one!.texts).toEqual([`Check cables. / ${long}now.`]);
    expect(other).toEqual({ ...one, texts: [`Check cables. / ${long}later.`] });
  });

  it('moves a row to the topic that its cell names', () => {
    const two = `${SENT}          - id: networks\n            title: Networks\n            rows: []\n`;
    const moved = edited(returned(two), rows => {
      rows[0]!.cells.set('Topic', 'Networks');
      return rows;
    });
    expect(imported(moved, two).changes).toMatchObject([
      { op: 'move', what: 'row', id: 'r1', to: { topic: 'networks' } },
    ]);
  });

  const titled = (title: string, of = 3) =>
    edited(returned(), rows => {
      for (const row of rows.slice(0, of)) row.cells.set('Topic', title);
      return rows;
    });

  it.each(['Equipment', 'devices'])('retitles a topic whose rows all say the same new title: %s', title => {
    expect(imported(titled(title)).changes).toMatchObject([
      { op: 'set', what: 'topic', id: 'devices', field: 'title', after: title },
    ]);
  });

  it('asks what is meant where some rows of a topic say a title that there is not', () => {
    const plan = imported(titled('Equipment', 1));
    expect(plan).toMatchObject({ changes: [], problems: [], settled: false });
    expect(plan.questions).toMatchObject([
      { kind: 'topic-title', options: ['keep', 'retitle', 'new-topic'], place: `${SHEET}!4` },
    ]);
    const { id } = plan.questions[0]!;
    const answered = (answer: string) =>
      imported(titled('Equipment', 1), SENT, { answers: new Map([[id, answer]]) });
    expect(answered('keep')).toMatchObject({ changes: [], problems: [], settled: true });
    expect(answered('retitle').changes).toMatchObject([
      { op: 'set', what: 'topic', id: 'devices', field: 'title', after: 'Equipment' },
    ]);
    expect(answered('new-topic').changes).toMatchObject([
      { op: 'add', what: 'topic', after: { title: 'Equipment' } },
      { op: 'move', what: 'row', id: 'r1' },
    ]);
  });

  it('asks as well where some say it in other capitals', () => {
    expect(imported(titled('DEVICES', 2)).questions).toMatchObject([
      { kind: 'topic-title', options: ['keep', 'retitle'] },
    ]);
  });
});

describe('Titles and deletions', () => {
  it('an area takes the title above its table, and keeps its own where that is gone', () => {
    const title = (text: string) => withCell(returned(), SHEET, 'E1', { text });
    expect(imported(title('Technology')).changes).toMatchObject([
      { op: 'set', what: 'area', id: 'technical', field: 'title', after: 'Technology' },
    ]);
    expect(imported(title('')).changes).toEqual([]);
    expect(imported(title('')).problems).toMatchObject([{ code: 'area-title-missing' }]);
  });

  it('a row that is gone from the file as well is not asked about', () => {
    const book = edited(returned(), rows => rows.filter((_, at) => at !== 1));
    expect(imported(book).questions).toMatchObject([{ kind: 'deleted-row', row: 'r2' }]);
    const today = SENT.replace(/ +- id: r2\n(?: {16}.*\n)+/, '');
    expect(today).not.toBe(SENT);
    expect(imported(book, today)).toMatchObject({ questions: [], conflicts: [], settled: true });
  });

  it('a row that is deleted from a workbook of some levels keeps what it says at the others', () => {
    const part = asRead(
      layoutWorkbook(load(SENT).framework, { base: SENT, scope: { levels: ['1st', '2nd'] } }),
    );
    const book = edited(part, rows => rows.filter(({ id }) => id === ''));
    const { questions } = imported(book);
    expect(questions.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      expect.stringMatching(/^r1: .*"Repair cables\."\)\. What it says at levels that were not/),
      expect.stringMatching(/^r2: .*"Plan sockets\."/),
      expect.stringMatching(/^r3: .*"Order parts\."\)\. Delete it, or keep it\?$/),
    ]);
    const answers = new Map(questions.map(({ id }) => [id, 'delete']));
    expect(changesOf(book, SENT, { answers }).sort()).toEqual([
      'removed r1@1st',
      'removed r2@2nd',
      'removed r3',
    ]);
  });

  it('a section that was emptied is kept, and that is said', () => {
    const book = edited(returned(), rows => {
      rows[0]!.cells.set('Section', '');
      return rows;
    });
    expect(imported(book)).toMatchObject({ changes: [], problems: [{ code: 'section-missing' }] });
  });

  it('only what was published is withdrawn, where that is known', () => {
    const next = SENT.replace('status: draft', 'status: draft\n  supersedes: "0.9"');
    const book = edited(returned(next), rows => [rows[0]!]);
    const answers = new Map([
      ['delete:r2', 'delete'],
      ['delete:r3', 'delete'],
    ]);
    const published = new Set(['r1', 'r2']);
    expect(changesOf(book, next, { answers, published }).sort()).toEqual(['removed r3', 'withdrawn r2']);
  });
});

describe('A workbook and a file that both changed', () => {
  const book = edited(returned(), rows => {
    rows[0]!.cells.set('1st line', 'Repair any cable.');
    return rows;
  });

  it('go together where they touch different cells', () => {
    const today = SENT.replace('Label sockets.', 'Label all sockets.');
    expect(changesOf(book, today)).toEqual(['reworded r1@1st Repair any cable.']);
  });

  it('conflict where they touch the same cell, and the answer decides', () => {
    const today = SENT.replace('Repair cables.', 'Repair broken cables.');
    const plan = imported(book, today);
    expect(plan).toMatchObject({
      changes: [],
      settled: false,
      conflicts: [
        { id: 'statement:r1@1st', base: 'Repair cables.', versions: [{ side: 'the file' }, { side: 'Ada' }] },
      ],
    });
    const answered = (side: string) =>
      changesOf(book, today, { answers: new Map([['statement:r1@1st', side]]) });
    expect(answered('Ada')).toEqual(['reworded r1@1st Repair any cable.']);
    expect(answered('the file')).toEqual([]);
  });

  it('of several reviewers, the order of the workbooks makes no difference', () => {
    const other = edited(returned(), (rows, row) => [...rows, row({ '0.5 line': 'Tidy up.' })]);
    const sides = [
      { name: 'Ada', review: readReview(book) },
      { name: 'Bob', review: readReview(other) },
    ];
    const plans = [sides, [...sides].reverse()].map(each => importReviews(load(SENT), each).framework);
    expect(plans[0]).toEqual(plans[1]);
  });
});

describe('What is for the maintainers only', () => {
  const PRIVATE = SENT.replace('- id: r2', '# Ask the board.\n              - id: r2').replace(
    'id: r1\n',
    'id: r1\n                note: Disputed.\n                x-owner: Jo\n',
  );

  it('is not in the workbook, and stays in the file', () => {
    const { base, stamp } = readReview(returned(PRIVATE));
    expect(base).not.toMatch(/Disputed|Jo|Ask the board/);
    expect(load(base!).whole).toBe(true);
    expect(stamp).toBe(readReview(returned(PRIVATE)).stamp);
    const book = edited(returned(PRIVATE), rows => {
      rows[0]!.cells.set('1st line', 'Repair any cable.');
      return rows;
    });
    expect(changesOf(book, PRIVATE)).toEqual(['reworded r1@1st Repair any cable.']);
    expect(changesOf(book, PRIVATE, { base: PRIVATE })).toEqual(['reworded r1@1st Repair any cable.']);
  });

  it('is no reason to keep a row that a reviewer deleted', () => {
    const book = edited(returned(PRIVATE), rows => rows.slice(1));
    const answers = new Map([['delete:r1', 'delete']]);
    expect(imported(book, PRIVATE, { answers })).toMatchObject({ conflicts: [], settled: true });
    expect(changesOf(book, PRIVATE, { answers })).toEqual(['removed r1']);
  });

  it('travels no less exactly where there is nothing of it', () => {
    expect(readReview(returned()).base).toBe(SENT);
  });
});

describe('What cannot be imported', () => {
  it('says so in a sentence', () => {
    const whole = { name: 'Ada', review: readReview(returned()) };
    const wrong = (run: () => unknown) => expect(run).toThrow(ImportError);
    wrong(() => importReviews(load(SENT.replace('id: r2', 'id: r1')), [whole]));
    wrong(() => importReviews(load(SENT.replace('id: sample', 'id: other')), [whole]));
    wrong(() => importReviews(load(SENT), [whole], { base: SENT.replace('Check', 'Look at') }));
  });
});
