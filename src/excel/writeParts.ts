import type { Style, Worksheet } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import { type CellRange, cellAddress, columnName } from '../core/sheet/address.ts';
import type { Book, BookEmphasis, BookSheet } from '../core/sheet/book.ts';
import { heightOf } from './writeHeights.ts';
import { colour, richText, styleOf } from './writeStyles.ts';
import { escapeCellText } from './xmlText.ts';

/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
const A4 = 9;

/**
 * The parts of the Excel file as exceljs makes them: path → XML. Its own way to a file goes through streams and
 * a zip library; the steps of that way are called here one by one, so that neither is loaded.
 * @param onStep waited for between two pieces of the work
 */
export async function partsOf(book: Book, onStep: () => Promise<void>): Promise<Map<string, string>> {
  const workbook = new Workbook();
  const { title, subject, creator, date } = book.properties;
  const day = new Date(`${date}T00:00:00Z`);
  Object.assign(workbook, { title, subject, creator, lastModifiedBy: creator, created: day, modified: day });
  workbook.views = [
    { x: 0, y: 0, width: 28_800, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  for (const sheet of book.sheets) {
    fill(workbook.addWorksheet(sheet.name, { state: sheet.state }), sheet);
    await onStep();
  }

  const parts = new Map<string, string>();
  const collect = {
    append: (text: string, { name }: { readonly name: string }) => void parts.set(name, text),
  };
  const { xlsx, model } = workbook;
  await onStep();
  xlsx.prepareModel(model, {});
  await onStep();
  await xlsx.addContentTypes(collect, model);
  await xlsx.addOfficeRels(collect, model);
  await xlsx.addWorkbookRels(collect, model);
  for (const worksheet of model.worksheets ?? []) {
    await xlsx.addWorksheets(collect, { ...model, worksheets: [worksheet] });
    await onStep();
  }
  await xlsx.addSharedStrings(collect, model);
  await onStep();
  await xlsx.addThemes(collect, model);
  await xlsx.addStyles(collect, model);
  await xlsx.addApp(collect, model);
  await xlsx.addCore(collect, model);
  await xlsx.addWorkbook(collect, model);
  return parts;
}

function fill(target: Worksheet, sheet: BookSheet): void {
  if (sheet.tabColour !== undefined) target.properties.tabColor = colour(sheet.tabColour);
  setUpPage(target, sheet);
  sheet.columns.forEach(({ width, hidden, style }, index) => {
    const column = target.getColumn(index + 1);
    column.width = width;
    if (hidden) column.hidden = true;
    if (style) column.style = styleOf(style);
  });
  sheet.rows.forEach((shown, rowIndex) => {
    const row = target.getRow(rowIndex + 1);
    row.height = shown.height ?? heightOf(shown, sheet.columns);
    shown.cells.forEach((cell, columnIndex) => {
      if (!cell) return;
      const written = row.getCell(columnIndex + 1);
      if (cell.words) written.value = { richText: cell.words.map(part => richText(part, cell.style)) };
      else if (cell.text !== '') written.value = escapeCellText(cell.text);
      written.style = styleOf(cell.style);
      if (cell.note !== undefined) written.note = escapeCellText(cell.note);
    });
  });
  for (const choice of sheet.choices ?? []) addChoice(target, choice);
  (sheet.emphases ?? []).forEach(({ range, condition, look }, index) => {
    target.addConditionalFormatting({
      ref: rangeText(range),
      rules: [
        {
          type: 'expression',
          priority: index + 1,
          formulae: [condition],
          style: lookOf(look),
        },
      ],
    });
  });
}

function lookOf({ colour: letters, topLine, bottomLine }: BookEmphasis['look']): Partial<Style> {
  const line = (rgb: string) => ({ style: 'thin', color: colour(rgb) }) as const;
  return {
    ...(letters !== undefined && { font: { color: colour(letters) } }),
    ...((topLine !== undefined || bottomLine !== undefined) && {
      border: {
        ...(topLine !== undefined && { top: line(topLine) }),
        ...(bottomLine !== undefined && { bottom: line(bottomLine) }),
      },
    }),
  };
}

function setUpPage(target: Worksheet, sheet: BookSheet): void {
  const { freeze, filter, print } = sheet;
  const view = { showGridLines: false, zoomScale: 100 };
  target.views = freeze
    ? [
        {
          ...view,
          state: 'frozen',
          xSplit: freeze.columns,
          ySplit: freeze.rows,
          topLeftCell: cellAddress(freeze.columns + 1, freeze.rows + 1),
          activeCell: cellAddress(freeze.columns + 1, freeze.rows + 1),
        },
      ]
    : [{ ...view, state: 'normal' }];
  if (filter) target.autoFilter = rangeText(filter);
  target.pageSetup = {
    paperSize: A4,
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: print.onePage ? 1 : 0,
    horizontalCentered: true,
    margins: MARGINS,
  };
  target.headerFooter = { oddFooter: `&L&9${escapeFooter(print.footer ?? sheet.name)}&R&9&P / &N` };
}

/** `&` begins a code, and a digit after the font size would belong to it. */
function escapeFooter(text: string): string {
  const escaped = text.replaceAll('&', '&&').slice(0, 200);
  return /^\d/.test(escaped) ? ` ${escaped}` : escaped;
}

function addChoice(target: Worksheet, choice: NonNullable<BookSheet['choices']>[number]): void {
  // Not in the types of exceljs; its documented way, cell by cell, writes overlapping ranges.
  const { dataValidations } = target as Worksheet & {
    dataValidations: { add(range: string, validation: object): void };
  };
  dataValidations.add(rangeText(choice.range), {
    type: 'list',
    allowBlank: true,
    formulae: [choice.list],
    showErrorMessage: choice.strict,
    errorStyle: 'stop',
    errorTitle: choice.title,
    error: choice.message,
  });
}

function rangeText(range: CellRange): string {
  return `${columnName(range.left)}${range.top}:${columnName(range.right)}${range.bottom}`;
}
