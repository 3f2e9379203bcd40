import { describe, expect, it } from 'vitest';
import { receipt } from '../../../src/core/review/receipt.ts';
import { cellAddress } from '../../../src/core/sheet/address.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { fileWith, load } from '../../helpers/loaded.ts';
import { asRead, withCell } from '../sheet/rawBook.ts';

const TEXT = fileWith(
  '# For us alone.\nid: r1\nnote: ask Jo\nstatements:\n  1st: Repair cables.',
  'id: r2\nstatements:\n  1st: Order parts.',
);
const sent = () => asRead(layoutWorkbook(load(TEXT).framework, { base: TEXT }));

describe('the receipt of an export', () => {
  it('is empty if the workbook says what the framework says', () => {
    expect(receipt(load(TEXT), readReview(sent()))).toEqual([]);
  });

  it('names a statement that would be lost', () => {
    const sheet = sent().sheets.find(({ name }) => name === 'Technical')!;
    const row = sheet.rows.find(({ cells }) => cells.some(({ text }) => text === 'Order parts.'))!;
    const { column } = row.cells.find(({ text }) => text === 'Order parts.')!;
    const lost = withCell(sent(), 'Technical', cellAddress(column, row.row), { text: 'Order part.' });
    expect(receipt(load(TEXT), readReview(lost))).toEqual([expect.stringContaining('r2')]);
  });

  it('does not take the file for the version that should be in the workbook', () => {
    const review = readReview(sent());
    const { base: _, ...without } = review;
    const wrong = 'the version that was sent does not stand in it';
    expect(receipt(load(TEXT), without)).toEqual([wrong]);
    expect(receipt(load(TEXT), { ...review, base: `${review.base}x` })).toEqual([wrong]);
    expect(receipt(load(TEXT), { ...review, base: review.base!.replace('Order', 'Sell') })).toEqual([wrong]);
  });
});
