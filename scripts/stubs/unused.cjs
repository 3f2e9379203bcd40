'use strict';
// exceljs asks for a zip library, streams, a CSV library, dates, files and so on to read and write files by
// itself. Here it only makes the XML of a workbook's parts (src/excel/writeParts.ts), so this stands in for
// all of them in the bundles. A class may be extended while exceljs loads; to use one is a fault, and says so.
class Unused {
  constructor() {
    throw new Error('This part of exceljs is left out of the product: see scripts/stubs/unused.cjs.');
  }
}

module.exports = Object.assign(Unused, {
  EventEmitter: Unused,
  Duplex: Unused,
  PassThrough: Unused,
  SaxesParser: Unused,
  // exceljs gives dayjs its plugins as soon as its CSV part is loaded.
  extend: () => module.exports,
});
