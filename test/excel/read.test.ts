import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { RawSheet } from '../../src/core/sheet/raw.ts';
import { WorkbookError } from '../../src/core/sheet/workbookError.ts';
import { inflateAside } from '../../src/excel/inflateAside.ts';
import { LIMITS } from '../../src/excel/limits.ts';
import { readWorkbook } from '../../src/excel/read.ts';
import { bookParts, type Parts, pack, sheetXml, stringsXml, stylesXml, ties } from './handMade.ts';

async function sheetOf(parts: Parts): Promise<RawSheet> {
  const { sheets } = await readWorkbook(pack(parts));
  expect(sheets).toHaveLength(1);
  return sheets[0]!;
}

/** The cells of the first sheet as `A1 kind text`. */
async function cellsOf(parts: Parts): Promise<string[]> {
  const { rows } = await sheetOf(parts);
  return rows.flatMap(({ row, cells }) =>
    cells.map(({ column, kind, text }) => `${String.fromCharCode(64 + column)}${row} ${kind} ${text}`),
  );
}

async function codeOf(bytes: Uint8Array, limits = LIMITS): Promise<string> {
  const error = await readWorkbook(bytes, { limits }).then(
    () => 'read',
    (reason: unknown) => reason,
  );
  if (!(error instanceof WorkbookError)) return String(error);
  expect(error.message).toMatch(/^[A-Z].*\.$/);
  expect(error.message).not.toMatch(/\n|\bat \w+\.|undefined|NaN/);
  return error.code;
}

const inline = (text: string, reference = 'A1') =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const oneCell = sheetXml(`<row r="1">${inline('x')}</row>`);

describe('cells', () => {
  test('hold shared, inline and formula strings, with escapes of either case', async () => {
    const data = `<row r="1"><c r="A1" t="s"><v>0</v></c>${inline('b_x005f_x0041_', 'B1')}<c r="C1" t="str"><f>A1</f><v>c_x000a_</v></c></row>`;
    const parts = bookParts(sheetXml(data), {
      'xl/sharedStrings.xml': stringsXml('<t xml:space="preserve"> a_x005F_x000d_ </t>'),
    });
    const { rows } = await sheetOf(parts);
    expect(rows[0]?.cells).toEqual([
      { column: 1, text: ' a_x000d_ ', kind: 'text' },
      { column: 2, text: 'b_x0041_', kind: 'text' },
      { column: 3, text: 'c\n', kind: 'text', formula: 'A1' },
    ]);
  });

  test('of several runs are one text, without phonetic guides, and say what is struck out', async () => {
    const strings = stringsXml(
      '<r><t>one </t></r><r><rPr><b/></rPr><t>two</t></r><rPh sb="0" eb="1"><t>guide</t></rPh>',
      '<r><rPr><strike/></rPr><t>old</t></r><r><rPr><strike val="0"/></rPr><t> new</t></r>',
    );
    const parts = bookParts(sheetXml('<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'), {
      'xl/sharedStrings.xml': strings,
    });
    expect((await sheetOf(parts)).rows[0]?.cells).toEqual([
      { column: 1, text: 'one two', kind: 'richText' },
      { column: 2, text: 'old new', kind: 'richText', struck: 'old' },
    ]);
  });

  test('hold numbers, shares and dates as a person reads them', async () => {
    const cells = [
      ['0', '0.5'],
      ['0', '0.30000000000000004'],
      ['0', '100000'],
      ['1', '0.5'],
      ['2', '1.1'],
      ['3', '45293'],
      ['3', '45293.4375'],
      ['3', '0.4375'],
    ].map(
      ([style, value], index) =>
        `<c r="${String.fromCharCode(65 + index)}1" s="${style}"><v>${value}</v></c>`,
    );
    const parts = bookParts(sheetXml(`<row r="1">${cells.join('')}</row>`), {
      'xl/styles.xml': stylesXml('0%', '0.00', 'yyyy\\-mm\\-dd'),
    });
    expect(await cellsOf(parts)).toEqual([
      'A1 number 0.5',
      'B1 number 0.3',
      'C1 number 100000',
      'D1 number 50%',
      'E1 number 1.10',
      'F1 date 2024-01-02',
      'G1 date 2024-01-02 10:30',
      'H1 date 10:30',
    ]);
  });

  test('count their dates from 1904 where the workbook does', async () => {
    const parts = bookParts(sheetXml('<row r="1"><c s="1"><v>43831</v></c></row>'), {
      'xl/styles.xml': stylesXml('d/m/yy'),
    });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '<sheets>',
      '<workbookPr date1904="true"/><sheets>',
    );
    expect(await cellsOf(parts)).toEqual(['A1 date 2024-01-02']);
  });

  test('hold truth values, errors, ISO dates and formulas without a result', async () => {
    const data =
      '<row r="1"><c t="b"><v>1</v></c><c t="b"><f>FALSE()</f><v>false</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2024-01-02T00:00:00</v></c><c><f>1/0</f></c><c><v>abc</v></c></row>';
    expect(await cellsOf(bookParts(sheetXml(data)))).toEqual([
      'A1 boolean TRUE',
      'B1 boolean FALSE',
      'C1 error #N/A',
      'D1 date 2024-01-02',
      'E1 empty ',
      'F1 text abc',
    ]);
  });

  test('may lack addresses, stand in no order, or be there twice', async () => {
    const data = `<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row r="5">${inline('d', 'D5')}${inline('a', 'A5')}${inline('z', 'D5')}</row>`;
    expect(await cellsOf(bookParts(sheetXml(data)))).toEqual([
      'A1 text a',
      'B1 text b',
      'A5 text a',
      'D5 text z',
    ]);
  });

  test('that are struck out as a whole say so', async () => {
    const styles = stylesXml('@').replace('<font/>', '<font><strike/></font>');
    const { rows } = await sheetOf(
      bookParts(oneCell.replace('<c r', '<c s="1" r'), { 'xl/styles.xml': styles }),
    );
    expect(rows[0]?.cells[0]).toMatchObject({ text: 'x', struck: 'x' });
  });
});

describe('odd but valid files', () => {
  test('with prefixed names', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const parts = bookParts(sheet, {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="S" sheetId="1" q:id="s"/></x:sheets></x:workbook>',
      'xl/sharedStrings.xml': '<x:sst xmlns:x="m"><x:si><x:t>p</x:t></x:si></x:sst>',
    });
    expect(await cellsOf(parts)).toEqual(['A1 text p']);
  });

  test('with parts of other names and places, backslashes, absolute targets and other cases', async () => {
    const { '_rels/.rels': _, ...parts } = bookParts('', {});
    delete parts['xl/worksheets/sheet1.xml'];
    delete parts['xl/_rels/workbook.xml.rels'];
    delete parts['xl/workbook.xml'];
    expect(
      await cellsOf({
        ...parts,
        '_rels/.rels': ties({
          a: ['http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument', '/Book/Main.XML'],
        }),
        'book\\main.xml': String(bookParts('')['xl/workbook.xml']),
        'Book/_rels/Main.XML.rels': ties({ s: ['worksheet', '..\\Tables\\./One.xml'] }),
        'tables/one.xml': oneCell,
      }),
    ).toEqual(['A1 text x']);
  });

  test.each([
    ['little-endian with a mark', true, true],
    ['big-endian with a mark', false, true],
    ['little-endian without', true, false],
    ['big-endian without', false, false],
  ])('with a part in UTF-16, %s', async (_, little, mark) => {
    const text = `${mark ? '\uFEFF' : ''}<?xml version="1.0" encoding="UTF-16"?>${oneCell.replace('>x<', '>é🙂<')}`;
    const bytes = Uint8Array.from(
      Array.from({ length: text.length }, (_each, at) => text.charCodeAt(at)).flatMap(unit =>
        little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
      ),
    );
    expect(await cellsOf(bookParts('', { 'xl/worksheets/sheet1.xml': bytes }))).toEqual(['A1 text é🙂']);
  });

  test('with what later versions add, which is not taken for cells', async () => {
    const after =
      '<extLst><ext><x14:c xmlns:x14="y" r="B1" t="inlineStr"><is><t>no</t></is></x14:c></ext></extLst><mc:AlternateContent xmlns:mc="z"><mc:Choice><row r="9"><c><v>1</v></c></row></mc:Choice></mc:AlternateContent>';
    expect(await cellsOf(bookParts(sheetXml(`<row r="1">${inline('x')}</row>`, after)))).toEqual([
      'A1 text x',
    ]);
  });

  test('without styles, strings or anything else that no cell needs', async () => {
    expect(await cellsOf(bookParts(oneCell))).toEqual(['A1 text x']);
  });

  test('with a validation and a merge over whole columns, and overlapping merges', async () => {
    const after =
      '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:B2"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
    const sheet = await sheetOf(bookParts(sheetXml(`<row r="1">${inline('x')}</row>`, after)));
    expect(sheet.merges).toHaveLength(2);
    expect(sheet.rows).toHaveLength(1);
  });

  test('with hidden rows, columns and sheets', async () => {
    const parts = bookParts(
      sheetXml(
        `<row r="1" hidden="1">${inline('x')}</row>`,
        '',
        '<cols><col min="2" max="4" hidden="true"/><col min="5" max="5"/></cols>',
      ),
    );
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '<sheet ',
      '<sheet state="veryHidden" ',
    );
    expect(await sheetOf(parts)).toMatchObject({
      state: 'veryHidden',
      rows: [{ hidden: true }],
      hiddenColumns: [{ first: 2, last: 4 }],
    });
  });

  test('with a chart sheet, macros and links to other workbooks, which are passed over', async () => {
    const parts = bookParts(oneCell, {
      'xl/vbaProject.bin': 'x',
      'xl/externalLinks/externalLink1.xml': '<x/>',
      'xl/charts/c.xml': '<x/>',
    });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '</sheets>',
      '<sheet name="C" sheetId="2" r:id="c"/></sheets>',
    );
    parts['xl/_rels/workbook.xml.rels'] = ties({
      s: ['worksheet', 'worksheets/sheet1.xml'],
      c: ['chartsheet', 'charts/c.xml'],
    });
    const book = await readWorkbook(pack(parts));
    expect(book.sheets.map(({ name }) => name)).toEqual(['S']);
    expect(book.passedOver).toEqual([
      'The workbook holds macros.',
      'The workbook refers to other workbooks.',
      'The sheet C holds no cells (chartsheet).',
    ]);
  });
});

describe('what is said about cells', () => {
  const comments = (text: string) =>
    `<comments><authors><author>Kim</author></authors><commentList><comment ref="A1" authorId="0"><text>${text}</text></comment><comment ref="B7" authorId="0"><text><r><t>on nothing</t></r></text></comment></commentList></comments>`;

  test.each([
    ['where Excel puts them', '../comments1.xml', 'xl/comments1.xml'],
    ['where openpyxl puts them', '/xl/comments/comment1.xml', 'xl/comments/comment1.xml'],
  ])('are comments, %s', async (_, target, path) => {
    const parts = bookParts(oneCell, {
      'xl/worksheets/_rels/sheet1.xml.rels': ties({ c: ['comments', target] }),
      [path]: comments('<r><rPr><b/></rPr><t>Kim:</t></r><r><t xml:space="preserve">\nWhy?</t></r>'),
    });
    const { rows } = await sheetOf(parts);
    expect(rows).toEqual([
      {
        row: 1,
        hidden: false,
        cells: [{ column: 1, text: 'x', kind: 'text', comments: [{ text: 'Why?', author: 'Kim' }] }],
      },
      {
        row: 7,
        hidden: false,
        cells: [{ column: 2, text: '', kind: 'empty', comments: [{ text: 'on nothing', author: 'Kim' }] }],
      },
    ]);
  });

  test('are conversations, with who said what and when, in the place of the comment for older programs', async () => {
    const person = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
    const thread = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';
    const parts = bookParts(oneCell, {
      'xl/worksheets/_rels/sheet1.xml.rels': ties({
        c: ['comments', '../c.xml'],
        t: [thread, '../threadedComments/t.xml'],
      }),
      'xl/c.xml': comments('<t>[Threaded comment] …</t>'),
      'xl/threadedComments/t.xml':
        '<ThreadedComments><threadedComment ref="A1" dT="2026-11-23T10:00:00.00" personId="{1}" id="{a}"><text>Why?</text></threadedComment><threadedComment ref="A1" dT="2026-11-23T11:00:00.00" personId="{2}" parentId="{a}"><text>Because.</text></threadedComment></ThreadedComments>',
      'xl/persons/p.xml':
        '<personList><person displayName="Kim" id="{1}"/><person displayName="Alex" id="{2}"/></personList>',
    });
    parts['xl/_rels/workbook.xml.rels'] = ties({
      s: ['worksheet', 'worksheets/sheet1.xml'],
      p: [person, 'persons/p.xml'],
    });
    const { rows } = await sheetOf(parts);
    expect(rows[0]?.cells[0]?.comments).toEqual([
      { text: 'Why?', author: 'Kim', date: '2026-11-23T10:00:00.00' },
      { text: 'Because.', author: 'Alex', date: '2026-11-23T11:00:00.00' },
    ]);
  });

  test('are links, to the outside and within', async () => {
    const after =
      '<hyperlinks><hyperlink ref="A1" id="l"/><hyperlink ref="B1:C9" location="S!A1"/></hyperlinks>';
    const relations = `<Relationships><Relationship Id="l" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`;
    const parts = bookParts(
      sheetXml(`<row r="1">${inline('x')}${inline('y', 'C1')}${inline('z', 'D1')}</row>`, after),
      {
        'xl/worksheets/_rels/sheet1.xml.rels': relations,
      },
    );
    expect((await sheetOf(parts)).rows[0]?.cells.map(({ link }) => link)).toEqual([
      'https://example.org/',
      'S!A1',
      undefined,
    ]);
  });

  test('are names, the whole workbook’s and a sheet’s own, and properties, whatever they are called', async () => {
    const parts = bookParts(oneCell, {
      'docProps/custom.xml':
        '<Properties><property name="__proto__"><vt:lpwstr>p_x0041_</vt:lpwstr></property></Properties>',
      'docProps/core.xml':
        '<p><lastModifiedBy>Kim</lastModifiedBy><modified>2026-11-23T10:00:00Z</modified></p>',
      '_rels/.rels': ties({
        a: ['officeDocument', 'xl/workbook.xml'],
        c: ['custom-properties', 'docProps/custom.xml'],
        d: ['core-properties', 'docProps/core.xml'],
      }),
    });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="__proto__">\'__proto__\'!$A$1</definedName><definedName name="own" localSheetId="0">S!$A:$XFD</definedName></definedNames>',
    );
    const book = await readWorkbook(pack(parts));
    expect(book.names).toEqual([
      { name: '__proto__', refersTo: "'__proto__'!$A$1" },
      { name: 'own', refersTo: 'S!$A:$XFD', scope: 'S' },
    ]);
    expect([...book.custom]).toEqual([['__proto__', 'pA']]);
    expect([book.savedBy, book.savedAt]).toEqual(['Kim', '2026-11-23T10:00:00Z']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('what is refused, each with a sentence', () => {
  const words = (text: string) => new TextEncoder().encode(text);
  const ole = (inside: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...Array(600).fill(0),
      ...Array.from(inside).flatMap(letter => [letter.charCodeAt(0), 0]),
    ]);

  test.each<[string, string, () => Uint8Array]>([
    ['an empty file', 'empty-file', () => new Uint8Array(0)],
    ['text', 'not-a-workbook', () => words('a,b\n1,2\n')],
    ['a workbook of the old format', 'old-format', () => ole('Workbook')],
    ['a password', 'password-protected', () => ole('EncryptedPackage')],
    ['another zip', 'not-a-workbook', () => pack({ 'a.txt': 'a' })],
    [
      'a document',
      'not-a-workbook',
      () =>
        pack({
          '_rels/.rels': ties({ a: ['officeDocument', 'word/document.xml'] }),
          'word/document.xml': '<document/>',
        }),
    ],
    [
      'a binary workbook',
      'other-format',
      () => pack({ '_rels/.rels': ties({ a: ['officeDocument', 'xl/workbook.bin'] }) }),
    ],
    ['a file without its end', 'truncated', () => pack(bookParts(oneCell)).slice(0, -40)],
    [
      'a file without its beginning',
      'damaged',
      () => pack({ ...bookParts(oneCell), 'xl/workbook.xml': 'x' }),
    ],
    [
      'a sheet that is missing',
      'damaged',
      () =>
        pack({ ...bookParts(oneCell), 'xl/_rels/workbook.xml.rels': ties({ s: ['worksheet', 'gone.xml'] }) }),
    ],
    [
      'a string that is missing',
      'damaged',
      () => pack(bookParts(sheetXml('<row><c t="s"><v>0</v></c></row>'))),
    ],
    [
      'a string past the last',
      'damaged',
      () =>
        pack(
          bookParts(sheetXml('<row><c t="s"><v>1</v></c></row>'), {
            'xl/sharedStrings.xml': stringsXml('<t>a</t>'),
          }),
        ),
    ],
    ['XML that ends too soon', 'damaged', () => pack(bookParts(oneCell.slice(0, -5)))],
    ['an entity that is not declared', 'damaged', () => pack(bookParts(oneCell.replace('>x<', '>&evil;<')))],
    ['a document type', 'unsafe', () => pack(bookParts(`<!DOCTYPE x [<!ENTITY a "b">]>${oneCell}`))],
    [
      'a document type that asks for a file',
      'unsafe',
      () => pack(bookParts(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${oneCell}`)),
    ],
    ['a row beyond the last', 'damaged', () => pack(bookParts(sheetXml('<row r="1048577"/>')))],
    ['a cell beyond the last', 'damaged', () => pack(bookParts(sheetXml('<row r="1"><c r="XFE1"/></row>')))],
  ])('%s', async (_, code, make) => {
    expect(await codeOf(make())).toBe(code);
  });

  test('a part that was altered, even if it still can be read', async () => {
    const bytes = pack(bookParts(oneCell), 0);
    const at = new TextDecoder('latin1').decode(bytes).indexOf('<t>x</t>') + 3;
    bytes[at]! += 1;
    expect(await codeOf(bytes)).toBe('damaged');
  });

  test('a part that unpacks to more than it may, without unpacking it whole', async () => {
    const bomb = bookParts(oneCell, {
      'xl/sharedStrings.xml': stringsXml(...Array<string>(100).fill(`<t>${' '.repeat(4096)}</t>`)),
    });
    const bytes = pack(bomb);
    expect(bytes.length).toBeLessThan(4_000);
    expect(await codeOf(bytes)).toBe('read');
    expect(await codeOf(bytes, { ...LIMITS, part: 2 ** 18 })).toBe('too-large');
    expect(await codeOf(bytes, { ...LIMITS, total: 2 ** 18 })).toBe('too-large');
  });

  test('more cells, parts or bytes than it may have', async () => {
    const bytes = pack(bookParts(sheetXml(`<row>${'<c/>'.repeat(20)}</row>`)));
    expect(await codeOf(bytes)).toBe('read');
    expect(await codeOf(bytes, { ...LIMITS, cells: 19 })).toBe('too-large');
    expect(await codeOf(bytes, { ...LIMITS, parts: 3 })).toBe('too-large');
    expect(await codeOf(bytes, { ...LIMITS, file: 100 })).toBe('too-large');
  });

  test('but not a large part that nobody asks for', async () => {
    const bytes = pack(bookParts(oneCell, { 'xl/media/film.bin': new Uint8Array(2 ** 20) }));
    expect(await codeOf(bytes, { ...LIMITS, part: 2 ** 18, total: 2 ** 18 })).toBe('read');
  });
});

describe('a large part, which the platform unpacks', () => {
  let seed = 1;
  const word = () => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed.toString(36);
  };
  const texts = Array.from({ length: 800 }, () => `<t>${Array.from({ length: 30 }, word).join(' ')}</t>`);
  const cells = texts.map((_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at}</v></c></row>`);
  const parts = bookParts(sheetXml(cells.join('')), { 'xl/sharedStrings.xml': stringsXml(...texts) });
  const large = pack(parts);
  const [few] = texts;
  const one = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
  const small = pack(bookParts(sheetXml(one), { 'xl/sharedStrings.xml': stringsXml(few!) }));
  const startOf = (bytes: Uint8Array) => {
    const name = 'xl/sharedStrings.xml';
    return Buffer.from(bytes).indexOf(name) + name.length;
  };

  test('says what it says where it is not packed', async () => {
    expect(large.length).toBeGreaterThan(100_000);
    expect(await readWorkbook(large)).toEqual(await readWorkbook(pack(parts, 0)));
  });

  test('is refused where it was altered, as a small one is', async () => {
    for (const bytes of [small, large])
      for (let at = 0; at < 120; at += 7) {
        const altered = bytes.slice();
        altered[startOf(bytes) + at]! ^= 0xff;
        expect(await codeOf(altered)).toBe('damaged');
      }
  });

  test('is unpacked no further than the limits allow', async () => {
    expect(await codeOf(large, { ...LIMITS, part: 2 ** 17 })).toBe('too-large');
    expect(await codeOf(large, { ...LIMITS, total: 2 ** 17 })).toBe('too-large');
  });

  test('is left where somebody has had enough', async () => {
    let steps = 0;
    const onStep = async () => {
      if (++steps === 10) throw new Error('Enough.');
    };
    await expect(readWorkbook(large, { onStep })).rejects.toThrow('Enough.');
    expect(steps).toBe(10);
  });
});

describe('cells and rows that are only formatted', () => {
  const empty = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `<row r="${from + at}" s="1" x14ac:dyDescent="0.2"/>`).join(
      '',
    );

  test('are passed over, and what follows stands where it stood', async () => {
    const data = `${empty(1, 5)}
      <row r="5"><c r="A5" s="1"/><c r="B5" s="1"/>${inline('x', 'C5')}<c r="D5" s="1"/><c r="E5"/><c t="str"><v>y</v></c></row>
      <row r="6"><c r="A6" s="1"/></row><row r="7"><c r="B7" s="1"/><c r="C7" s="1"/></row> <row><c t="str"><v>z</v></c></row>
      ${empty(9, 20)}<row r="20"/><row>${inline('end', 'A21')}</row>`;
    expect(await cellsOf(bookParts(sheetXml(data)))).toEqual([
      'C5 text x',
      'F5 text y',
      'A8 text z',
      'A21 text end',
    ]);
  });

  test('are none within a text, a comment or an instruction', async () => {
    const like = '<c r="B1"/><c r="C1"/><row r="7"/><row r="8"/>';
    const cdata = `<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[${like}<c r="]]></t></is></c></row>`;
    expect(await cellsOf(bookParts(sheetXml(cdata)))).toEqual([`A1 text ${like}<c r="`]);
    const others = `<row r="1"><!--${like}<c r="--><?x ${like}<c r="?>${inline('x')}</row>`;
    expect(await cellsOf(bookParts(sheetXml(others)))).toEqual(['A1 text x']);
  });

  test('count as cells, and are held to what a sheet may have', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"/></row>`);
    const book = pack(bookParts(sheetXml(rows(1000).join(''))));
    expect(await codeOf(book, { ...LIMITS, cells: 1000 })).toBe('read');
    expect(await codeOf(book, { ...LIMITS, cells: 999 })).toBe('too-large');
    expect(await codeOf(book, { ...LIMITS, elements: 2000 })).toBe('too-large');
    expect(await codeOf(pack(bookParts(sheetXml('<row r="99999999"/><row r="1"/>'))))).toBe('damaged');
    expect(await codeOf(pack(bookParts(sheetXml('<row r="1"><c r="ZZZ1"/><c r="A1"/></row>'))))).toBe(
      'damaged',
    );
  });
});

describe('rows with text', () => {
  const filled = (count: number, cell: (at: number) => string) => {
    const rows = Array.from({ length: count }, (_, at) => `<row r="${at + 1}">${cell(at + 1)}</row>`);
    return pack(bookParts(sheetXml(rows.join(''))));
  };
  const messageOf = (bytes: Uint8Array, limits = LIMITS) =>
    readWorkbook(bytes, { limits }).then(
      () => 'read',
      error => error.message,
    );
  const string = (address: string, text: string) => `<c r="${address}" t="str"><v>${text}</v></c>`;

  test('are refused where they are filled down for more than any table, from there on', async () => {
    expect(LIMITS.alike).toBe(50_000);
    const limits = { ...LIMITS, alike: 20 };
    const refused =
      'The workbook has more than 20 rows with text: delete those from S!5 on, which look filled down, then import it again.';
    const table = (at: number) => (at < 5 ? string(`A${at}`, `row ${at}`) : '');
    const one = (at: number) => table(at) + string(`B${at}`, `${at}`);
    expect(await messageOf(filled(24, one), limits)).toBe('read');
    expect(await messageOf(filled(25, one), limits)).toBe(refused);
    const two = (at: number) => string(`A${at}`, `row ${Math.min(at, 5)}`) + string(`B${at}`, 'x');
    expect(await messageOf(filled(25, two), limits)).toBe(refused);
  });

  test('are refused where there are more than any workbook has', async () => {
    const own = (at: number) => string(`A${at}`, `row ${at}`) + string(`B${at}`, 'x');
    expect(await messageOf(filled(20, own), { ...LIMITS, rows: 20 })).toBe('read');
    expect(await messageOf(filled(21, own), { ...LIMITS, rows: 20 })).toBe(
      'The workbook has more than 20 rows with text: delete those that are none of the framework, then import it again.',
    );
  });
});

describe('what is packed within cells', () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `${at * at}`).join(' ');
  const packed = deflateSync(strToU8(text));
  const onStep = async () => undefined;

  test('is unpacked by the platform', async () => {
    expect(strFromU8((await inflateAside(packed, onStep))!)).toBe(text);
  });

  test('is nothing where it is damaged, cut off or larger than a workbook may be', async () => {
    const damaged = packed.slice();
    damaged.fill(0xff, 1_000, 1_100);
    expect(await inflateAside(damaged, onStep)).toBeUndefined();
    expect(await inflateAside(packed.subarray(0, 1_000), onStep)).toBeUndefined();
    const many = deflateSync(new Uint8Array(2 ** 20));
    expect(await inflateAside(many, onStep, 2 ** 20)).toHaveLength(2 ** 20);
    expect(await inflateAside(many, onStep, 2 ** 20 - 1)).toBeUndefined();
  });

  test('is left where somebody has had enough', async () => {
    const enough = () => Promise.reject(new Error('Enough.'));
    await expect(inflateAside(packed, enough)).rejects.toThrow('Enough.');
  });
});
