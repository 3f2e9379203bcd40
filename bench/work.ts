// One piece of work, in a process of its own: `work.ts NAME ROWS [FILE]` prints what it took. What is written or
// read is there before the clock starts, and so are both programs.
import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import exceljs from 'exceljs';
import {
  applyEdits,
  editsTo,
  type Framework,
  LiveFile,
  type Loaded,
  loadFramework,
  parseYaml,
} from '../src/core/index.ts';
import type { Row } from '../src/core/model/types.ts';
import {
  checkingReceipt,
  importingReviews,
  layingOutChanges,
  layingOutWorkbook,
  layoutWorkbook,
  packedBase,
  readingReview,
} from '../src/core/reviewing.ts';
import type { Book } from '../src/core/sheet/book.ts';
import { inflateAside, readWorkbook, writeXlsx } from '../src/excel/index.ts';
import { styleOf } from '../src/excel/writeStyles.ts';
import { frameworkText } from './frameworks.ts';

const [name = '', rows = '74', file = ''] = process.argv.slice(2);
const text = frameworkText(Number(rows));
const { loaded } = new LiveFile(text);
const options = { base: text, date: '2026-01-01' };
const bookOf = (framework: Framework) => layoutWorkbook(framework, options);

/** Each gives what is to be done, after what it needs was made. */
const WORK: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
  export: async () => async () =>
    writeXlsx(await inSlices(layingOutWorkbook(loaded.framework, options)), { onStep: breathe }),
  exportBare: async () => {
    const book = bookOf(loaded.framework);
    return () => bare(book).xlsx.writeBuffer();
  },
  /** Makes the workbook that the other two read. */
  returned: async () => async () => writeFileSync(file, await returned()),
  /** An export is read back before it is kept. */
  receipt: async () => {
    const bytes = await writeXlsx(bookOf(loaded.framework));
    return async () => {
      const review = await understood(bytes);
      const [lost] = await inSlices(checkingReceipt(loaded, review));
      if (lost !== undefined) throw new Error(lost);
    };
  },
  import: async () => importInto(loaded),
  importEdited: async () => {
    const edited = everyFiftieth(loaded.framework, 25, 'As decided.');
    return importInto(loadFramework(parseYaml(applyEdits(text, editsTo(loaded, edited)))));
  },
  importBare: async () => {
    const bytes = new Uint8Array(readFileSync(file));
    return () => new exceljs.Workbook().xlsx.load(bytes.buffer);
  },
};

/** Lets others in, as the extension does. */
let since = 0;
async function breathe(): Promise<void> {
  if (performance.now() - since <= 20) return;
  await new Promise(done => setTimeout(done));
  since = performance.now();
}

async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/** What stands in a workbook; the workbook itself is not kept. */
async function understood(bytes: Uint8Array, into?: Loaded) {
  const book = await readWorkbook(bytes, { onStep: breathe });
  const packed = await inSlices(packedBase(book, into?.document));
  const unpacked = packed && (await inflateAside(packed, breathe));
  return inSlices(readingReview(book, { framework: into?.framework, file: into?.document, unpacked }));
}

/** @param into the file as it is now */
async function importInto(into: Loaded): Promise<() => Promise<unknown>> {
  const bytes = readFileSync(file);
  return async () => {
    const review = await understood(bytes, into);
    const plan = await inSlices(importingReviews(into, [{ name: 'Jo', review }]));
    if (plan.changes.length === 0) throw new Error('Nothing was imported.');
    const shown = {
      mode: 'preview',
      title: 'Import',
      from: { name: 'today', framework: into.framework },
      to: { name: 'Jo', framework: plan.framework },
      changes: plan.changes,
    } as const;
    return inSlices(layingOutChanges(shown));
  };
}

/** The framework with some words more in every fiftieth statement. */
function everyFiftieth(framework: Framework, first: number, words: string): Framework {
  let at = 0;
  const reworded = (row: Row): Row => {
    const statements = [...row.statements].map(
      ([level, said]) => [level, at++ % 50 === first ? `${said} ${words}` : said] as const,
    );
    return { ...row, statements: new Map(statements) };
  };
  const areas = framework.areas.map(area => ({
    ...area,
    sections: area.sections.map(section => ({
      ...section,
      topics: section.topics.map(topic => ({ ...topic, rows: topic.rows.map(reworded) })),
    })),
  }));
  return { ...framework, areas };
}

/** The same cells with the same styles, by exceljs and nothing else. */
function bare(book: Book): InstanceType<typeof exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  for (const sheet of book.sheets) {
    const target = workbook.addWorksheet(sheet.name, { state: sheet.state });
    sheet.columns.forEach(({ width }, index) => {
      target.getColumn(index + 1).width = width;
    });
    sheet.rows.forEach(({ cells }, at) => {
      const row = target.getRow(at + 1);
      cells.forEach((cell, column) => {
        if (!cell) return;
        const written = row.getCell(column + 1);
        if (cell.text !== '') written.value = cell.text;
        written.style = styleOf(cell.style);
      });
    });
  }
  return workbook;
}

/** A workbook that came back with some statements reworded. */
async function returned(): Promise<Uint8Array> {
  const book = bookOf(loaded.framework);
  let at = 0;
  const sheets = book.sheets.map(sheet => ({
    ...sheet,
    rows: sheet.rows.map(row => ({
      ...row,
      cells: row.cells.map(cell =>
        cell?.of && at++ % 50 === 0 ? { ...cell, text: `${cell.text} As agreed.` } : cell,
      ),
    })),
  }));
  return writeXlsx({ ...book, sheets });
}

const run = await WORK[name]!();
globalThis.gc?.();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
await new Promise(done => setTimeout(done, 5));
delay.reset();
since = performance.now();
const start = performance.now();
await run();
const time = performance.now() - start;
await new Promise(done => setTimeout(done, 5));
const memory = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ time, memory, block: delay.max / 1e6 }));
