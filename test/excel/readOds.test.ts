import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/excel/limits.ts';
import { readWorkbook } from '../../src/excel/read.ts';
import { type Parts, pack } from './handMade.ts';

const NAMES = ['office', 'table', 'text', 'style', 'fo', 'draw', 'dc', 'meta', 'xlink', 'calcext', 'form'];
const XMLNS = NAMES.map(name => `xmlns:${name}="urn:${name}"`).join(' ');
const STYLES = [
  '<style:style style:name="gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>',
  '<style:style style:name="not" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>',
  '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>',
].join('');

/** The parts of a file with the given XML within its spreadsheet. */
function odsParts(spreadsheet: string, more: Parts = {}): Parts {
  return {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"/>',
    'content.xml': `<office:document-content ${XMLNS}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet>${spreadsheet}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  };
}

const table = (rows: string, attributes = 'table:name="S"') =>
  `<table:table ${attributes}>${rows}</table:table>`;
const cell = (inside: string, attributes = '') =>
  `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const read = (spreadsheet: string, more?: Parts) => readWorkbook(pack(odsParts(spreadsheet, more)));

async function cellsOf(rows: string): Promise<string[]> {
  const { sheets } = await read(table(rows));
  return sheets[0]!.rows.flatMap(({ row, cells }) =>
    cells.map(({ column, kind, text }) => `${String.fromCharCode(64 + column)}${row} ${kind} ${text}`),
  );
}

async function codeOf(parts: Parts, limits = LIMITS): Promise<string> {
  return readWorkbook(pack(parts), { limits }).then(
    () => 'read',
    error => error.code ?? String(error),
  );
}

describe('an OpenDocument spreadsheet', () => {
  test('is refused where a row is repeated to the end of the sheet', async () => {
    const parts = odsParts(
      table(
        row(cell('<text:p>x</text:p>') + cell('<text:p>x</text:p>')) +
          row(cell('<text:p>y</text:p>'), 'table:number-rows-repeated="300000"'),
      ),
    );
    await expect(readWorkbook(pack(parts))).rejects.toThrow(
      'delete those from S!2 on, which look filled down',
    );
  });

  test('holds texts with paragraphs, spaces, tabs and line ends as the format means them', async () => {
    const text =
      '<text:p>one<text:s text:c="2"/>two \n  three<text:tab/>x</text:p><text:p/><text:p>  a<text:span>b</text:span><text:line-break/>c<text:s/></text:p>';
    expect(await cellsOf(row(cell(text)))).toEqual(['A1 richText one  two three\tx\n\nab\nc ']);
  });

  test('holds numbers, dates, times, truth values and errors as a person reads them', async () => {
    const value = (type: string, more: string, said: string) =>
      cell(`<text:p>${said}</text:p>`, `office:value-type="${type}" ${more}`);
    const cells = [
      value('float', 'office:value="0.5"', '0,50'),
      value('percentage', 'office:value="0.5"', '50%'),
      value('date', 'office:date-value="2024-01-02"', '02.01.24'),
      value('date', 'office:date-value="2024-01-02T10:30:00"', 'x'),
      value('time', 'office:time-value="PT09H05M00S"', 'x'),
      value('boolean', 'office:boolean-value="false"', 'FALSCH'),
      value('string', 'calcext:value-type="error" table:formula="of:=1/0"', '#DIV/0!'),
      cell('', 'office:value-type="string" office:string-value="kept"'),
    ];
    expect(await cellsOf(row(cells.join('')))).toEqual([
      'A1 number 0,50',
      'B1 number 50%',
      'C1 date 2024-01-02',
      'D1 date 2024-01-02 10:30',
      'E1 date 09:05',
      'F1 boolean FALSE',
      'G1 error #DIV/0!',
      'H1 text kept',
    ]);
  });

  test('says what is a formula, a link, struck out, merged or hidden', async () => {
    const cells = [
      cell('<text:p>3</text:p>', 'table:formula="of:=1+2" office:value-type="float"'),
      cell('<text:p>see <text:a xlink:href="https://example.org/">here</text:a></text:p>'),
      cell('<text:p>old</text:p>', 'table:style-name="gone" table:number-columns-spanned="2"'),
      '<table:covered-table-cell/>',
      cell(
        '<text:p><text:span text:style-name="gone">no</text:span><text:span text:style-name="not">yes</text:span></text:p>',
      ),
    ];
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>';
    const { sheets } = await read(
      table(
        columns + row(cells.join(''), 'table:visibility="filter"'),
        'table:name="S" table:style-name="away"',
      ),
    );
    expect(sheets).toEqual([
      {
        name: 'S',
        state: 'hidden',
        merges: [{ top: 1, left: 3, bottom: 1, right: 4 }],
        hiddenColumns: [{ first: 3, last: 3 }],
        rows: [
          {
            row: 1,
            hidden: true,
            cells: [
              { column: 1, text: '3', kind: 'number', formula: 'of:=1+2' },
              { column: 2, text: 'see here', kind: 'text', link: 'https://example.org/' },
              { column: 3, text: 'old', kind: 'text', struck: 'old' },
              { column: 5, text: 'noyes', kind: 'richText', struck: 'no' },
            ],
          },
        ],
      },
    ]);
  });

  test('has comments with author and date, and texts that are none of its cells', async () => {
    const said = (by: string) =>
      `<office:annotation>${by}<dc:date>2026-11-23T10:00:00</dc:date><text:p>Why</text:p><text:p>so?</text:p></office:annotation>`;
    const { sheets, passedOver } = await read(
      `<table:tracked-changes><table:table-cell><text:p>no</text:p></table:table-cell></table:tracked-changes><table:content-validations><table:help-message><text:p>no</text:p></table:help-message></table:content-validations>${table(
        `<table:shapes><draw:frame><text:p>no</text:p></draw:frame></table:shapes><table:table-source xlink:href="x"/>${row(
          cell(`${said('<dc:creator>Kim</dc:creator>')}<text:p>x</text:p>`) +
            cell(said('')) +
            cell(
              '<draw:frame><text:p>no</text:p></draw:frame><text:p>y<text:ruby><text:ruby-base>z</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby></text:p>',
            ),
        )}`,
      )}`,
      { 'Basic/script-lc.xml': '<x/>' },
    );
    const date = '2026-11-23T10:00:00';
    expect(sheets[0]!.rows[0]!.cells).toEqual([
      { column: 1, text: 'x', kind: 'text', comments: [{ text: 'Why\nso?', author: 'Kim', date }] },
      { column: 2, text: '', kind: 'empty', comments: [{ text: 'Why\nso?', date }] },
      { column: 3, text: 'yz', kind: 'text' },
    ]);
    expect(passedOver).toEqual(['The workbook holds macros.', 'The workbook refers to other workbooks.']);
  });

  test('repeats rows and cells, empty ones without number', async () => {
    const rows = [
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="5"'),
      row(
        `<table:table-cell/>${cell('<text:p>x</text:p>', 'table:number-columns-repeated="2"')}`,
        'table:number-rows-repeated="2"',
      ),
      row(
        '<table:table-cell table:number-columns-repeated="16384"/>',
        'table:number-rows-repeated="1048569"',
      ),
    ];
    expect(await cellsOf(rows.join(''))).toEqual(['B6 text x', 'C6 text x', 'B7 text x', 'C7 text x']);
  });

  test('has names, properties, and who saved it when', async () => {
    const name = (name: string, address: string) =>
      `<table:named-range table:name="${name}" table:cell-range-address="${address}"/>`;
    const book = await read(
      `${table(row(cell('<text:p>x</text:p>')) + name('own', '$S.$A$1'))}<table:named-expressions>${name('a', "$'A ''b'''.$A$1")}${name('b', '$S.$A$1:.$B$2')}${name('c', "$'x.y'.$A$1:$'x.y'.$B$2")}</table:named-expressions>`,
      {
        'meta.xml':
          '<office:document-meta><office:meta><meta:user-defined meta:name="__proto__">p</meta:user-defined><dc:creator>Kim</dc:creator><dc:date>2026-11-23</dc:date></office:meta></office:document-meta>',
      },
    );
    expect(book).toMatchObject({ form: 'ods', savedBy: 'Kim', savedAt: '2026-11-23' });
    expect([...book.custom]).toEqual([['__proto__', 'p']]);
    expect(book.names).toEqual([
      { name: 'own', refersTo: '$S.$A$1', scope: 'S' },
      { name: 'a', refersTo: "$'A ''b'''.$A$1" },
      { name: 'b', refersTo: '$S.$A$1:$B$2' },
      { name: 'c', refersTo: "$'x.y'.$A$1:$B$2" },
    ]);
  });
});

describe('of OpenDocument files is refused', () => {
  const one = table(row(cell('<text:p>x</text:p>')));
  test.each<[string, string, Parts]>([
    ['nothing that is whole', 'read', odsParts(one)],
    [
      'a text',
      'not-a-workbook',
      {
        ...odsParts(''),
        'content.xml': '<office:document-content xmlns:office="o"><office:text/></office:document-content>',
      },
    ],
    ['one without sheets', 'damaged', odsParts('')],
    [
      'one with a password',
      'password-protected',
      odsParts(one, {
        'META-INF/manifest.xml':
          '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      }),
    ],
    ['one without its manifest', 'not-a-workbook', { 'content.xml': '<x/>' }],
    ['XML that ends too soon', 'damaged', odsParts('<table:table>')],
    ['a document type', 'unsafe', odsParts(one, { 'content.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' })],
    [
      'more rows than a sheet has',
      'damaged',
      odsParts(table(row('', 'table:number-rows-repeated="1048576"').repeat(2))),
    ],
    [
      'more columns than a sheet has',
      'damaged',
      odsParts(table(row('<table:table-cell table:number-columns-repeated="16384"/>'.repeat(2)))),
    ],
    ['a number of rows that is none', 'damaged', odsParts(table(row('', 'table:number-rows-repeated="-1"')))],
    [
      'a text that is repeated without end',
      'too-large',
      odsParts(
        table(
          row(
            cell('<text:p>x</text:p>', 'table:number-columns-repeated="16384"'),
            'table:number-rows-repeated="1048576"',
          ),
        ),
      ),
    ],
  ])('%s', async (_, code, parts) => {
    expect(await codeOf(parts)).toBe(code);
  });

  test('more cells than it may have', async () => {
    const parts = odsParts(table(row(cell('<text:p>x</text:p>').repeat(20))));
    expect(await codeOf(parts, { ...LIMITS, cells: 50 })).toBe('read');
    expect(await codeOf(parts, { ...LIMITS, cells: 30 })).toBe('too-large');
  });
});
