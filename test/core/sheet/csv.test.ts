import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../src/core/sheet/csv.ts';
import { readCsv } from '../../../src/core/sheet/readCsv.ts';
import { sample } from './sample.ts';

const HEAD = 'area_id,area,section,topic_id,topic,row_id,level,statement';

describe('CSV', () => {
  test('has one line a statement in document order, as RFC 4180 has it', () => {
    expect(toCsv(sample())).toBe(
      [
        HEAD,
        'technical,Technical Skills,Functions,devices,Devices & Applications,devices-1,0.5,Connect devices.',
        'technical,Technical Skills,Functions,devices,Devices & Applications,devices-1,1st,"Install “new” hardware\ne.g. a card."',
        'technical,Technical Skills,Functions,devices,Devices & Applications,devices-2,1st,Repair devices.',
        'technical,Technical Skills,Knowledge,technical-knowledge,,know-1,0.5,Know things.',
        'area-2,,Functions,money,Money,money-1,0.5,1.10',
        '',
      ].join('\r\n'),
    );
  });

  test('comes back as the same statements', () => {
    const review = readCsv(toCsv(sample()), 'a.csv');
    expect(review.problems).toEqual([]);
    expect(review.rows.map(({ rowId, statements }) => [rowId, Object.fromEntries(statements)])).toEqual([
      ['devices-1', { '0.5': 'Connect devices.', '1st': 'Install “new” hardware\ne.g. a card.' }],
      ['devices-2', { '1st': 'Repair devices.' }],
      ['know-1', { '0.5': 'Know things.' }],
      ['money-1', { '0.5': '1.10' }],
    ]);
    expect(review.rows[1]).toMatchObject({
      above: 'devices-1',
      below: 'know-1',
      place: 'a.csv:5',
      areaTitle: 'Technical Skills',
    });
  });

  test.each([
    ['a byte order mark and semicolons', `\uFEFF${HEAD.replaceAll(',', ';')}\n`, ';'],
    ['tabs and old line ends', `${HEAD.replaceAll(',', '\t')}\r`, '\t'],
    ['a line that names the separator', `sep=;\r\n${HEAD.replaceAll(',', ';')}\r\n`, ';'],
  ])('is read with %s', (_, head, separator) => {
    const review = readCsv(
      `${head}${['a', 'A', 'F', 't', 'T', 'r', '1st', '"x;\t""y"""'].join(separator)}\n`,
      'b.csv',
    );
    expect(review.rows[0]?.statements.get('1st')).toBe('x;\t"y"');
  });

  test('says where a line is not as it should be', () => {
    const text = `${HEAD}\na,A,F,t,T,r,1st,one\na,A,F,t,T,r,1st,two\na,A\na,A,F,t,T,r,,three\n`;
    const { problems, rows } = readCsv(text, 'c.csv');
    expect(problems.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'doubled-statement c.csv:3',
      'wrong-fields c.csv:4',
      'no-level c.csv:5',
    ]);
    expect(rows).toHaveLength(1);
  });

  test('with quotes that do not match is refused with the line', () => {
    expect(() => readCsv(`${HEAD}\na,A,F,t,T,r,1st,"one\n`, 'd.csv')).toThrow(/^d\.csv:2: a quotation mark/);
  });

  test('gives each line without an id a row of its own', () => {
    const { rows } = readCsv(`${HEAD}\na,A,F,t,T,,1st,one\na,A,F,t,T,,0.5,two\n`, 'e.csv');
    expect(rows.map(({ rowId, statements }) => [rowId, [...statements]])).toEqual([
      [undefined, [['1st', 'one']]],
      [undefined, [['0.5', 'two']]],
    ]);
  });

  test('of a sheet saved as such is read as the sheet', () => {
    const text =
      ',,,,Technical Skills\n\nRow id,Topic id,Section id,Area id,Section,Topic,0.5 line,1st line\nr-1,t,functions,a,Functions,T,"two\nlines",\n';
    const review = readCsv(text, 'Technical Skills', sample());
    expect(review.rows).toMatchObject([
      {
        rowId: 'r-1',
        place: 'Technical Skills!4',
        statements: new Map([
          ['0.5', 'two\nlines'],
          ['1st', ''],
        ]),
      },
    ]);
    // Its title says which area it is; where no area is called so, the ids of its rows do.
    expect(review.sheets[0]).toMatchObject({ areaId: 'technical', areaTitle: 'Technical Skills' });
    const retitled = readCsv(text.replace('Technical Skills', 'Technology'), 'Technology', sample());
    expect(retitled.sheets[0]).toMatchObject({ areaId: 'a', areaTitle: 'Technology' });
    expect(review.problems).toEqual([]);
  });

  test('of a sheet has a new row right below a row of several lines, and none apart from the table', () => {
    const head = 'Row id,Section,Topic,0.5 line,1st line';
    const known = 'know-1,Knowledge,,"Know\nmany\nthings.",';
    const review = readCsv(`${head}\n${known}\n,,,Ask.,\n,,,,\n,,,Overall: good,\n`, 'a.csv', sample());
    expect(review.rows.map(({ place }) => place)).toEqual(['a.csv!2', 'a.csv!5']);
    expect(review.problems.map(({ code, place }) => `${code} ${place}`)).toContain(
      'text-outside-table a.csv!D7',
    );
  });

  test('with control characters has line breaks in their stead, or none of them and a word about it', () => {
    const review = readCsv(`${HEAD}\na,A,F,t,T,r1,1st,"One\u000Btwo\u0007"\n`, 'a.csv');
    expect(review.rows[0]?.statements.get('1st')).toBe('One\ntwo');
    expect(review.problems).toMatchObject([{ code: 'control-character', place: 'a.csv:2' }]);
  });

  test('whose first line is longer than any with heads is refused', () => {
    const wide = `Section,Topic,${Array<string>(60_000).fill('c').join(',')}\n`;
    expect(() => readCsv(wide, 'f.csv')).toThrow(/f\.csv is larger .* or its first line is longer/);
  });

  test('of more rows than any framework is refused, from the line on from which they have no id', () => {
    const lines = 'technical,,,devices,,,1st,x\n'.repeat(50_000);
    expect(() => readCsv(`${HEAD}\n,,,,,devices-1,1st,x\n${lines}`, 'f.csv')).toThrow(
      'The tables have more than 50,000 rows with text: delete those from f.csv:3 on',
    );
  });

  test('that is empty is refused', () => {
    expect(() => readCsv('\uFEFF \n', 'f.csv')).toThrow(/f\.csv is empty/);
  });
});
