// `npm run samples`: makes what is published about the sample draft (sampleRelease.ts), and
// samples/iteps-1.3-reviewed.xlsx, a workbook as a reviewer would return it. It is exported
// from the sample draft as any workbook is, and then edited as the reviewer would. The same draft gives the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { loadFramework, parseYaml } from '../src/core/index.ts';
import { layoutWorkbook } from '../src/core/reviewing.ts';
import { writeXlsx } from '../src/excel/index.ts';
import { root } from './lib/install.mjs';
import { sampleRelease } from './sampleRelease.ts';

type Book = ReturnType<typeof layoutWorkbook>;
type Row = Book['sheets'][number]['rows'][number];
type Cell = Row['cells'][number];

const RELEASE = 'framework/iteps-1.2.framework.yaml';
const DRAFT = 'samples/iteps-1.3-draft.framework.yaml';
const REVIEWER = 'Sam Sample';
const REVIEWED = 'samples/iteps-1.3-reviewed.xlsx';

/** What the reviewer does. Each finds its row by id, and fails where the draft no longer says what it takes out. */
const EDITS: readonly ((book: Book) => Book)[] = [
  reword('network-users-3', '1st', 'existing instruction maintain', 'existing instructions to maintain'),
  reword('procurement-functions-3', '1st', 'identify outline the', 'outline the'),
  reword('support-knowledge-2', '3rd', 'analysis is providing', 'analysis in providing'),
  addBelow(
    'procurement-functions-2',
    '1st',
    'Can compare what products cost over their life, energy included.',
  ),
  remove('behaviours-knowledge-8'),
  comment('health-safety-2', '2nd', 'Every activity? I would say: every activity with a real risk.'),
];

/**
 * The workbook as it came back.
 * @param text of the draft that it is made from
 * @throws Error if the draft has no such row or words
 */
export async function reviewedSample(text: string): Promise<Uint8Array> {
  const { framework, whole } = loadFramework(parseYaml(text));
  if (!whole) throw new Error(`${DRAFT} has errors: mend them first.`);
  const release = loadFramework(parseYaml(readFileSync(path.join(root, RELEASE), 'utf8')));
  const sent = layoutWorkbook(framework, {
    base: text,
    reviewer: REVIEWER,
    date: '2026-11-23',
    since: { name: `version ${release.framework.details.version}`, framework: release.framework },
  });
  return savedBy(REVIEWER, await writeXlsx(EDITS.reduce((book, edit) => edit(book), sent)));
}

/** What is ours when we write it is the reviewer's when the reviewer saves it. */
function savedBy(name: string, workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [part, bytes] of Object.entries(parts))
    if (/^xl\/comments\d*\.xml$|^docProps\/core\.xml$/.test(part))
      parts[part] = strToU8(
        strFromU8(bytes)
          .replaceAll(/(<author>)[^<]*/g, `$1${name}`)
          .replace(/(<cp:lastModifiedBy>)[^<]*/, `$1${name}`),
      );
  return zipSync(parts, { level: 6, mtime: '1980-01-01T00:00:00' });
}

/** Replaces the row that holds the statements of an id by other rows. */
function replaceRow(book: Book, id: string, by: (row: Row) => readonly Row[]): Book {
  let found = 0;
  const sheets = book.sheets.map(sheet => {
    const at = sheet.rows.findIndex(row => row.cells.some(cell => cell?.of?.row === id));
    if (at < 0) return sheet;
    found++;
    return { ...sheet, rows: sheet.rows.flatMap((row, index) => (index === at ? by(row) : [row])) };
  });
  if (found !== 1) throw new Error(`${DRAFT} has no row ${id} any more: change what the reviewer does.`);
  return { ...book, sheets };
}

function replaceCell(book: Book, id: string, level: string, by: (cell: NonNullable<Cell>) => Cell): Book {
  return replaceRow(book, id, row => [
    { ...row, cells: row.cells.map(cell => (cell?.of?.level === level ? by(cell) : cell)) },
  ]);
}

function reword(id: string, level: string, out: string, into: string): (book: Book) => Book {
  return book =>
    replaceCell(book, id, level, cell => {
      if (!cell.text.includes(out)) throw new Error(`Row ${id} at ${level} does not say "${out}" any more.`);
      return { ...cell, text: cell.text.replace(out, into) };
    });
}

function comment(id: string, level: string, note: string): (book: Book) => Book {
  return book => replaceCell(book, id, level, cell => ({ ...cell, note }));
}

function remove(id: string): (book: Book) => Book {
  return book => replaceRow(book, id, () => []);
}

/** A new row has no ids; the reviewer copied section and topic from the row above. */
function addBelow(id: string, level: string, text: string): (book: Book) => Book {
  const asNew = (cell: Cell): Cell => {
    if (!cell || cell.style === 'id') return undefined;
    if (!cell.of) return cell;
    return { text: cell.of.level === level ? text : '', style: 'statement' };
  };
  return book => replaceRow(book, id, row => [row, { cells: row.cells.map(asNew) }]);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = readFileSync(path.join(root, DRAFT), 'utf8');
  writeFileSync(path.join(root, REVIEWED), await reviewedSample(text));
  console.log(`${REVIEWED} was made from ${DRAFT}.`);
  for (const [file, data] of await sampleRelease()) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), data);
    console.log(`${file} was made.`);
  }
}
