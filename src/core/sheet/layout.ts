import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { areaSheet, TITLE_COLUMN } from './areaSheet.ts';
import type { Book, BookName, BookSheet } from './book.ts';
import { CellFinder } from './cellFinder.ts';
import { changeLines, changesSheet } from './changesSheet.ts';
import { detailsSheet } from './detailsSheet.ts';
import { findingCounts, findingsSheet, placedFindings } from './findingsSheet.ts';
import { type AlsoHere, frontSheet, versionLine } from './frontSheet.ts';
import { metaSheet, STAMP_PROPERTY } from './meta.ts';
import {
  areaAnchor,
  CHANGES_ANCHOR,
  CHANGES_SHEET,
  DETAILS_ANCHOR,
  DETAILS_SHEET,
  FINDINGS_ANCHOR,
  FINDINGS_SHEET,
  FRONT_ANCHOR,
  FRONT_SHEET,
  LISTS_SHEET,
  listName,
  META_SHEET,
  SheetNames,
} from './names.ts';
import { type LayoutOptions, sentOf, type TableArea, tableAreas, tableLevels } from './scope.ts';
import type { Sent } from './sent.ts';
import { tellingChanges } from './since.ts';
import { travellingBase } from './travelling.ts';

/** Tabs in turn, all dark enough for white and light enough for black words on them. */
const TAB_COLOURS = ['2E75B6', '548235', 'BF8F00', 'C55A11', '7B5EA7', '2F8F8B', '9C3D54'];
/** When a workbook is said to be made if nobody says; a fixed day, so that the same content gives the same bytes. */
const NO_DATE = '2000-01-01';

/**
 * The workbook for reviewing a framework: a front sheet, a sheet an area, levels and details, and hidden sheets
 * with the choices and with what an import needs to know. The same arguments give the same workbook.
 * @param framework a framework that was read whole
 */
export function layoutWorkbook(framework: Framework, options: LayoutOptions): Book {
  return atOnce(layingOutWorkbook(framework, options));
}

/** The same, in slices. */
export function* layingOutWorkbook(framework: Framework, options: LayoutOptions): Sliced<Book> {
  const names = new SheetNames();
  const frontName = names.take(FRONT_SHEET, '');
  const detailsName = names.take(DETAILS_SHEET, '');
  const listsName = names.take(LISTS_SHEET, '');
  const metaName = names.take(META_SHEET, '');
  const changesName = options.since && names.take(CHANGES_SHEET, '');
  const findings = placedFindings(framework, options.findings ?? [], options.scope);
  const findingsName = findings.length > 0 ? names.take(FINDINGS_SHEET, '') : undefined;
  const areas = tableAreas(framework, options.scope).map(table => ({
    ...table,
    sheet: names.take(table.shown, table.area.id),
  }));
  const levels = tableLevels(framework, options.scope);
  const footer = `${framework.details.title}, version ${framework.details.version}`;
  const finder = new CellFinder(areas, levels);
  const changed = options.since && (yield* tellingChanges(framework, options.since));
  const lines = changed ? changeLines(changed, options.scope) : [];
  const also: AlsoHere[] = [
    ...(changed && changesName
      ? [{ sheet: changesName, text: `${count(lines.length, 'change')} since ${changed.name}` }]
      : []),
    ...(findingsName === undefined ? [] : [{ sheet: findingsName, text: findingCounts(findings) }]),
    { sheet: detailsName, text: 'What the levels and sections mean, and what this version is' },
  ];
  yield;
  const front = frontSheet(frontName, framework, areas, levels, also, options);
  const changes = changed && changesName ? [changesSheet(changesName, changed, lines, finder, footer)] : [];
  const areaSheets: BookSheet[] = [];
  for (const [index, table] of areas.entries()) {
    yield;
    const look = {
      name: table.sheet,
      tabColour: TAB_COLOURS[index % TAB_COLOURS.length]!,
      footer: `${table.shown}  ·  ${footer}`,
      marks: changed?.mark,
    };
    areaSheets.push(areaSheet(table, levels, look));
  }
  yield;
  const found =
    findingsName === undefined ? [] : [findingsSheet(findingsName, framework, findings, finder, footer)];
  const details = detailsSheet(detailsName, framework);
  const lists = listsSheet(listsName, framework, areas);
  yield;
  const sent = sentOf(framework, areas, levels, options, {
    reading: [
      reading(FRONT_ANCHOR, front),
      ...changes.map(sheet => ({ ...reading(CHANGES_ANCHOR, sheet), table: true })),
      ...found.map(sheet => ({ ...reading(FINDINGS_ANCHOR, sheet), table: true })),
      reading(DETAILS_ANCHOR, details),
    ],
    notes: notesIn([front, ...changes, ...areaSheets, ...found, details]),
  });
  yield;
  const base = yield* travellingBase(framework, options.base);
  const meta = yield* metaSheet(metaName, sent, options.base, base);
  return {
    properties: {
      title: framework.details.title,
      subject: versionLine(framework),
      creator: framework.details.publisher ?? 'Framework Workbench',
      date: options.date ?? framework.details.date ?? NO_DATE,
      custom: new Map([[STAMP_PROPERTY, meta.stamp]]),
    },
    sheets: [front, ...changes, ...areaSheets, ...found, details, lists.sheet, meta.sheet],
    names: [
      anchor(FRONT_ANCHOR, frontName, 2, 2),
      anchor(DETAILS_ANCHOR, detailsName, 2, 2),
      ...changes.map(({ name }) => anchor(CHANGES_ANCHOR, name, 1, 1)),
      ...found.map(({ name }) => anchor(FINDINGS_ANCHOR, name, 1, 1)),
      ...areas.map(({ area, sheet }) => anchor(areaAnchor(area.id), sheet, TITLE_COLUMN, 1)),
      ...lists.names,
    ],
  };
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

function anchor(name: string, sheet: string, column: number, row: number): BookName {
  return { name, sheet, range: { top: row, left: column, bottom: row, right: column } };
}

function reading(name: string, sheet: BookSheet): Sent['reading'][number] {
  return {
    anchor: name,
    sheet: sheet.name,
    rows: sheet.rows.map(row => row.cells.map(cell => cell?.text ?? '')),
  };
}

/** The notes that are ours, each once: they are not a reviewer's when they come back. */
function notesIn(sheets: readonly BookSheet[]): string[] {
  const notes = new Set<string>();
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const cell of cells) if (cell?.note !== undefined) notes.add(cell.note);
  return [...notes];
}

/** A hidden sheet with a column for each list of choices. */
function listsSheet(
  name: string,
  framework: Framework,
  areas: readonly TableArea[],
): { sheet: BookSheet; names: BookName[] } {
  const unique = (titles: readonly string[]) => [...new Set(titles.filter(title => title !== ''))];
  const columns = [
    { list: listName('sections'), texts: unique(framework.sectionKinds.map(kind => kind.title)) },
    ...areas.map(({ area, rows }) => ({
      list: listName({ topicsOf: area.id }),
      texts: unique(rows.map(({ topic }) => topic.title ?? '')),
    })),
  ];
  const height = Math.max(0, ...columns.map(({ texts }) => texts.length));
  const sheet: BookSheet = {
    name,
    state: 'hidden',
    columns: columns.map(() => ({ width: 20 })),
    rows: Array.from({ length: height }, (_, row) => ({
      cells: columns.map(({ texts }) =>
        texts[row] === undefined ? undefined : { text: texts[row], style: 'meta' as const },
      ),
    })),
    print: { orientation: 'portrait', repeatRows: 0 },
  };
  const names = columns.map(({ list, texts }, index) => ({
    name: list,
    sheet: name,
    range: { top: 1, left: index + 1, bottom: Math.max(1, texts.length), right: index + 1 },
  }));
  return { sheet, names };
}
