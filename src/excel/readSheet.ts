import { type CellRange, MAX_COLUMNS, MAX_ROWS, parseAddress, parseRange } from '../core/sheet/address.ts';
import type { RawCell, RawKind, RawRow } from '../core/sheet/raw.ts';
import { WorkbookError } from '../core/sheet/workbookError.ts';
import type { RowCount } from './countRows.ts';
import { withoutEmpty } from './emptyCells.ts';
import { type RichString, StringCollector } from './readStrings.ts';
import { type CellStyle, NO_STYLE } from './readStyles.ts';
import { type Attributes, attribute, isTrue, readXml } from './readXml.ts';
import { damaged, type ZipParts } from './readZip.ts';
import { tooManyCells } from './tooLarge.ts';
import { unescapeCellText } from './xmlText.ts';

/** What the cells of every sheet refer to, and how many there may still be. */
export interface SheetContext {
  readonly strings: readonly RichString[];
  readonly styles: readonly CellStyle[];
  cellsLeft: number;
  readonly rows: RowCount;
  /** Cells that hold a number; what a person reads there is put in afterwards. */
  readonly numbers: NumberCell[];
}

export interface NumberCell {
  readonly cell: { text: string; kind: RawKind };
  readonly value: number;
  readonly format: CellStyle['format'];
}

export interface SheetContent {
  readonly rows: RawRow[];
  readonly merges: CellRange[];
  readonly hiddenColumns: { first: number; last: number }[];
  readonly links: { readonly range: CellRange; readonly relation?: string; readonly location?: string }[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** More merged cells or links than this are none that a person made. */
const MOST_RANGES = 100_000;

/** Reads the cells of a sheet, and what is said about them. */
export async function readSheet(
  zip: ZipParts,
  part: string,
  name: string,
  context: SheetContext,
): Promise<SheetContent> {
  const reader = new SheetReader(part, name, context);
  await readXml(zip, part, reader);
  return reader.content;
}

class SheetReader {
  readonly content: SheetContent = { rows: [], merges: [], hiddenColumns: [], links: [] };
  readonly #part: string;
  readonly #name: string;
  readonly #context: SheetContext;
  readonly #inline = new StringCollector();
  #row = 0;
  #rowHidden = false;
  #cells: RawCell[] = [];
  #sorted = true;
  #column = 0;
  #type = 'n';
  #style = NO_STYLE;
  #value: string | undefined;
  #formula: string | undefined;
  #collecting: 'v' | 'f' | 'is' | undefined;

  constructor(part: string, name: string, context: SheetContext) {
    this.#part = part;
    this.#name = name;
    this.#context = context;
  }

  shorten(piece: string): { text: string; elements: number } {
    const { text, cells, rows } = withoutEmpty(piece);
    this.#countCells(cells);
    return { text, elements: cells + rows };
  }

  open(name: string, attributes: Attributes): void {
    if (this.#collecting === 'is') this.#inline.open(name, attributes);
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 'is') {
      this.#collecting = name;
      this.#value = '';
    } else if (name === 'f') {
      this.#collecting = name;
      this.#formula = '';
    } else if (name === 'col') this.#openColumns(attributes);
    else if (name === 'mergeCell') this.#addRange(attributes, range => this.content.merges.push(range));
    else if (name === 'hyperlink') this.#openLink(attributes);
  }

  text(piece: string): void {
    if (this.#collecting === 'is') this.#inline.text(piece);
    else if (this.#collecting === 'v') this.#value += piece;
    else if (this.#collecting === 'f') this.#formula += piece;
  }

  close(name: string): void {
    if (name === this.#collecting) this.#collecting = undefined;
    else if (this.#collecting === 'is') this.#inline.close(name);
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  #openColumns(attributes: Attributes): void {
    if (!isTrue(attribute(attributes, 'hidden'))) return;
    const first = Number(attribute(attributes, 'min'));
    const last = Number(attribute(attributes, 'max'));
    this.content.hiddenColumns.push({ first, last });
  }

  #openLink(attributes: Attributes): void {
    const relation = attribute(attributes, 'id');
    const location = attribute(attributes, 'location');
    this.#addRange(attributes, range =>
      this.content.links.push({
        range,
        ...(relation !== undefined && { relation }),
        ...(location !== undefined && { location }),
      }),
    );
  }

  #openRow(attributes: Attributes): void {
    const stated = attribute(attributes, 'r');
    this.#row = stated === undefined ? this.#row + 1 : Number(stated);
    if (!(Number.isInteger(this.#row) && this.#row >= 1 && this.#row <= MAX_ROWS))
      throw damaged(`its part ${this.#part} has a row numbered ${stated}`);
    this.#rowHidden = isTrue(attribute(attributes, 'hidden'));
    this.#column = 0;
    this.#cells = [];
    this.#sorted = true;
  }

  #openCell(attributes: Attributes): void {
    this.#countCells(1);
    const stated = attribute(attributes, 'r');
    const address = stated === undefined ? undefined : parseAddress(stated);
    if (stated !== undefined && !address) throw damaged(`its part ${this.#part} has a cell called ${stated}`);
    const column = address ? address.column : this.#column + 1;
    if (column > MAX_COLUMNS) throw damaged(`its part ${this.#part} has more columns than a sheet can have`);
    if (column <= this.#column) this.#sorted = false;
    this.#column = column;
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = this.#context.styles[Number(attribute(attributes, 's') ?? '0')] ?? NO_STYLE;
    this.#value = undefined;
    this.#formula = undefined;
  }

  #countCells(count: number): void {
    this.#context.cellsLeft -= count;
    if (this.#context.cellsLeft < 0) throw tooManyCells();
  }

  #closeCell(): void {
    if (this.#value === undefined && this.#formula === undefined) return;
    const shown = this.#shown(this.#value ?? '');
    if (shown.text === '' && this.#formula === undefined) return;
    const kind = shown.text === '' ? 'empty' : shown.kind;
    const cell: Mutable<RawCell> = { column: this.#column, text: shown.text, kind };
    if (this.#formula !== undefined) cell.formula = this.#formula;
    if (shown.struck !== '') cell.struck = shown.struck;
    if (cell.kind === 'number')
      this.#context.numbers.push({ cell, value: Number(shown.text), format: this.#style.format });
    this.#cells.push(cell);
  }

  #shown(value: string): { text: string; kind: RawKind; struck: string } {
    const struckWhole = (text: string) => (this.#style.struck ? text : '');
    const rich = ({ text, rich, struck }: RichString): { text: string; kind: RawKind; struck: string } => ({
      text,
      kind: rich ? 'richText' : 'text',
      struck: struck || struckWhole(text),
    });
    const plain = (text: string, kind: RawKind) => ({ text, kind, struck: struckWhole(text) });
    switch (this.#type) {
      case 's': {
        const string = this.#context.strings[value.trim() === '' ? -1 : Number(value)];
        if (!string) throw damaged(`its part ${this.#part} refers to a text that is not there`);
        return rich(string);
      }
      case 'inlineStr':
        return rich(this.#inline.take());
      case 'str':
        return plain(unescapeCellText(value), 'text');
      case 'b':
        return plain(isTrue(value.trim()) ? 'TRUE' : 'FALSE', 'boolean');
      case 'e':
        return plain(value, 'error');
      case 'd':
        // A time of midnight is none.
        return plain(value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' '), 'date');
      default:
        return plain(value, value.trim() !== '' && Number.isFinite(Number(value)) ? 'number' : 'text');
    }
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    const cells = this.#sorted ? this.#cells : lastOfEach(this.#cells);
    const row = { row: this.#row, hidden: this.#rowHidden, cells };
    this.#context.rows.add(this.#name, row);
    this.content.rows.push(row);
  }

  #addRange(attributes: Attributes, add: (range: CellRange) => unknown): void {
    const range = parseRange(attribute(attributes, 'ref') ?? '');
    if (!range) return;
    add(range);
    if (this.content.merges.length + this.content.links.length > MOST_RANGES)
      throw new WorkbookError('too-large', 'The workbook has more merged cells and links than can be read.');
  }
}

function lastOfEach(cells: readonly RawCell[]): RawCell[] {
  return [...new Map(cells.map(cell => [cell.column, cell])).values()].sort((a, b) => a.column - b.column);
}
