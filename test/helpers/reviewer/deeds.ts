// What reviewers do with a workbook, one deed after the other.
import fc from 'fast-check';
import { blankRow, type Column, type Desk, type DeskRow, type DeskSheet, type Look } from './desk.ts';

/** One deed with all that it may need; `n`, `m` and `k` pick among what is there. */
export interface Deed {
  readonly name: keyof typeof DEEDS;
  readonly n: number;
  readonly m: number;
  readonly k: number;
  readonly text: string;
}

type Do = (desk: Desk, deed: Deed, nth: number) => void;

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
const levelsOf = (sheet: DeskSheet) => sheet.columns.filter(column => column.startsWith('='));

const onSheet =
  (act: (sheet: DeskSheet, deed: Deed, nth: number, desk: Desk) => void): Do =>
  (desk, deed, nth) => {
    const sheet = pick(desk.sheets, deed.n);
    if (sheet) act(sheet, deed, nth, desk);
  };

const onRow = (act: (row: DeskRow, sheet: DeskSheet, deed: Deed, nth: number, desk: Desk) => void): Do =>
  onSheet((sheet, deed, nth, desk) => {
    const row = pick(sheet.rows, deed.m);
    if (row) act(row, sheet, deed, nth, desk);
  });

/** What a person types into an inserted row is said nowhere else. */
const newWords = (text: string, nth: number) => `New ${nth}: ${text}`;

function copyOf(row: DeskRow): DeskRow {
  return { ...row, texts: new Map(row.texts), looks: new Map(row.looks), comments: [] };
}

function type(row: DeskRow, column: Column, text: string, look?: Look): void {
  row.texts.set(column, text);
  if (look) row.looks.set(column, look);
  else row.looks.delete(column);
}

/** What spreadsheet programs make of what is typed or pasted. */
const LOOKS: readonly (Look & { readonly text?: string })[] = [
  { kind: 'number', text: '0.5' },
  { kind: 'date', text: '2026-01-02' },
  { kind: 'boolean', text: 'TRUE' },
  { kind: 'error', text: '#N/A' },
  { kind: 'text', formula: 'E4&"…"' },
  { kind: 'richText' },
  { kind: 'richText', struck: 'data' },
  { link: 'https://example.org/elsewhere' },
];

const DEEDS = {
  type: onRow((row, sheet, { k, text }) => {
    const level = pick(levelsOf(sheet), k);
    if (level) type(row, level, text);
  }),
  typeOdd: onRow((row, sheet, { m, k, text }) => {
    const level = pick(levelsOf(sheet), k);
    const { text: shown = text, ...look } = pick(LOOKS, m)!;
    if (level) type(row, level, shown, look);
  }),
  clear: onRow((row, sheet, { k }) => {
    const level = pick(levelsOf(sheet), k);
    if (level) type(row, level, k % 2 ? '' : ' \n');
  }),
  clearRow: onRow((row, sheet) => {
    for (const level of levelsOf(sheet)) type(row, level, '');
  }),
  insert: onSheet((sheet, { m, k, text }, nth) => {
    const at = m % (sheet.rows.length + 1);
    const level = pick(levelsOf(sheet), k);
    const above = sheet.rows[at - 1] ?? sheet.rows[0];
    if (!level || !above) return;
    const texts = new Map<Column, string>([[level, newWords(text, nth)]]);
    for (const column of ['section', 'topic'] as const) {
      const said = above.texts.get(column);
      if (said !== undefined) texts.set(column, said);
    }
    sheet.rows.splice(at, 0, blankRow(texts));
  }),
  insertBare: onSheet((sheet, { m, k, text }, nth) => {
    const level = pick(levelsOf(sheet), k);
    if (!level || sheet.rows.length === 0) return;
    const at = 1 + (m % sheet.rows.length);
    sheet.rows.splice(at, 0, blankRow(new Map([[level, newWords(text, nth)]])));
  }),
  insertTopic: onSheet((sheet, { m, k, n, text }, nth) => {
    const level = pick(levelsOf(sheet), k);
    const section = pick(sheet.rows, n)?.texts.get('section');
    if (!level || !section) return;
    // Two rows may be put under one new topic.
    const topic = `New topic ${n % 2}`;
    const texts = new Map<Column, string>([
      ['section', section],
      ['topic', topic],
      [level, newWords(text, nth)],
    ]);
    sheet.rows.splice(m % (sheet.rows.length + 1), 0, blankRow(texts));
  }),
  delete: onRow((row, sheet) => {
    sheet.rows.splice(sheet.rows.indexOf(row), 1);
  }),
  copy: onRow((row, sheet, { k }) => {
    sheet.rows.splice(k % (sheet.rows.length + 1), 0, copyOf(row));
    sheet.shuffled = true;
  }),
  copyAndType: onRow((row, sheet, { k, text }, nth) => {
    const made = copyOf(row);
    const level = pick(levelsOf(sheet), k);
    if (!level) return;
    type(made, level, newWords(text, nth));
    sheet.rows.splice(sheet.rows.indexOf(row) + 1, 0, made);
  }),
  move: onRow((row, sheet, { k }) => {
    sheet.rows.splice(sheet.rows.indexOf(row), 1);
    sheet.rows.splice(k % (sheet.rows.length + 1), 0, row);
    sheet.shuffled = true;
  }),
  moveToSheet: onRow((row, sheet, { k }, _nth, desk) => {
    const other = pick(desk.sheets, k)!;
    sheet.rows.splice(sheet.rows.indexOf(row), 1);
    other.rows.splice(k % (other.rows.length + 1), 0, row);
    sheet.shuffled = true;
    other.shuffled = true;
  }),
  retopic: onRow((row, sheet, { k }) => {
    const like = pick(sheet.rows, k)!;
    for (const column of ['section', 'topic'] as const) {
      const said = like.texts.get(column);
      if (said === undefined) row.texts.delete(column);
      else row.texts.set(column, said);
    }
  }),
  retitle: onRow((row, sheet, _deed, nth) => {
    const [section, topic] = (['section', 'topic'] as const).map(column => row.texts.get(column));
    for (const each of sheet.rows)
      if (each.texts.get('section') === section && each.texts.get('topic') === topic)
        each.texts.set('topic', `Retitled ${nth}`);
  }),
  mistypeTopic: onRow((row, _sheet, _deed, nth) => {
    row.texts.set('topic', `No such topic ${nth}`);
  }),
  sort: onSheet((sheet, { k }) => {
    const column = pick(sheet.columns, k)!;
    const key = (row: DeskRow) => row.texts.get(column) ?? '\uffff';
    sheet.rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    sheet.shuffled = true;
  }),
  filter: onSheet((sheet, { k }) => {
    for (const [at, row] of sheet.rows.entries()) row.hidden = (at + k) % 3 === 0;
  }),
  comment: onRow((row, sheet, { k }, nth) => {
    row.comments.push({ column: pick(sheet.columns, k)!, text: `Said ${nth}` });
  }),
  converse: onRow((row, sheet, { k }, nth) => {
    const column = pick(sheet.columns, k)!;
    for (const author of ['Ben', 'Cleo'])
      row.comments.push({ column, text: `Said ${nth} by ${author}`, author });
  }),
  mergeLevels: onRow((row, sheet, { k }) => {
    const level = pick(levelsOf(sheet), k);
    if (level) row.mergedFrom = level;
  }),
  mergeTopics: onSheet(sheet => {
    sheet.mergesTopics = true;
  }),
  scribble: onRow((row, _sheet, { text }) => {
    row.stray = text;
  }),
  retitleArea: onSheet((sheet, { k }, nth) => {
    sheet.title = k % 4 === 0 ? '' : `Area retitled ${nth}`;
  }),
  orderColumns: onSheet((sheet, { m, k }) => {
    const [column] = sheet.columns.splice(m % sheet.columns.length, 1);
    sheet.columns.splice(k % (sheet.columns.length + 1), 0, column!);
  }),
  hideColumn: onSheet((sheet, { k }) => {
    sheet.hiddenColumns.add(pick(sheet.columns, k)!);
  }),
  deleteLevelColumn: onSheet((sheet, { k }) => {
    const level = pick(levelsOf(sheet), k);
    if (level && levelsOf(sheet).length > 1) sheet.columns.splice(sheet.columns.indexOf(level), 1);
  }),
  deleteIds: onSheet(sheet => {
    sheet.columns = sheet.columns.filter(column => column === 'section' || !(column in ID_COLUMNS));
  }),
  renameSheet: onSheet((sheet, _deed, nth) => {
    sheet.name = `Sheet ${nth}`;
  }),
  copySheet: onSheet((sheet, _deed, nth, desk) => {
    const rows = sheet.rows.map(copyOf);
    desk.sheets.push({ ...sheet, name: `Copy ${nth}`, columns: [...sheet.columns], rows });
  }),
  loseBase: (desk: Desk) => {
    desk.lostBase = true;
  },
  orderSheets: (desk: Desk, { n, m }: Deed) => {
    const [sheet] = desk.sheets.splice(n % (desk.sheets.length || 1), 1);
    if (sheet) desk.sheets.splice(m % (desk.sheets.length + 1), 0, sheet);
  },
  deleteSheet: (desk: Desk, { n }: Deed) => {
    desk.sheets.splice(n % (desk.sheets.length || 1), 1);
  },
} satisfies Record<string, Do>;

const ID_COLUMNS = { row: 1, topicId: 1, kind: 1, area: 1 };

/** What people do often. */
const OFTEN: readonly Deed['name'][] = [
  ...([
    'type',
    'type',
    'type',
    'clear',
    'insert',
    'insert',
    'insertBare',
    'insertTopic',
    'delete',
    'copyAndType',
  ] as const),
  ...(['move', 'sort', 'retopic', 'comment', 'filter', 'orderColumns', 'typeOdd'] as const),
];

/** A deed of a reviewer. @param texts what is typed */
export function deeds(texts: fc.Arbitrary<string>): fc.Arbitrary<Deed> {
  return fc.record({
    name: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...OFTEN) },
      { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(DEEDS) as Deed['name'][])) },
    ),
    n: fc.nat(1000),
    m: fc.nat(1000),
    k: fc.nat(1000),
    text: texts,
  });
}

/** Does what the deeds say, in their order. */
export function doAll(desk: Desk, list: readonly Deed[]): void {
  for (const [nth, deed] of list.entries()) DEEDS[deed.name](desk, deed, nth);
}
