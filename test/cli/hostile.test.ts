import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyFromCheckout, emptyFolder, framework, type How, put } from './framework.ts';

const DEMO = 'demo.framework.yaml';
const isWindows = process.platform === 'win32';

let place: ReturnType<typeof emptyFolder>;
beforeEach(() => {
  place = emptyFolder();
  copyFromCheckout(`test/cli/files/${DEMO}`, place.folder);
});
afterEach(() => place.remove());

const run = (args: readonly string[], how: Omit<How, 'cwd'> = {}) =>
  framework(args, { cwd: place.folder, ...how });
const read = (name: string) => readFileSync(path.join(place.folder, name));

/** One sentence, no trace, no output. */
function expectRefusal(ran: ReturnType<typeof run>, sentence: string | RegExp): void {
  expect(ran.stderr).toMatch(sentence);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.stderr).not.toMatch(/\bat .*:\d+:\d+\)?$/m);
  expect(ran.stdout).toBe('');
  expect(ran.status).toBe(2);
}

describe('what is no framework and no workbook', () => {
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
  const wordDocument = zipSync({ 'word/document.xml': new TextEncoder().encode('<w/>') });
  const cases: [string, string, Uint8Array, RegExp][] = [
    [
      'a picture',
      'a.yaml',
      Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
      /^a\.yaml: is not a text in UTF-8/,
    ],
    [
      'a text in Latin-1',
      'a.yaml',
      Buffer.from('title: Caf\xe9', 'latin1'),
      /^a\.yaml: is not a text in UTF-8/,
    ],
    [
      'a text in UTF-16',
      'a.yaml',
      Buffer.from('\ufeffformat: 1', 'utf16le'),
      /^a\.yaml: is not a text in UTF-8/,
    ],
    ['an old workbook', 'a.xls', old, /^a\.xls: The file is a workbook of the old format/],
    ['a zip of something else', 'a.xlsx', wordDocument, /^a\.xlsx: The file is no workbook/],
    ['half a zip', 'a.xlsx', wordDocument.slice(0, 40), /^a\.xlsx: /],
    ['nothing but the beginning of a zip', 'a.xlsx', Buffer.from('PK'), /^a\.xlsx: /],
  ];

  test.each(cases)('%s is refused in one sentence', (_what, name, bytes, sentence) => {
    put(place.folder, name, bytes);
    for (const command of [
      ['validate', name],
      ['diff', DEMO, name],
      ['export', name, '--out', 'out.csv'],
      ['next', name, '--version', '9', '--out', 'out.framework.yaml'],
    ])
      expectRefusal(run(command), sentence);
    expectRefusal(run(['import', name, '--into', DEMO]), new RegExp(`^${name.replace('.', '\\.')}: `));
    expectRefusal(run(['validate', '-'], { stdin: bytes }), /^standard input: /);
    expect(readdirSync(place.folder).sort()).toEqual([name, DEMO].sort());
  });

  test('a workbook of somebody else cannot be read as a framework, and imports nothing', () => {
    const cell = '<c r="A1" t="inlineStr"><is><t>Hello</t></is></c>';
    const xml = (text: string) => new TextEncoder().encode(`<?xml version="1.0"?>${text}`);
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const ties = (type: string, target: string) =>
      xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`,
      );
    const book = zipSync({
      '[Content_Types].xml': xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      '_rels/.rels': ties('officeDocument', 'xl/workbook.xml'),
      'xl/workbook.xml': xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': ties('worksheet', 'worksheets/sheet1.xml'),
      'xl/worksheets/sheet1.xml': xml(
        `<worksheet xmlns="${main}"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`,
      ),
    });
    put(place.folder, 'mine.xlsx', book);
    expectRefusal(
      run(['diff', DEMO, 'mine.xlsx']),
      /^mine\.xlsx: the version that this workbook was made from/,
    );
    expectRefusal(run(['import', 'mine.xlsx', '--into', DEMO]), /^mine\.xlsx: holds no table of a framework/);
  });

  test('a table in Latin-1 is refused, one in UTF-16 is read', () => {
    const table =
      'area_id,area,section,topic_id,topic,row_id,level,statement\r\ntools,Tools,Functions,hand-tools,Hand tools,saw,1,Use a säge.\r\n';
    put(place.folder, 'latin.csv', Buffer.from(table, 'latin1'));
    expectRefusal(run(['import', 'latin.csv', '--into', DEMO]), /^latin\.csv: is not in UTF-8: save it/);
    put(place.folder, 'wide.csv', Buffer.from(`\ufeff${table}`, 'utf16le'));
    expect(run(['import', 'wide.csv', '--into', DEMO]).stdout).toContain('{+säge+}');
  });
});

describe('files that may not be read or written', () => {
  /** The folder is nobody's own, unless it is said otherwise. */
  const asNobody = (args: readonly string[]) => run(args, { as: 'nobody' });
  beforeEach(() => chmodSync(place.folder, 0o755));

  test.skipIf(isWindows)('an unreadable file is said to be so', () => {
    chmodSync(path.join(place.folder, DEMO), 0o000);
    expectRefusal(
      asNobody(['validate', DEMO]),
      /^demo\.framework\.yaml: may not be read: check its permissions/,
    );
  });

  test.skipIf(isWindows)('a protected file keeps its bytes, even where its folder may be written', () => {
    const before = read(DEMO);
    chmodSync(place.folder, 0o777);
    chmodSync(path.join(place.folder, DEMO), 0o444);
    put(place.folder, 'table.csv', TABLE);
    expectRefusal(
      asNobody(['import', 'table.csv', '--into', DEMO]),
      /^demo\.framework\.yaml: may not be written/,
    );
    expect(read(DEMO).equals(before)).toBe(true);
    expect(readdirSync(place.folder).sort()).toEqual([DEMO, 'table.csv']);
  });

  test.skipIf(isWindows)('a folder that may not be written keeps what is in it', () => {
    chmodSync(path.join(place.folder, DEMO), 0o666);
    put(place.folder, 'table.csv', TABLE);
    chmodSync(place.folder, 0o555);
    const before = read(DEMO);
    expectRefusal(
      asNobody(['import', 'table.csv', '--into', DEMO]),
      /^demo\.framework\.yaml: may not be written/,
    );
    expectRefusal(asNobody(['export', DEMO, '--out', 'new.csv']), /^new\.csv: may not be written/);
    expect(read(DEMO).equals(before)).toBe(true);
    chmodSync(place.folder, 0o755);
  });

  test.skipIf(isWindows)('what is mended in several files is written to all or to none', () => {
    const broken = read(DEMO).toString().replace('"1.1"', '1.1');
    put(place.folder, 'a/a.framework.yaml', broken);
    put(place.folder, 'b/b.framework.yaml', broken);
    for (const name of ['a', 'b']) {
      chmodSync(path.join(place.folder, name), name === 'a' ? 0o777 : 0o555);
      chmodSync(path.join(place.folder, name, `${name}.framework.yaml`), 0o666);
    }
    expectRefusal(
      asNobody(['validate', '--fix', 'a/a.framework.yaml', 'b/b.framework.yaml']),
      /^b\/b\.framework\.yaml: may not be written/,
    );
    expect(read('a/a.framework.yaml').toString()).toBe(broken);
    expect(readdirSync(path.join(place.folder, 'a'))).toEqual(['a.framework.yaml']);
    chmodSync(path.join(place.folder, 'b'), 0o755);
  });

  test.skipIf(isWindows)('a file keeps its permissions, and a link stays a link', () => {
    mkdirSync(path.join(place.folder, 'real'));
    put(place.folder, 'real/a.framework.yaml', read(DEMO));
    chmodSync(path.join(place.folder, 'real/a.framework.yaml'), 0o640);
    symlinkSync('real/a.framework.yaml', path.join(place.folder, 'link.framework.yaml'));
    put(place.folder, 'table.csv', TABLE);
    expect(run(['import', 'table.csv', '--into', 'link.framework.yaml']).status).toBe(0);
    expect(lstatSync(path.join(place.folder, 'link.framework.yaml')).isSymbolicLink()).toBe(true);
    expect(statSync(path.join(place.folder, 'real/a.framework.yaml')).mode & 0o777).toBe(0o640);
    expect(read('real/a.framework.yaml').toString()).toContain('Use a hammer with care.');
    expect(readdirSync(path.join(place.folder, 'real'))).toEqual(['a.framework.yaml']);
  });

  test.skipIf(isWindows)('another name for a file is seen through', () => {
    symlinkSync(DEMO, path.join(place.folder, 'alias.csv'));
    expectRefusal(run(['export', DEMO, '--out', 'alias.csv']), /^alias\.csv: is read by this command/);
  });

  test.skipIf(isWindows)('a device is written to, never replaced', () => {
    const ran = run(['export', DEMO, '--out', '/dev/null', '--format', 'csv']);
    expect(ran.status).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test.skipIf(isWindows)('a pipe beside the framework is not waited for', () => {
    for (const name of ['framework.config.yaml', 'other.framework.yaml'])
      execFileSync('mkfifo', [path.join(place.folder, name)]);
    expect(run(['validate', DEMO]).stdout).toBe('1 file: nothing found.\n');
  });

  test.runIf(process.platform === 'linux')('a full disk is said to be full', () => {
    expectRefusal(
      run(['export', DEMO, '--out', '/dev/full', '--format', 'csv']),
      /^\/dev\/full: there is no room left on the disk/,
    );
  });
});

const TABLE =
  'area_id,area,section,topic_id,topic,row_id,level,statement\ntools,Tools,Functions,hand-tools,Hand tools,hammer,1,Use a hammer with care.\n';
