// Files made to keep a program busy, to fill its memory or to make it look elsewhere, each with how it is made.
import { strToU8 } from 'fflate';
import { bookParts, pack, sheetXml, stringsXml, ties } from '../handMade.ts';
import { book, inline, type Kind, one, oneCell, refused, swap } from './kinds.ts';

const MB = 2 ** 20;
const spaces = (megabytes: number) => ' '.repeat(Math.floor(megabytes * MB));
const ole = (inside: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...Array(600).fill(0),
    ...Array.from(inside).flatMap(c => [c.charCodeAt(0), 0]),
  ]);
const ods = (table: string, before = '') => ({
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'META-INF/manifest.xml': '<m:manifest xmlns:m="m"/>',
  'content.xml': `${before}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:spreadsheet>${table}</office:spreadsheet></office:document-content>`,
});
const rows = (count: number, row: (number: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at + 1)).join('');

/** Either refused with this code, or read, as `cells` says; what was not cut short by a limit is read whole. */
export const HOSTILE: readonly Kind[] = [
  refused('a bomb: a table of strings that unpacks to 70 MB', 'too-large', () =>
    pack(
      book('<row><c t="s"><v>0</v></c></row>', {
        'xl/sharedStrings.xml': stringsXml(`<t>${spaces(70)}</t>`),
      }),
    ),
  ),
  refused('a bomb of honest texts in a table of strings', 'too-large', () =>
    pack(
      book(one(), {
        'xl/sharedStrings.xml': stringsXml(...Array<string>(1600).fill(`<t>${' '.repeat(32_000)}</t>`)),
      }),
    ),
  ),
  refused('a bomb in three sheets, none of them too large', 'too-large', () => {
    const part = strToU8(sheetXml(`<row><c t="str"><v>${spaces(0.9)}</v></c></row>`.repeat(30)));
    const sheets = ['1', '2', '3'];
    return pack({
      '_rels/.rels': ties({ a: ['officeDocument', 'xl/workbook.xml'] }),
      'xl/workbook.xml': `<workbook><sheets>${sheets.map(at => `<sheet name="S${at}" sheetId="${at}" id="s${at}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': ties(
        Object.fromEntries(sheets.map(at => [`s${at}`, ['worksheet', `w${at}.xml`] as const])),
      ),
      ...Object.fromEntries(sheets.map(at => [`xl/w${at}.xml`, part])),
    });
  }),
  refused('10,000,000 elements that mean nothing', 'too-large', () => pack(book('<a/>'.repeat(10_000_000)))),
  {
    name: 'a film of 100 MB that no cell needs',
    cells: ['S!A1=x'],
    make: () => pack(book(one(), { 'xl/media/film.bin': new Uint8Array(100 * MB) })),
  },
  refused('a billion laughs', 'unsafe', () => {
    const entities = Array.from(
      { length: 10 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    return pack(
      bookParts(`<!DOCTYPE x [<!ENTITY l0 "lol">${entities}]>${oneCell.replace('>x<', '>&l10;<')}`),
    );
  }),
  refused('an entity that asks for a file', 'unsafe', () =>
    pack(
      bookParts(`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${oneCell.replace('>x<', '>&f;<')}`),
    ),
  ),
  refused('a document type from the network', 'unsafe', () =>
    pack(bookParts(`<!DOCTYPE x SYSTEM "http://example.org/x.dtd">${oneCell}`)),
  ),
  refused('3,000,000 cells', 'too-large', () =>
    pack(book(`<row r="1">${'<c r="A1"/>'.repeat(3_000_000)}</row>`)),
  ),
  {
    name: '1,000,000 empty formatted rows',
    cells: ['S!A1=x'],
    make: () =>
      pack(
        book(
          one() +
            rows(1_000_000, at => `<row r="${at + 1}" s="1"/>`).replace(/<row r="1000001" s="1"\/>/, ''),
        ),
      ),
  },
  {
    name: '900,000 empty formatted cells',
    cells: ['S!A1=x'],
    make: () => pack(book(one() + rows(90_000, at => `<row r="${at + 1}">${'<c s="1"/>'.repeat(10)}</row>`))),
  },
  refused('1,048,575 formatted cells, each in a row of its own', 'too-large', () =>
    pack(book(one() + rows(1_048_575, at => `<row r="${at + 1}"><c r="G${at + 1}" s="1"/></row>`))),
  ),
  refused('a text that is filled down to the end of a sheet', 'too-large', () =>
    pack(
      book(
        rows(700_000, at => `<row r="${at}"><c r="G${at}" t="s"><v>0</v></c></row>`),
        { 'xl/sharedStrings.xml': stringsXml('<t>Installs devices.</t>') },
      ),
    ),
  ),
  {
    name: 'the last cell of a sheet',
    cells: ['S!XFD1048576=x'],
    make: () => pack(book(`<row r="1048576">${inline('x', 'XFD1048576')}</row>`)),
  },
  refused('a row behind the last', 'damaged', () => pack(book('<row r="99999999999"><c/></row>'))),
  refused('200,000 merges', 'too-large', () =>
    pack(book(one(), {}, `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(200_000)}</mergeCells>`)),
  ),
  {
    name: '50,000 links over the whole sheet',
    cells: ['S!A1=x'],
    make: () =>
      pack(
        book(
          one(),
          {},
          `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" location="S!A1"/>'.repeat(50_000)}</hyperlinks>`,
        ),
      ),
  },
  refused('300,000 comments on one cell', 'too-large', () =>
    pack(
      book(one(), {
        'xl/worksheets/_rels/sheet1.xml.rels': ties({ c: ['comments', '../c.xml'] }),
        'xl/c.xml': `<comments><commentList>${'<comment ref="A1"><text><t>x</t></text></comment>'.repeat(300_000)}</commentList></comments>`,
      }),
    ),
  ),
  refused('elements 1,000,000 deep', 'damaged', () => pack(bookParts('<a>'.repeat(1_000_000)))),
  refused('an attribute of 30 MB', 'too-large', () =>
    pack(bookParts(oneCell.replace('<sheetData>', `<sheetData a="${'a'.repeat(30 * MB)}">`))),
  ),
  refused('20,000 parts', 'too-large', () =>
    pack(
      { ...book(one()), ...Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`xl/p${at}`, ''])) },
      0,
    ),
  ),
  {
    name: '100,000 names of the whole sheet',
    cells: ['S!A1=x'],
    make: () =>
      pack(
        swap(
          book(one()),
          'xl/workbook.xml',
          '</sheets>',
          `</sheets><definedNames>${'<definedName name="a">S!$1:$1048576</definedName>'.repeat(100_000)}</definedNames>`,
        ),
      ),
  },
  refused('500,000 sheets that are one and the same', 'too-large', () => {
    const sheets = rows(500_000, at => `<sheet name="S${at}" sheetId="${at}" id="s"/>`);
    return pack(swap(book(one()), 'xl/workbook.xml', '<sheet name="S" sheetId="1" r:id="s"/>', sheets));
  }),
  refused('a zip in place of a sheet', 'damaged', () =>
    pack(bookParts('', { 'xl/worksheets/sheet1.xml': pack(book(one())) })),
  ),
  refused('OpenDocument: a text that is repeated 17 thousand million times', 'too-large', () =>
    pack(
      ods(
        '<table:table table:name="S"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
      ),
    ),
  ),
  refused('OpenDocument: a million times a million spaces', 'too-large', () =>
    pack(
      ods(
        `<table:table table:name="S"><table:table-row><table:table-cell><text:p>${'<text:s text:c="1000000000"/>'.repeat(100_000)}</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    ),
  ),
  refused('OpenDocument: entities', 'unsafe', () => pack(ods('', '<!DOCTYPE x [<!ENTITY a "b">]>'))),
  refused('a password', 'password-protected', () => ole('EncryptedPackage')),
  refused('the format of before 2007', 'old-format', () => ole('Workbook')),
  refused('half a file', 'truncated', () => pack(book(one())).slice(0, 400)),
  refused('nothing', 'empty-file', () => new Uint8Array(0)),
  refused('something else', 'not-a-workbook', () => strToU8('%PDF-1.7')),
];
