import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/install.mjs';
import { pack } from '../excel/handMade.ts';
import { HOSTILE } from '../excel/odd/hostile.ts';
import { book, one } from '../excel/odd/kinds.ts';
import { emptyFolder, OUT_DIR, put } from './framework.ts';

/** What docs/workbook.md promises. */
const MOST_MILLISECONDS = 2000;
const MOST_MEGABYTES = 256;

const place = emptyFolder();
afterAll(() => place.remove());

function readAlone(bytes: Uint8Array): { end: number | string; milliseconds: number; megabytes: number } {
  put(place.folder, 'file.xlsx', bytes);
  const script = path.join(root, 'test/cli/readOne.cjs');
  const file = path.join(place.folder, 'file.xlsx');
  return JSON.parse(
    execFileSync(process.execPath, [script, path.join(root, OUT_DIR, 'excel.cjs'), file], {
      encoding: 'utf8',
    }),
  );
}

let idle: number;
beforeAll(() => {
  idle = readAlone(pack(book(one()))).megabytes;
});

test.each(HOSTILE.map(kind => [kind.name, kind] as const))('%s', (_, kind) => {
  const { end, milliseconds, megabytes } = readAlone(kind.make());
  expect(end).toBe(kind.refused ?? kind.cells!.length);
  expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  expect(megabytes - idle).toBeLessThan(MOST_MEGABYTES);
  if (process.env.SHOW) console.log(kind.name, end, Math.round(milliseconds), Math.round(megabytes - idle));
});
