import { expect, test } from 'vitest';
import { type FilledRow, tooManyInTables } from '../../../src/core/sheet/filledDown.ts';

const row = (at: number, says: string, hasId = false): FilledRow => ({ place: `S!${at}`, hasId, says });
const messageOf = (...rows: FilledRow[]) => tooManyInTables([rows, []]).message;

test('rows are taken for filled down from behind the last row with an id', () => {
  const rows = [row(4, 'a', true), row(5, 'b', true), row(6, 'x 1'), row(7, 'x 2')];
  expect(messageOf(...rows)).toContain('delete those from S!6 on, which look filled down');
});

test('or, where all have the same, from where they say what the row above says', () => {
  expect(messageOf(row(4, 'a', true), row(5, 'b', true), row(6, 'b', true))).toContain('from S!6 on');
});
