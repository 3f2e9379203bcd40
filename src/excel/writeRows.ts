import type { Style } from 'exceljs';
import enums from 'exceljs/lib/doc/enums.js';
import type { Model } from 'exceljs/lib/doc/workbook.js';
import RowXform, { type CellModel } from 'exceljs/lib/xlsx/xform/sheet/row-xform.js';
import { columnName } from '../core/sheet/address.ts';
import type { BookCell, BookRow, BookSheet } from '../core/sheet/book.ts';
import { heightOf } from './writeHeights.ts';
import { richText, styleOf } from './writeStyles.ts';
import { escapeCellText } from './xmlText.ts';

const { Null, String: Plain, RichText } = enums.ValueType;
/** One for all, since exceljs looks up every style object that it has not seen. */
const NO_STYLE: Partial<Style> = {};

/**
 * The XML of a sheet's rows, row by row. exceljs makes it of plain data; its own objects for rows and cells, of which
 * there would be one a cell for as long as the workbook is written, are passed over.
 * @param model gives the numbers of styles and texts, and takes new ones
 */
export function* rowsXml(sheet: BookSheet, model: Model): Generator<string> {
  const xform = new RowXform();
  const columns = Array.from({ length: widest(sheet) }, (_, index) => columnName(index + 1));
  for (const [index, shown] of sheet.rows.entries()) {
    const cells = cellsOf(shown, index + 1, columns);
    const row = {
      number: index + 1,
      min: shown.cells.findIndex(cell => cell !== undefined) + 1,
      max: shown.cells.reduce((last, cell, at) => (cell ? at + 1 : last), 0),
      height: shown.height ?? heightOf(shown, sheet.columns),
      style: NO_STYLE,
      cells,
    };
    xform.prepare(row, model);
    const xml = xform.toXml(row);
    // exceljs marks every height as set by hand, so that a row would no longer grow with its text.
    yield shown.height === undefined ? xml.replace(' customHeight="1"', '') : xml;
  }
}

/** The cells from the first to the last of a sheet: `A1:H20`. */
export function dimensionOf(sheet: BookSheet): string {
  return `A1:${columnName(Math.max(1, widest(sheet)))}${Math.max(1, sheet.rows.length)}`;
}

function widest(sheet: BookSheet): number {
  return sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

function cellsOf(row: BookRow, number: number, columns: readonly string[]): CellModel[] {
  const cells: CellModel[] = [];
  row.cells.forEach((cell, index) => {
    if (cell)
      cells.push({ address: `${columns[index]}${number}`, style: styleOf(cell.style), ...written(cell) });
  });
  return cells;
}

function written({ text, words, style }: BookCell): Pick<CellModel, 'type' | 'value'> {
  if (words) return { type: RichText, value: { richText: words.map(part => richText(part, style)) } };
  return text === '' ? { type: Null } : { type: Plain, value: escapeCellText(text) };
}
