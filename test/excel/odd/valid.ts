// Files that are valid, or that spreadsheet programs open all the same, each with how it is made.
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { bookParts, type Parts, pack, stringsXml, stylesXml, ties } from '../handMade.ts';
import { book, inline, type Kind, one, oneCell, read, swap } from './kinds.ts';

const X = ['S!A1=x'];
const wholeRels = (more: Record<string, readonly [string, string]>) =>
  ties({
    s: ['worksheet', 'worksheets/sheet1.xml'],
    t: ['sharedStrings', 'sharedStrings.xml'],
    y: ['styles', 'styles.xml'],
    ...more,
  });
const sheetRels = (more: Record<string, readonly [string, string]>) => ({
  'xl/worksheets/_rels/sheet1.xml.rels': ties(more),
});

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = `${mark ? '\uFEFF' : ''}${text}`;
  return Uint8Array.from(
    Array.from({ length: units.length }, (_, at) => units.charCodeAt(at)).flatMap(unit =>
      little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );
}

/** As programs write that do not know a part's size before it is packed. */
function streamed(parts: Parts): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => chunks.push(chunk));
  for (const [name, content] of Object.entries(parts)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(typeof content === 'string' ? strToU8(content) : content, true);
  }
  zip.end();
  return Uint8Array.from(chunks.flatMap(chunk => [...chunk]));
}

function withComment(bytes: Uint8Array, comment: string): Uint8Array {
  const made = Uint8Array.from([...bytes, ...strToU8(comment)]);
  made[bytes.length - 2] = comment.length;
  return made;
}

const comments = (text: string) =>
  `<comments><authors><author>Kim</author></authors><commentList><comment ref="A1" authorId="0"><text>${text}</text></comment></commentList></comments>`;

const ODS = (table: string) => ({
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'META-INF/manifest.xml':
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
  'content.xml': `<office:document-content office:version="1.2" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
});

export const VALID: readonly Kind[] = [
  read('shared strings', ['S!A1=a', 'S!B1=b'], () =>
    book('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>', {
      'xl/sharedStrings.xml': stringsXml('<t>b</t>', '<t>a</t>'),
    }),
  ),
  read('inline strings', X, () => book(one())),
  read('strings of formulas', ['S!A1=x'], () =>
    book('<row r="1"><c r="A1" t="str"><f>T("x")</f><v>x</v></c></row>'),
  ),
  read('runs and phonetic guides', ['S!A1=one two'], () =>
    book('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
      'xl/sharedStrings.xml': stringsXml(
        '<r><t xml:space="preserve">one </t></r><r><rPr><b/></rPr><t>two</t></r><rPh sb="0" eb="1"><t>guide</t></rPh>',
      ),
    }),
  ),
  read('an extension in the table of strings', ['S!A1=a'], () =>
    swap(
      book('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
        'xl/sharedStrings.xml': stringsXml('<t>a</t>'),
      }),
      'xl/sharedStrings.xml',
      '</sst>',
      '<extLst><ext uri="u"><si><t>no</t></si></ext></extLst></sst>',
    ),
  ),
  read('prefixed names', ['S!A1=p'], () => {
    const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    return bookParts(
      `<x:worksheet ${main}><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      {
        'xl/workbook.xml': `<x:workbook ${main} xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="S" sheetId="1" q:id="s"/></x:sheets></x:workbook>`,
        'xl/sharedStrings.xml': `<x:sst ${main}><x:si><x:t>p</x:t></x:si></x:sst>`,
      },
    );
  }),
  read('parts of other names and places, with absolute targets', X, () => ({
    '_rels/.rels': ties({ a: ['officeDocument', '/Book/Main.xml'] }),
    'Book/Main.xml': String(bookParts('')['xl/workbook.xml']),
    'Book/_rels/Main.xml.rels': ties({ s: ['worksheet', '/Tables/One.xml'] }),
    'Tables/One.xml': oneCell,
  })),
  read(
    'names with backslashes and of other cases',
    X,
    () => ({
      '_rels/.rels': ties({ a: ['officeDocument', 'XL\\WORKBOOK.XML'] }),
      'xl\\workbook.xml': String(bookParts('')['xl/workbook.xml']),
      'xl\\_rels\\workbook.xml.rels': ties({ s: ['worksheet', 'Worksheets\\Sheet1.XML'] }),
      'xl\\worksheets\\sheet1.xml': oneCell,
    }),
    'it does not open them',
  ),
  ...(
    [
      ['little-endian UTF-16 with a mark', true, true],
      ['big-endian UTF-16 with a mark', false, true],
    ] as const
  ).map(([name, little, mark]) =>
    read(`a part in ${name}`, ['S!A1=é🙂'], () =>
      bookParts('', {
        'xl/worksheets/sheet1.xml': utf16(
          `<?xml version="1.0" encoding="UTF-16"?>${oneCell.replace('>x<', '>é🙂<')}`,
          little,
          mark,
        ),
      }),
    ),
  ),
  read('what later versions add', X, () =>
    book(
      one(),
      {},
      '<extLst><ext uri="u"><x14:c xmlns:x14="y" r="B1" t="inlineStr"><is><t>no</t></is></x14:c></ext></extLst>',
    ),
  ),
  read('no styles and no strings', X, () => book(one())),
  read('a validation over whole columns', X, () =>
    book(
      one(),
      {},
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
    ),
  ),
  read('a merge of the whole sheet', X, () =>
    book(one(), {}, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  ),
  read('merges that overlap', X, () =>
    book(one(), {}, '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:C3"/></mergeCells>'),
  ),
  read('hidden rows, columns and sheets', X, () =>
    book(
      `<row r="1" hidden="1">${inline('x')}</row>`,
      {},
      '',
      '<cols><col min="1" max="4" width="9" hidden="true"/></cols>',
    ),
  ),
  read('a filter that hides rows', ['S!A1=h', 'S!A2=x'], () =>
    book(
      `<row r="1">${inline('h')}</row><row r="2" hidden="1">${inline('x', 'A2')}</row>`,
      {},
      '<autoFilter ref="A1:A2"><filterColumn colId="0"><filters><filter val="y"/></filters></filterColumn></autoFilter>',
    ),
  ),
  read('a sheet that is a chart', X, () => {
    const parts = swap(
      book(one(), {
        'xl/chartsheets/c.xml':
          '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>',
      }),
      'xl/workbook.xml',
      '</sheets>',
      '<sheet name="C" sheetId="2" r:id="c"/></sheets>',
    );
    return { ...parts, 'xl/_rels/workbook.xml.rels': wholeRels({ c: ['chartsheet', 'chartsheets/c.xml'] }) };
  }),
  read('macros', X, () => ({
    ...book(one()),
    'xl/vbaProject.bin': 'x',
    'xl/_rels/workbook.xml.rels': wholeRels({
      v: ['http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
    }),
  })),
  read('links to other workbooks', X, () => ({
    ...book(one()),
    'xl/externalLinks/externalLink1.xml':
      '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
  })),
  read('a drawing that is missing', X, () =>
    book(one(), sheetRels({ d: ['drawing', '../drawings/gone.xml'] })),
  ),
  read('a table of strings that is named but missing', X, () => ({
    ...book(one()),
    'xl/_rels/workbook.xml.rels': wholeRels({}),
  })),
  read('comments where Excel puts them', X, () =>
    book(one(), {
      ...sheetRels({ c: ['comments', '../comments1.xml'] }),
      'xl/comments1.xml': comments('<r><t>Why?</t></r>'),
    }),
  ),
  read('comments where openpyxl puts them', X, () =>
    book(one(), {
      ...sheetRels({ c: ['comments', '/xl/comments/comment1.xml'] }),
      'xl/comments/comment1.xml': comments('<t>Why?</t>'),
    }),
  ),
  read('a conversation', X, () =>
    book(one(), {
      ...sheetRels({
        c: ['comments', '../comments1.xml'],
        t: [
          'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
          '../threadedComments/t.xml',
        ],
      }),
      'xl/comments1.xml': comments('<t>[Threaded comment]\n\nYour version …\n\nComment:\n    Why?</t>'),
      'xl/threadedComments/t.xml':
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" dT="2026-11-23T10:00:00.00" personId="{1}" id="{a}"><text>Why?</text></threadedComment></ThreadedComments>',
    }),
  ),
  read('cells without addresses', ['S!A1=a', 'S!B1=b'], () =>
    book('<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>'),
  ),
  read('cells in no order, one of them twice', ['S!A5=a', 'S!D5=z'], () =>
    book(`<row r="5">${inline('d', 'D5')}${inline('a', 'A5')}${inline('z', 'D5')}</row>`),
  ),
  read('names of everything and of nothing', X, () =>
    swap(
      book(one()),
      'xl/workbook.xml',
      '</sheets>',
      `</sheets><definedNames><definedName name="__proto__">'__proto__'!$A$1</definedName><definedName name="all">S!$1:$1048576</definedName><definedName name="dyn">OFFSET(S!$A$1,0,0,COUNTA(S!$A:$A),1)</definedName><definedName name="bad">#REF!</definedName></definedNames>`,
    ),
  ),
  read('sheets called like what objects have', ['__proto__!A1=x'], () =>
    swap(book(one()), 'xl/workbook.xml', 'name="S"', 'name="__proto__"'),
  ),
  read('properties called like what objects have', X, () =>
    book(one(), {
      '_rels/.rels': ties({
        a: ['officeDocument', 'xl/workbook.xml'],
        c: ['custom-properties', 'docProps/custom.xml'],
      }),
      'docProps/custom.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="__proto__"><vt:lpwstr>p</vt:lpwstr></property></Properties>',
    }),
  ),
  read('dates from 1904', ['S!A1=2024-01-02'], () =>
    swap(
      book('<row r="1"><c r="A1" s="1"><v>43831</v></c></row>', {
        'xl/styles.xml': stylesXml('yyyy\\-mm\\-dd'),
      }),
      'xl/workbook.xml',
      '<sheets>',
      '<workbookPr date1904="true"/><sheets>',
    ),
  ),
  read('dates in words', ['S!A1=2024-01-02'], () =>
    book('<row r="1"><c r="A1" t="d" s="1"><v>2024-01-02T00:00:00</v></c></row>', {
      'xl/styles.xml': stylesXml('yyyy\\-mm\\-dd'),
    }),
  ),
  read('truth values', ['S!A1=TRUE', 'S!B1=FALSE'], () =>
    book('<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>'),
  ),
  read('errors', ['S!A1=#N/A'], () => book('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>')),
  read('shares', ['S!A1=50%'], () =>
    book('<row r="1"><c r="A1" s="1"><v>0.5</v></c></row>', { 'xl/styles.xml': stylesXml('0%') }),
  ),
  read(
    'numbers with formats',
    ['S!A1=1.10'],
    () => book('<row r="1"><c r="A1" s="1"><v>1.1</v></c></row>', { 'xl/styles.xml': stylesXml('0.00') }),
    'it shows 1.1',
  ),
  read('a dimension of the whole sheet', X, () => book(one(), {}, '', '<dimension ref="A1:XFD1048576"/>')),
  read('entities, CDATA, comments and instructions', ['S!A1=<a> & b'], () =>
    book(
      `<!-- c --><?p i?><row r="1"><c r="A1" t="inlineStr"><is><t>&lt;a&#62; <![CDATA[& b]]></t></is></c></row>`,
    ),
  ),
  read('escapes of characters', ['S!A1=a_x0041_'], () => book(one('a_x005F_x0041_'))),
  read('blanks at the ends', ['S!A1=  x  '], () => book(one('  x  '))),
  read('links', X, () =>
    book(
      one(),
      {
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="l" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>',
      },
      '<hyperlinks><hyperlink ref="A1" r:id="l" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></hyperlinks>',
    ),
  ),
  { name: 'parts that are not packed', cells: X, make: () => pack(book(one()), 0) },
  {
    name: 'parts whose sizes stand behind them',
    cells: X,
    make: () => streamed(book(one())),
    unlikeLibreOffice: 'it does not open it',
  },
  { name: 'a word behind the zip', cells: X, make: () => withComment(pack(book(one())), 'made by hand') },
  {
    name: 'something before the zip',
    cells: X,
    make: () => Uint8Array.from([0x50, 0x4b, ...Array(58).fill(0), ...pack(book(one()))]),
    unlikeLibreOffice: 'it does not open it',
  },
  read('an OpenDocument file', ['S!A1=x'], () =>
    ODS(
      '<table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
    ),
  ),
  read('an OpenDocument file with repeated rows to the end', ['S!A2=x', 'S!B2=x'], () =>
    ODS(
      '<table:table table:name="S"><table:table-row><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
    ),
  ),
];
