import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTsv, toTsv } from '../../../src/webview/matrix/clipboard/tsv.ts';

describe('Tables as tab-separated text', () => {
  it('come back as they went, whatever their texts hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t', '\n', '"', ',', 'é', '日') });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain(width =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, rows => {
        expect(fromTsv(toTsv(rows))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('never fail to be read', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const rows = fromTsv(text);
        expect(new Set(rows.map(row => row.length)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each<[string, string, string[][]]>([
    ['one cell', 'a', [['a']]],
    ['nothing', '', []],
    [
      'an ending line break that opens no row',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a line break and quotes within a cell', '"one\r\ntwo ""2"""\tb\r\n', [['one\ntwo "2"', 'b']]],
    ['quotes that quote nothing, as Excel leaves them', '"Yes," she said\tb', [['"Yes," she said', 'b']]],
    [
      'a quote that is never closed',
      '"a\tb\nc',
      [
        ['"a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'an empty last cell',
      'a\t\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['an empty row between', 'a\n\nb', [['a'], [''], ['b']]],
    ['old line breaks', 'a\rb', [['a'], ['b']]],
  ])('are read: %s', (_, text, rows) => {
    expect(fromTsv(text)).toEqual(rows);
  });
});
