import { absoluteRange, cellAddress, quoteSheet } from '../core/sheet/address.ts';
import type { Book, BookSheet } from '../core/sheet/book.ts';
import { OUR_AUTHOR } from '../core/sheet/names.ts';
import { notesDrawing } from './writeNotes.ts';
import { escapeCellText, escapeXml } from './xmlText.ts';

const CUSTOM_PART = 'docProps/custom.xml';
/** The set of properties that users may add to, as every office program names it. */
const CUSTOM_SET = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const CONTENT_TYPES = '[Content_Types].xml';
const ROOT_RELATIONS = '_rels/.rels';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Adds to what is about the workbook as a whole what exceljs cannot write, or writes so that LibreOffice loses it:
 * names, and properties of the file's own.
 * @param parts path → XML; changed in place
 */
export function finishBook(book: Book, parts: Map<string, string>): void {
  // What claims to be made by Excel is trusted to know how high each row is: LibreOffice would not measure them.
  edit(parts, 'docProps/app.xml', xml =>
    xml.replace(/<Application>.*?<\/Application>/, '<Application>Framework Workbench</Application>'),
  );
  edit(parts, 'xl/workbook.xml', xml =>
    put(
      xml.replace(/<fileVersion [^>]*\/>/, '').replace(/<definedNames>.*?<\/definedNames>/s, ''),
      definedNames(book),
      '<calcPr',
    ),
  );
  if (book.properties.custom.size > 0) addCustomProperties(book, parts);
}

/**
 * The same for a sheet: links within the workbook, the size and author of notes.
 * @param number the sheet's number, from 1 on
 */
export function finishSheet(sheet: BookSheet, number: number, parts: Map<string, string>): void {
  const links = hyperlinks(sheet);
  if (links)
    edit(parts, `xl/worksheets/sheet${number}.xml`, xml => put(xml, links, /<printOptions|<pageMargins/));
  const comments = `xl/comments${number}.xml`;
  if (!parts.has(comments)) return;
  edit(parts, comments, xml => xml.replace('<author>Author</author>', `<author>${OUR_AUTHOR}</author>`));
  parts.set(`xl/drawings/vmlDrawing${number}.vml`, notesDrawing(sheet, number));
}

function edit(parts: Map<string, string>, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name);
  if (xml === undefined) throw new Error(`exceljs made no ${name}`);
  parts.set(name, change(xml));
}

function put(xml: string, added: string, before: string | RegExp): string {
  const at = typeof before === 'string' ? xml.indexOf(before) : xml.search(before);
  if (at < 0) throw new Error(`exceljs made no ${before}`);
  return xml.slice(0, at) + added + xml.slice(at);
}

function definedNames(book: Book): string {
  const names: string[] = [];
  const add = (name: string, refersTo: string, attributes = '') =>
    names.push(`<definedName name="${name}"${attributes}>${escapeXml(refersTo)}</definedName>`);
  book.sheets.forEach((sheet, index) => {
    const own = ` localSheetId="${index}"`;
    // Without this name LibreOffice drops the filter when it saves.
    if (sheet.filter)
      add(
        '_xlnm._FilterDatabase',
        `${quoteSheet(sheet.name)}!${absoluteRange(sheet.filter)}`,
        `${own} hidden="1"`,
      );
    if (sheet.print.repeatRows > 0)
      add('_xlnm.Print_Titles', `${quoteSheet(sheet.name)}!$1:$${sheet.print.repeatRows}`, own);
  });
  for (const { name, sheet, range } of book.names)
    add(name, `${quoteSheet(sheet)}!${absoluteRange(range).replace(/^(.+):\1$/, '$1')}`);
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
}

function hyperlinks(sheet: BookSheet): string {
  const links: string[] = [];
  sheet.rows.forEach((row, rowIndex) => {
    row.cells.forEach((cell, columnIndex) => {
      if (!cell?.link) return;
      const target = escapeXml(`${quoteSheet(cell.link.sheet)}!${cell.link.cell}`);
      links.push(`<hyperlink ref="${cellAddress(columnIndex + 1, rowIndex + 1)}" location="${target}"/>`);
    });
  });
  return links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '';
}

function addCustomProperties(book: Book, parts: Map<string, string>): void {
  const properties = [...book.properties.custom].map(
    ([name, text], index) =>
      `<property fmtid="${CUSTOM_SET}" pid="${index + 2}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(escapeCellText(text))}</vt:lpwstr></property>`,
  );
  parts.set(
    CUSTOM_PART,
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
      `${properties.join('')}</Properties>`,
  );
  edit(parts, CONTENT_TYPES, xml =>
    put(
      xml,
      `<Override PartName="/${CUSTOM_PART}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`,
      '</Types>',
    ),
  );
  edit(parts, ROOT_RELATIONS, xml =>
    put(
      xml,
      `<Relationship Id="rIdCustom" Type="${RELATION}/custom-properties" Target="${CUSTOM_PART}"/>`,
      '</Relationships>',
    ),
  );
}
