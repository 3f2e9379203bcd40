/** The part of exceljs that the product loads: the workbook without the reader of the package's front door. */
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook, Xlsx } from 'exceljs';

  /** Takes the text of a part of the file. */
  interface Parts {
    append(text: string, part: { readonly name: string }): void;
  }
  type Model = Workbook['model'];

  /** The steps of `Xlsx.write`, which its types leave out: each gives the text of some parts. */
  interface XlsxSteps extends Xlsx {
    prepareModel(model: Model, options: object): void;
    addContentTypes(parts: Parts, model: Model): Promise<void>;
    addOfficeRels(parts: Parts, model: Model): Promise<void>;
    addWorkbookRels(parts: Parts, model: Model): Promise<void>;
    addWorksheets(parts: Parts, model: Model): Promise<void>;
    addSharedStrings(parts: Parts, model: Model): Promise<void>;
    addThemes(parts: Parts, model: Model): Promise<void>;
    addStyles(parts: Parts, model: Model): Promise<void>;
    addApp(parts: Parts, model: Model): Promise<void>;
    addCore(parts: Parts, model: Model): Promise<void>;
    addWorkbook(parts: Parts, model: Model): Promise<void>;
  }

  export default class extends Workbook {
    override readonly xlsx: XlsxSteps;
  }
}
