import type { Style, Worksheet } from 'exceljs';
import { type CellRange, cellAddress, columnName } from '../core/sheet/address.ts';
import type { BookEmphasis, BookSheet } from '../core/sheet/book.ts';
import { colour, styleOf } from './writeStyles.ts';
import { escapeCellText } from './xmlText.ts';

/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
const A4 = 9;

/** Sets up everything of a sheet but its rows; of these only the notes. */
export function setUpSheet(target: Worksheet, sheet: BookSheet): void {
  if (sheet.tabColour !== undefined) target.properties.tabColor = colour(sheet.tabColour);
  setUpPage(target, sheet);
  sheet.columns.forEach(({ width, hidden, style }, index) => {
    const column = target.getColumn(index + 1);
    column.width = width;
    if (hidden) column.hidden = true;
    if (style) column.style = styleOf(style);
  });
  sheet.rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      if (cell?.note !== undefined) target.getCell(row + 1, column + 1).note = escapeCellText(cell.note);
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
