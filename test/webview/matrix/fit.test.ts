import { describe, expect, it } from 'vitest';
import { fitTable, type Target } from '../../../src/webview/matrix/clipboard/fit.ts';

const target = (rows: number, columns: number, rest: Partial<Target> = {}): Target => ({
  ...{ rows, columns, rowsInTopic: 6, rowsInAll: 60, columnsInAll: 4 },
  ...rest,
});
const table = (rows: number, columns: number) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => `${row}.${column}`),
  );

describe('A table that is pasted', () => {
  it('goes from a single cell on, as it is', () => {
    expect(fitTable(table(3, 2), target(1, 1), [])).toEqual({ table: table(3, 2), newRows: 0 });
  });

  it('fills what is selected where it fits into it a whole number of times', () => {
    expect(fitTable([['a']], target(2, 3), [])).toEqual({
      table: [
        ['a', 'a', 'a'],
        ['a', 'a', 'a'],
      ],
      newRows: 0,
    });
    expect(fitTable(table(1, 2), target(2, 4), [])).toMatchObject({
      table: [
        ['0.0', '0.1', '0.0', '0.1'],
        ['0.0', '0.1', '0.0', '0.1'],
      ],
    });
  });

  it('of another shape than what is selected is asked about', () => {
    const question = { about: 'shape', choices: ['from-here', 'selection-only'] };
    expect(fitTable(table(3, 2), target(2, 2), [])).toMatchObject(question);
    expect(fitTable(table(3, 2), target(2, 2), ['selection-only'])).toMatchObject({ table: table(2, 2) });
    expect(fitTable(table(3, 2), target(2, 2), ['from-here'])).toMatchObject({ table: table(3, 2) });
  });

  it('wider than the levels to the right is asked about', () => {
    const narrow = target(1, 1, { columnsInAll: 2 });
    expect(fitTable(table(1, 3), narrow, [])).toMatchObject({ about: 'columns', choices: ['cut-columns'] });
    expect(fitTable(table(1, 3), narrow, ['cut-columns'])).toMatchObject({ table: table(1, 2) });
  });

  it('longer than the topic is asked about: rows are added, left out, or go on in the next topic', () => {
    const short = target(1, 1, { rowsInTopic: 2 });
    expect(fitTable(table(5, 1), short, [])).toMatchObject({
      about: 'rows',
      choices: ['add-rows', 'next-topic', 'cut-rows'],
    });
    expect(fitTable(table(5, 1), short, ['add-rows'])).toEqual({ table: table(5, 1), newRows: 3 });
    expect(fitTable(table(5, 1), short, ['cut-rows'])).toEqual({ table: table(2, 1), newRows: 0 });
    expect(fitTable(table(5, 1), short, ['next-topic'])).toEqual({ table: table(5, 1), newRows: 0 });
    expect(fitTable(table(5, 1), target(1, 1, { rowsInTopic: 2, rowsInAll: 3 }), [])).toMatchObject({
      choices: ['add-rows', 'cut-rows'],
    });
  });

  it('is asked about one thing after the other', () => {
    const small = target(2, 1, { rowsInTopic: 2, columnsInAll: 1 });
    const big = table(3, 2);
    expect(fitTable(big, small, [])).toMatchObject({ about: 'shape' });
    expect(fitTable(big, small, ['from-here'])).toMatchObject({ about: 'columns' });
    expect(fitTable(big, small, ['from-here', 'cut-columns'])).toMatchObject({ about: 'rows' });
    expect(fitTable(big, small, ['from-here', 'cut-columns', 'add-rows'])).toEqual({
      table: table(3, 1),
      newRows: 1,
    });
  });
});
