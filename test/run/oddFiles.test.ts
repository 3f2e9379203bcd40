// Odd but valid files hold what LibreOffice shows in them.
/// <reference path="../../src/core/sheet/papaparse.d.ts" />
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLibreOffice } from '../../scripts/lib/libreOffice.mjs';
import { cellAddress } from '../../src/core/sheet/address.ts';
import { VALID } from '../excel/odd/valid.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'odd-'));
const shown = path.join(folder, 'shown');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every sheet, as shown, with commas and quotes, in UTF-8. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

beforeAll(() => {
  const office = findLibreOffice();
  if (!office) throw new Error('LibreOffice is needed: npm test installs or names it.');
  mkdirSync(shown);
  const files = VALID.map(({ name, make }, at) => {
    const file = path.join(folder, `k${at}.${name.includes('OpenDocument') ? 'ods' : 'xlsx'}`);
    writeFileSync(file, make());
    return file;
  });
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  execFileSync(office.soffice, [profile, '--headless', '--convert-to', CSV, '--outdir', shown, ...files], {
    stdio: 'ignore',
    timeout: 280_000,
  });
});

/** The cells of a file as LibreOffice shows them: `S!A1=text`. */
function cellsIn(at: number): string[] {
  return readdirSync(shown)
    .filter(name => name.startsWith(`k${at}-`))
    .sort()
    .flatMap(name => {
      const sheet = name.slice(`k${at}-`.length, -'.csv'.length);
      const { data } = Papa.parse(readFileSync(path.join(shown, name), 'utf8').replace(/^\uFEFF/, ''), {
        delimiter: ',',
        newline: '\n',
      });
      return data.flatMap((fields, row) =>
        fields.flatMap((text, column) =>
          text === '' ? [] : `${sheet}!${cellAddress(column + 1, row + 1)}=${text}`,
        ),
      );
    });
}

test.each(VALID.map((kind, at) => [kind.name, kind, at] as const))('%s', (_, kind, at) => {
  if (kind.unlikeLibreOffice === undefined) expect(cellsIn(at)).toEqual(kind.cells);
  // What LibreOffice does not read alike must stay so, or the note about it goes.
  else expect(cellsIn(at)).not.toEqual(kind.cells);
});

test('there are at least 32 kinds', () => {
  expect(VALID.filter(kind => kind.unlikeLibreOffice === undefined).length).toBeGreaterThanOrEqual(32);
  expect(existsSync(shown)).toBe(true);
});
