import { expect, test } from 'vitest';
import { layoutWorkbook } from '../../src/core/sheet/layout.ts';
import { readReview } from '../../src/core/sheet/review.ts';
import { readWorkbook } from '../../src/excel/read.ts';
import { writeXlsx } from '../../src/excel/write.ts';
import { large } from '../core/sheet/sample.ts';

test('[linear] a workbook of ten times the rows is written and read back for about ten times the work', async () => {
  const small = large(200);
  const big = large(2000);
  /** Microseconds of processor time; the machine may be busy with something else. */
  const work = async (of: ReturnType<typeof large>, rows: number) => {
    const before = process.cpuUsage();
    const back = readReview(await readWorkbook(await writeXlsx(layoutWorkbook(of, { base: '' }))));
    const { user, system } = process.cpuUsage(before);
    expect(back.rows).toHaveLength(rows);
    expect(back.problems).toEqual([]);
    return user + system;
  };
  await work(small, 200);
  const few = Math.min(await work(small, 200), await work(small, 200));
  const many = Math.min(await work(big, 2000), await work(big, 2000));
  expect(many).toBeLessThan(few * 30);
});
