import type { Framework } from '../model/types.ts';
import { areaSheet, TITLE_COLUMN } from './areaSheet.ts';
import type { Book, BookName, BookSheet } from './book.ts';
import { detailsSheet } from './detailsSheet.ts';
import { frontSheet, versionLine } from './frontSheet.ts';
import { metaSheet, STAMP_PROPERTY, stampOf } from './meta.ts';
import {
  areaAnchor,
  DETAILS_ANCHOR,
  DETAILS_SHEET,
  FRONT_ANCHOR,
  FRONT_SHEET,
  LISTS_SHEET,
  listName,
  META_SHEET,
  SheetNames,
} from './names.ts';
import { type LayoutOptions, sentOf, type TableArea, tableAreas, tableLevels } from './scope.ts';
import type { Sent } from './sent.ts';
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
  const names = new SheetNames();
  const frontName = names.take(FRONT_SHEET, '');
  const detailsName = names.take(DETAILS_SHEET, '');
  const listsName = names.take(LISTS_SHEET, '');
  const metaName = names.take(META_SHEET, '');
  const areas = tableAreas(framework, options.scope).map(table => ({
    ...table,
    sheet: names.take(table.shown, table.area.id),
  }));
  const levels = tableLevels(framework, options.scope);
  const footer = `${framework.details.title}, version ${framework.details.version}`;
  const front = frontSheet(frontName, framework, areas, levels, options);
  const details = detailsSheet(detailsName, framework);
  const lists = listsSheet(listsName, framework, areas);
  const tables = areas.map((table, index) =>
    areaSheet(table, levels, {
      name: table.sheet,
      tabColour: TAB_COLOURS[index % TAB_COLOURS.length]!,
      footer: `${table.shown}  ·  ${footer}`,
    }),
  );
  const sent = sentOf(framework, areas, levels, options, {
    reading: [reading(FRONT_ANCHOR, front), reading(DETAILS_ANCHOR, details)],
    notes: notesIn([front, ...tables, details]),
  });
  const stamp = stampOf(options.base);
  return {
    properties: {
      title: framework.details.title,
      subject: versionLine(framework),
      creator: framework.details.publisher ?? 'Framework Workbench',
      date: options.date ?? framework.details.date ?? NO_DATE,
      custom: new Map([[STAMP_PROPERTY, stamp]]),
    },
    sheets: [
      front,
      ...tables,
      details,
      lists.sheet,
      metaSheet(metaName, sent, stamp, travellingBase(framework, options.base)),
    ],
    names: [
      anchor(FRONT_ANCHOR, frontName, 2, 2),
      anchor(DETAILS_ANCHOR, detailsName, 2, 2),
      ...areas.map(({ area, sheet }) => anchor(areaAnchor(area.id), sheet, TITLE_COLUMN, 1)),
      ...lists.names,
    ],
  };
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
  const notes = sheets.flatMap(sheet =>
    sheet.rows.flatMap(row => row.cells.flatMap(cell => cell?.note ?? [])),
  );
  return [...new Set(notes)];
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
