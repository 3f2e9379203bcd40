import { type CellRange, MAX_COLUMNS, MAX_ROWS } from '../core/sheet/address.ts';
import type { RawBook, RawCell, RawComment, RawKind, RawName, RawRow, RawSheet } from '../core/sheet/raw.ts';
import { WorkbookError } from '../core/sheet/workbookError.ts';
import { isKnown } from './author.ts';
import { RowCount } from './countRows.ts';
import type { Limits } from './limits.ts';
import { type OdsText, OdsTextCollector } from './odsText.ts';
import { readOdsProperties } from './readOdsProperties.ts';
import { type Attributes, attribute, readXml, type XmlHandler } from './readXml.ts';
import { damaged, type ZipParts } from './readZip.ts';
import { tooMany, tooManyCells } from './tooLarge.ts';

/**
 * Reads an OpenDocument spreadsheet (.ods), as LibreOffice and Google Sheets write it, within the same limits as
 * an Excel file.
 * @throws WorkbookError in every case where it cannot be read as a whole
 */
export async function readOds(zip: ZipParts, limits: Limits): Promise<RawBook> {
  const reader = new OdsReader(limits);
  await readXml(zip, 'content.xml', reader);
  if (!reader.isSpreadsheet)
    throw new WorkbookError(
      'not-a-workbook',
      'The file is an OpenDocument file, but no spreadsheet: choose the workbook that the reviewer sent back.',
    );
  if (reader.sheets.length === 0) throw damaged('it has no sheets');
  const macros = zip.names().some(name => /^(?:Basic|Scripts)\//.test(name));
  return {
    form: 'ods',
    sheets: reader.sheets,
    names: reader.names,
    ...(await readOdsProperties(zip)),
    passedOver: [
      ...(macros ? ['The workbook holds macros.'] : []),
      ...(reader.refersOutside ? ['The workbook refers to other workbooks.'] : []),
    ],
  };
}

/** What holds cells or texts that are none of a sheet's own. */
const SKIPPED = new Set([
  'tracked-changes',
  'content-validations',
  'shapes',
  'forms',
  'dde-links',
  'database-ranges',
  'scenario',
  'frame',
]);

interface OpenCell {
  readonly column: number;
  readonly times: number;
  readonly attributes: Attributes;
  readonly comments: RawComment[];
}

class OdsReader implements XmlHandler {
  isSpreadsheet = false;
  refersOutside = false;
  readonly sheets: RawSheet[] = [];
  readonly names: RawName[] = [];
  readonly #struckStyles = new Set<string>();
  readonly #hiddenStyles = new Set<string>();
  readonly #text = new OdsTextCollector(this.#struckStyles);
  readonly #note = new OdsTextCollector(this.#struckStyles);
  readonly #mostSheets: number;
  #cellsLeft: number;
  readonly #rows: RowCount;
  #skipped = 0;
  #style = '';
  #sheet:
    | (RawSheet & { rows: RawRow[]; merges: CellRange[]; hiddenColumns: RawSheet['hiddenColumns'][number][] })
    | undefined;
  #row = 0;
  #rowTimes = 1;
  #rowHidden = false;
  #cells: RawCell[] = [];
  #column = 0;
  #cell: OpenCell | undefined;
  #annotation: { author: string; date: string; field: 'creator' | 'date' | undefined } | undefined;

  constructor(limits: Limits) {
    this.#mostSheets = limits.sheets;
    this.#cellsLeft = limits.cells;
    this.#rows = new RowCount(limits);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || (SKIPPED.has(name) && !this.#cell)) this.#skipped++;
    else if (this.#annotation) this.#openInAnnotation(name, attributes);
    else if (this.#cell) {
      if (name === 'annotation') this.#annotation = { author: '', date: '', field: undefined };
      else this.#text.open(name, attributes);
    } else if (name === 'spreadsheet') this.isSpreadsheet = true;
    else if (name === 'style') this.#style = attribute(attributes, 'name') ?? '';
    else if (name === 'text-properties' || name === 'table-properties') this.#openStyle(attributes);
    else if (name === 'table') this.#openSheet(attributes);
    else if (name === 'table-source') this.refersOutside = true;
    else if (name === 'table-column') this.#openColumn(attributes);
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
    else if (name === 'named-range') this.#addName(attributes);
  }

  text(piece: string): void {
    if (this.#skipped > 0) return;
    if (this.#annotation?.field === 'creator') this.#annotation.author += piece;
    else if (this.#annotation?.field === 'date') this.#annotation.date += piece;
    else if (this.#annotation) this.#note.text(piece);
    else if (this.#cell) this.#text.text(piece);
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--;
    else if (this.#annotation) this.#closeInAnnotation(name);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (this.#cell) this.#text.close(name);
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table' && this.#sheet) {
      this.sheets.push(this.#sheet);
      this.#sheet = undefined;
    }
  }

  #openStyle(attributes: Attributes): void {
    const line =
      attribute(attributes, 'text-line-through-style') ?? attribute(attributes, 'text-line-through-type');
    if (line !== undefined && line !== 'none') this.#struckStyles.add(this.#style);
    if (attribute(attributes, 'display') === 'false') this.#hiddenStyles.add(this.#style);
  }

  #openSheet(attributes: Attributes): void {
    if (this.sheets.length >= this.#mostSheets) throw tooMany('sheets');
    const style = attribute(attributes, 'style-name') ?? '';
    this.#sheet = {
      name: attribute(attributes, 'name') ?? '',
      state: this.#hiddenStyles.has(style) ? 'hidden' : 'visible',
      rows: [],
      merges: [],
      hiddenColumns: [],
    };
    this.#row = 0;
    this.#column = 0;
  }

  #openColumn(attributes: Attributes): void {
    const first = this.#column + 1;
    this.#column += repeated(attributes, 'number-columns-repeated', MAX_COLUMNS);
    const visibility = attribute(attributes, 'visibility') ?? 'visible';
    if (visibility !== 'visible') this.#sheet?.hiddenColumns.push({ first, last: this.#column });
  }

  #openRow(attributes: Attributes): void {
    this.#rowTimes = repeated(attributes, 'number-rows-repeated', MAX_ROWS);
    this.#rowHidden = (attribute(attributes, 'visibility') ?? 'visible') !== 'visible';
    this.#cells = [];
    this.#column = 0;
  }

  #closeRow(): void {
    const rows = this.#sheet?.rows ?? [];
    const times = this.#cells.length === 0 ? 0 : this.#rowTimes;
    this.#count(times * this.#cells.length);
    for (let nth = 1; nth <= times; nth++) {
      const row = { row: this.#row + nth, hidden: this.#rowHidden, cells: this.#cells };
      this.#rows.add(this.#sheet!.name, row);
      rows.push(row);
    }
    this.#row += this.#rowTimes;
    if (this.#row > MAX_ROWS)
      throw damaged(`the sheet ${this.#sheet?.name} has more rows than a sheet can have`);
  }

  #openCell(attributes: Attributes): void {
    this.#count(1);
    const times = repeated(attributes, 'number-columns-repeated', MAX_COLUMNS);
    this.#cell = { column: this.#column + 1, times, attributes, comments: [] };
    this.#column += times;
    if (this.#column > MAX_COLUMNS)
      throw damaged(`the sheet ${this.#sheet?.name} has more columns than a sheet can have`);
    const right = Number(attribute(attributes, 'number-columns-spanned') ?? '1');
    const down = Number(attribute(attributes, 'number-rows-spanned') ?? '1');
    if (right > 1 || down > 1)
      this.#sheet?.merges.push({
        top: this.#row + 1,
        left: this.#cell.column,
        bottom: Math.min(MAX_ROWS, this.#row + down || 1),
        right: Math.min(MAX_COLUMNS, this.#cell.column + right - 1 || 1),
      });
  }

  #closeCell(): void {
    const { column, times, attributes, comments } = this.#cell!;
    this.#cell = undefined;
    const said = this.#text.take();
    const formula = attribute(attributes, 'formula');
    const { text, kind } = shown(attributes, said);
    if (text === '' && formula === undefined && comments.length === 0) return;
    const style = attribute(attributes, 'style-name') ?? '';
    const struck = this.#struckStyles.has(style) ? text : (said?.struck ?? '');
    const made = {
      text,
      kind: text === '' ? ('empty' as const) : kind,
      ...(formula !== undefined && { formula }),
      ...(struck !== '' && { struck }),
      ...(said?.link !== undefined && { link: said.link }),
    };
    if (times > 1) this.#count(times);
    for (let nth = 0; nth < times; nth++)
      this.#cells.push({
        column: column + nth,
        ...made,
        ...(nth === 0 && comments.length > 0 && { comments }),
      });
  }

  #openInAnnotation(name: string, attributes: Attributes): void {
    if (name === 'creator' || name === 'date') this.#annotation!.field = name;
    else this.#note.open(name, attributes);
  }

  #closeInAnnotation(name: string): void {
    const { author, date, field } = this.#annotation!;
    if (field !== undefined) this.#annotation!.field = undefined;
    else if (name !== 'annotation') this.#note.close(name);
    else {
      const text = this.#note.take()?.text ?? '';
      this.#annotation = undefined;
      if (text.trim() !== '')
        this.#cell!.comments.push({
          text,
          ...(isKnown(author) && { author: author.trim() }),
          ...(date !== '' && { date }),
        });
    }
  }

  #addName(attributes: Attributes): void {
    const name = attribute(attributes, 'name') ?? '';
    // `$'A'.$A$1:.$B$2`: the second corner names no sheet here.
    const refersTo = (attribute(attributes, 'cell-range-address') ?? '').replace(
      /:[^:]*\.(?=[$A-Za-z0-9]+$)/,
      ':',
    );
    this.names.push({ name, refersTo, ...(this.#sheet && { scope: this.#sheet.name }) });
  }

  #count(cells: number): void {
    this.#cellsLeft -= cells;
    if (this.#cellsLeft < 0) throw tooManyCells();
  }
}

function repeated(attributes: Attributes, name: string, most: number): number {
  const times = Number(attribute(attributes, name) ?? '1');
  if (!(Number.isInteger(times) && times >= 1 && times <= most))
    throw damaged(`something stands ${times} times in it, which a sheet has no room for`);
  return times;
}

/** What a person reads in a cell. */
function shown(attributes: Attributes, said: OdsText | undefined): { text: string; kind: RawKind } {
  const value = (name: string) => attribute(attributes, name);
  const text = said?.text ?? value('string-value') ?? '';
  if (attributes['calcext:value-type'] === 'error') return { text, kind: 'error' };
  switch (attributes['office:value-type'] ?? value('value-type')) {
    case 'boolean':
      return { text: value('boolean-value') === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'date':
      return { text: isoDate(value('date-value') ?? text), kind: 'date' };
    case 'time':
      return { text: isoTime(value('time-value') ?? text), kind: 'date' };
    case 'float':
    case 'percentage':
    case 'currency':
      return { text: said?.text ?? value('value') ?? '', kind: 'number' };
    default:
      return { text, kind: said?.rich ? 'richText' : 'text' };
  }
}

/** `2024-01-02T10:30:00` → `2024-01-02 10:30`; a time of midnight is none. */
function isoDate(date: string): string {
  return date
    .replace(/T00:00:00(?:\.0+)?Z?$/, '')
    .replace(/:00(?:\.0+)?$/, '')
    .replace('T', ' ');
}

/** `PT10H30M00S` → `10:30`. */
function isoTime(time: string): string {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)/.exec(time) ?? [];
  if (hours === undefined) return time;
  return [hours, minutes, ...(Number(seconds) > 0 ? [seconds] : [])].join(':');
}
