import { strToU8, type Zippable, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type Parts = Record<string, string | Uint8Array>;

/** The parts of an Excel file, packed as they are (`level` 0: not made smaller): path → text or bytes. */
export function pack(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = Object.create(null);
  for (const [name, content] of Object.entries({ ...contentTypes(parts), ...parts }))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level });
}

/** What LibreOffice goes by when it asks what a file is: the type of the part that is said to be the workbook. */
function contentTypes(parts: Parts): Parts {
  const [, main] =
    /Type="[^"]*\/officeDocument" Target="\/?([^"]*)"/.exec(String(parts['_rels/.rels'] ?? '')) ?? [];
  if (main === undefined) return {};
  const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${workbook}"/></Types>`,
  };
}

/** A part that ties others to its owner: id → last word of the type, and target. */
export function ties(relations: Record<string, readonly [string, string]>): string {
  const items = Object.entries(relations).map(
    ([id, [type, target]]) =>
      `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${TYPES}/${type}`}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${items.join('')}</Relationships>`;
}

/** A sheet with the given XML within `sheetData` and after it. */
export function sheetXml(data: string, after = '', before = ''): string {
  return `<worksheet xmlns="${MAIN}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
}

/** The parts of a workbook of one sheet called `S`; any part can be put in another's place or added. */
export function bookParts(sheet: string, more: Parts = {}): Parts {
  return {
    '_rels/.rels': ties({ a: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}"><sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': ties({
      s: ['worksheet', 'worksheets/sheet1.xml'],
      t: ['sharedStrings', 'sharedStrings.xml'],
      y: ['styles', 'styles.xml'],
    }),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
}

/** Shared strings, each given as the XML within its `si`. */
export function stringsXml(...strings: string[]): string {
  return `<sst xmlns="${MAIN}">${strings.map(string => `<si>${string}</si>`).join('')}</sst>`;
}

/** Styles with one cell format a number format code. */
export function stylesXml(...codes: string[]): string {
  const formats = codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`);
  const cells = codes.map((_, index) => `<xf numFmtId="${200 + index}" fontId="0"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${formats.join('')}</numFmts><fonts><font/></fonts><cellXfs><xf numFmtId="0" fontId="0"/>${cells.join('')}</cellXfs></styleSheet>`;
}
