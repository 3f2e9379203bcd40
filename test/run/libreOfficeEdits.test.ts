// LibreOffice itself makes each kind of edit that reviewers make: nothing is lost, and nothing is invented.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/install.mjs';
import type { Change } from '../../src/core/changes/change.ts';
import type { Row } from '../../src/core/model/types.ts';
import { type ImportPlan, importReviews } from '../../src/core/review/importReviews.ts';
import { reviewersOf } from '../../src/core/review/reviewersOf.ts';
import { layoutWorkbook } from '../../src/core/sheet/layout.ts';
import type { RawBook } from '../../src/core/sheet/raw.ts';
import { readCsv } from '../../src/core/sheet/readCsv.ts';
import { readReview } from '../../src/core/sheet/review.ts';
import { readWorkbook, writeXlsx } from '../../src/excel/index.ts';
import { load } from '../helpers/loaded.ts';
import { type Action, work } from './libreOffice.ts';

const SHEET = 'Technical Skills';
const text = readFileSync(path.join(root, 'samples/iteps-1.3-draft.framework.yaml'), 'utf8');
const draft = load(text);
const folder = mkdtempSync(path.join(tmpdir(), 'edits-'));
const file = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let sent: RawBook;

/** The number of the row with this id, as the spreadsheet shows it. */
function row(id: string): number {
  const found = sent.sheets
    .find(({ name }) => name === SHEET)!
    .rows.find(({ cells }) => cells[0]?.text === id);
  if (!found) throw new Error(`No row ${id}`);
  return found.row;
}

/** What is done, and what the import is to say: its changes, and the questions that it asks. */
interface Edit {
  readonly actions: () => Action[];
  readonly changes?: readonly string[];
  readonly questions?: readonly string[];
  /** Codes of what else is said. */
  readonly problems?: readonly string[];
  readonly notes?: readonly string[];
}

const type = (cell: () => string, typed: string): Action => ({
  do: 'type',
  sheet: SHEET,
  cell: cell(),
  text: typed,
});
/** A few of what spreadsheet programs make something else of. */
const TYPED = ['0.5', '1/2', '=1+1', 'TRUE', '1.10', '-', '@x', '007', '  lead'];

const EDITS: Record<string, Edit> = {
  nothing: { actions: () => [] },
  'sorts by a level': {
    actions: () => [{ do: 'sort', sheet: SHEET, column: 'H', from: row('devices-1') }],
    questions: ['order:technical-skills (Ada) = keep'],
  },
  'filters by a topic': {
    actions: () => [{ do: 'filter', sheet: SHEET, column: 'F', text: 'Network User Management' }],
  },
  'inserts a row and types into it': {
    actions: () => [
      { do: 'insertRow', sheet: SHEET, row: row('devices-3') },
      type(() => `H${row('devices-3')}`, 'Label every cable.'),
    ],
    changes: ['add row to devices-and-applications below devices-2: Label every cable.'],
  },
  'deletes a row': {
    actions: () => [{ do: 'deleteRow', sheet: SHEET, row: row('devices-3') }],
    questions: ['delete:devices-3'],
  },
  'copies a row': {
    actions: () => [{ do: 'copyRow', sheet: SHEET, row: row('devices-2'), above: row('devices-5') }],
    problems: ['copied-row'],
  },
  'copies a row and rewords the copy': {
    actions: () => [
      { do: 'copyRow', sheet: SHEET, row: row('devices-2'), above: row('devices-5') },
      type(() => `H${row('devices-5')}`, 'Something else.'),
    ],
    questions: ['copy:Technical Skills!8 (Ada)'],
    problems: ['copied-row'],
  },
  'moves a row within its topic': {
    actions: () => [{ do: 'moveRow', sheet: SHEET, row: row('devices-4'), above: row('devices-1') }],
    questions: ['order:technical-skills (Ada) = keep'],
  },
  'moves a column': {
    actions: () => [
      { do: 'moveColumn', sheet: SHEET, column: 'J', before: 'E' },
      { do: 'hideColumn', sheet: SHEET, column: 'H' },
    ],
  },
  'renames, moves and copies sheets': {
    actions: () => [
      { do: 'renameSheet', sheet: SHEET, to: 'Tech' },
      { do: 'renameSheet', sheet: 'Behaviours', to: SHEET },
      { do: 'moveSheet', sheet: 'Tech', to: 9 },
      { do: 'copySheet', sheet: 'Procurement', to: 'Procurement (mine)' },
    ],
    problems: ['copied-row'],
  },
  'types what programs make something else of': {
    actions: () => TYPED.map((typed, at) => type(() => `H${row('devices-1') + at}`, typed)),
    changes: TYPED.map(typed => `set statement at 1st: ${typed}`),
  },
  'empties cells and comments': {
    actions: () => [
      type(() => `H${row('devices-1')}`, ''),
      { do: 'comment', sheet: SHEET, cell: `I${row('devices-2')}`, text: 'Is this still so?' },
    ],
    changes: ['set statement at 1st: '],
    problems: ['comment'],
    notes: ['devices-2 2nd: Is this still so?'],
  },
  'changes topics and titles': {
    actions: () => [
      type(() => 'E1', 'Technical skills and more'),
      type(() => `F${row('devices-1')}`, 'Network User Management'),
    ],
    changes: ['move row to network-user-management: devices-1', 'set area title: Technical skills and more'],
  },
};

/** What is opened as OpenDocument, too, and saved as a workbook again. */
const BACK = [
  'sorts by a level',
  'copies a row and rewords the copy',
  'types what programs make something else of',
];

beforeAll(async () => {
  const bytes = await writeXlsx(layoutWorkbook(draft.framework, { base: text }));
  writeFileSync(file('sent.xlsx'), bytes);
  sent = await readWorkbook(bytes);
  work(
    Object.entries(EDITS).flatMap(([name, { actions }]): Action[] => [
      { do: 'open', path: file('sent.xlsx') },
      ...actions(),
      { do: 'save', path: file(`${name}.xlsx`) },
      { do: 'save', path: file(`${name}.ods`) },
      { do: 'save', path: file(`${name}.csv`) },
      ...(BACK.includes(name)
        ? [
            { do: 'open' as const, path: file(`${name}.ods`) },
            { do: 'save' as const, path: file(`${name} and back.xlsx`) },
          ]
        : []),
    ]),
  );
});

async function imported(name: string): Promise<ImportPlan> {
  const review = readReview(await readWorkbook(readFileSync(file(name))));
  return importReviews(draft, [{ name: 'Ada', review }]);
}

/** All sheets saved as CSV, as they come out of one workbook. */
function importedTables(name: string): ImportPlan {
  const files = readdirSync(folder).filter(each => each.startsWith(`${name}-`) && each.endsWith('.csv'));
  expect(files.length).toBeGreaterThan(7);
  const tables = files.map(each => ({
    name: each,
    review: readCsv(readFileSync(file(each), 'utf8'), each, draft.framework),
  }));
  return importReviews(draft, reviewersOf(tables, 'Ada'), { base: text });
}

function told(change: Change): string {
  if (change.op === 'set' && 'row' in change)
    return `set ${change.what} at ${change.level}: ${change.after ?? ''}`;
  if (change.op === 'set')
    return `set ${change.what} ${'field' in change ? change.field : ''}: ${change.after}`;
  if (change.op === 'add' && change.what === 'row') {
    const { statements } = change.after as Row;
    return `add row to ${change.to.topic} below ${change.to.after}: ${[...statements.values()].join()}`;
  }
  if (change.op === 'move' && change.what === 'row') return `move row to ${change.to.topic}: ${change.id}`;
  return JSON.stringify(change);
}

const asked = ({ questions }: ImportPlan) =>
  questions.map(({ id, default: kept }) => (kept === undefined ? id : `${id} = ${kept}`));

function expectEdit(
  plan: ImportPlan,
  { changes = [], questions = [], problems = [], notes = [] }: Edit,
): void {
  expect(plan.changes.map(told).sort()).toEqual([...changes].sort());
  expect(asked(plan)).toEqual(questions);
  expect([...new Set(plan.problems.map(({ code }) => code))]).toEqual(problems);
  expect(plan.notes.map(({ row, level, text }) => `${row} ${level}: ${text}`)).toEqual(notes);
  expect(plan.conflicts).toEqual([]);
}

test.each(Object.entries(EDITS))('a reviewer at LibreOffice %s', async (name, edit) => {
  expectEdit(await imported(`${name}.xlsx`), edit);
});

test.each(Object.entries(EDITS))('… saved as OpenDocument: %s', async (name, edit) => {
  expectEdit(await imported(`${name}.ods`), edit);
});

test.each(BACK)('… saved as OpenDocument and back: %s', async name => {
  expectEdit(await imported(`${name} and back.xlsx`), EDITS[name]!);
});

test.each(Object.entries(EDITS))('… as CSV, every sheet: %s', (name, { changes = [], questions = [] }) => {
  const plan = importedTables(name);
  expect(plan.changes.map(told).sort()).toEqual([...changes].sort());
  expect(asked(plan).map(id => id.replace(/copy:.*!/, 'copy:Technical Skills!'))).toEqual(questions);
});
