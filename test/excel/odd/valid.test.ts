import { expect, test } from 'vitest';
import { cellAddress } from '../../../src/core/sheet/address.ts';
import type { RawBook } from '../../../src/core/sheet/raw.ts';
import { readWorkbook } from '../../../src/excel/read.ts';
import { VALID } from './valid.ts';

function cellsOf({ sheets }: RawBook): string[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, text }) => (text === '' ? [] : `${name}!${cellAddress(column, row)}=${text}`)),
    ),
  );
}

test.each(VALID.map(kind => [kind.name, kind] as const))('a file with %s is read', async (_, kind) => {
  expect(cellsOf(await readWorkbook(kind.make()))).toEqual(kind.cells);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
