/** The parts of exceljs that the product loads: the workbook without the reader of the package's front door. */
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook, Xlsx } from 'exceljs';
  import type { RowModel } from 'exceljs/lib/xlsx/xform/sheet/row-xform.js';
  import type { CellText } from 'exceljs/lib/xlsx/xform/strings/shared-string-xform.js';

  /** Takes the text of a part of the file. */
  export interface Parts {
    append(text: string, part: { readonly name: string }): void;
  }

  /** The texts of cells, each once. */
  export interface Strings {
    /** How often they are used. */
    readonly count: number;
    /** @returns the number by which a cell refers to it */
    add(text: CellText): number;
  }

  export interface SheetModel {
    rows: RowModel[];
    /** `A1:H20` */
    dimensions: unknown;
  }
  /** A workbook as plain data. */
  export interface Model {
    worksheets: SheetModel[];
    /** There once the model is prepared. */
    sharedStrings: Strings;
    styles: object;
  }

  /** The steps of `Xlsx.write`, which its types leave out: each gives the text of some parts. */
  export interface XlsxSteps extends Xlsx {
    prepareModel(model: Model, options: object): void;
    addContentTypes(parts: Parts, model: Model): Promise<void>;
    addOfficeRels(parts: Parts, model: Model): Promise<void>;
    addWorkbookRels(parts: Parts, model: Model): Promise<void>;
    addWorksheets(parts: Parts, model: Model): Promise<void>;
    addThemes(parts: Parts, model: Model): Promise<void>;
    addStyles(parts: Parts, model: Model): Promise<void>;
    addApp(parts: Parts, model: Model): Promise<void>;
    addCore(parts: Parts, model: Model): Promise<void>;
    addWorkbook(parts: Parts, model: Model): Promise<void>;
  }

  // Its own type of `model` says less than is there.
  const LeanWorkbook: new () => Omit<Workbook, 'model' | 'xlsx'> & {
    readonly model: Model;
    readonly xlsx: XlsxSteps;
  };
  export default LeanWorkbook;
}

declare module 'exceljs/lib/doc/enums.js' {
  const enums: { readonly ValueType: Readonly<Record<'Null' | 'String' | 'RichText', number>> };
  export default enums;
}

declare module 'exceljs/lib/xlsx/xform/sheet/row-xform.js' {
  import type { Style } from 'exceljs';
  import type { Strings } from 'exceljs/lib/doc/workbook.js';
  import type { CellText } from 'exceljs/lib/xlsx/xform/strings/shared-string-xform.js';

  /** A cell as plain data. */
  export interface CellModel {
    address: string;
    /** One of `ValueType`. */
    type: number;
    value?: CellText;
    style: Partial<Style>;
  }
  export interface RowModel {
    number: number;
    /** Its first and last column. */
    min: number;
    max: number;
    height: number;
    style: Partial<Style>;
    cells: CellModel[];
  }

  /** Makes the XML of a row. */
  export default class RowXform {
    /** Notes in the row's cells by which numbers their styles and texts go. */
    prepare(row: RowModel, book: { readonly styles: object; readonly sharedStrings: Strings }): void;
    toXml(row: RowModel): string;
  }
}

declare module 'exceljs/lib/xlsx/xform/strings/shared-string-xform.js' {
  import type { RichText } from 'exceljs';

  /** A plain text, or one in runs that look different. */
  export type CellText = string | { readonly richText: readonly RichText[] };

  /** Makes the XML of a cell's text. */
  export default class SharedStringXform {
    toXml(text: CellText): string;
  }
}
