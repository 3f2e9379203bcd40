import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/install.mjs';
import { pack } from '../excel/handMade.ts';
import { HOSTILE } from '../excel/odd/hostile.ts';
import { book, inline, one } from '../excel/odd/kinds.ts';
import { emptyFolder, OUT_DIR, put } from './framework.ts';

/** What docs/workbook.md promises. */
const MOST_TIMES_ORDINARY = 3;
const MOST_MEGABYTES = 256;
/** A measure that is held up by what else the machine does is taken again. */
const TRIES = 3;

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

/** An honest workbook of 20,000 rows, as wide as one of four levels. */
function ordinary(): Uint8Array {
  const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  const rows = Array.from({ length: 20_000 }, (_, at) => {
    const cells = columns.map(column =>
      inline(
        `Explains to colleagues what ${column} is for, and when to ask number ${at}.`,
        `${column}${at + 1}`,
      ),
    );
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return pack(book(rows.join('')));
}

const honest = ordinary();
let idle: number;
let milliseconds: number;
beforeAll(() => {
  idle = readAlone(pack(book(one()))).megabytes;
  milliseconds = readAlone(honest).milliseconds;
});

test.each(HOSTILE.map(kind => [kind.name, kind] as const))('%s', (_, kind) => {
  const bytes = kind.make();
  let times = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && times > MOST_TIMES_ORDINARY; tried++) {
    if (tried > 0) milliseconds = readAlone(honest).milliseconds;
    const read = readAlone(bytes);
    expect(read.end).toBe(kind.refused ?? kind.cells!.length);
    expect(read.megabytes - idle).toBeLessThan(MOST_MEGABYTES);
    times = read.milliseconds / milliseconds;
    if (process.env.SHOW) console.log(`${times.toFixed(2)} times, ${Math.round(read.megabytes - idle)} MB`);
  }
  expect(times).toBeLessThan(MOST_TIMES_ORDINARY);
});
