import { describe, expect, test } from 'vitest';
import type { BookSheet } from '../../../src/core/sheet/book.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { notCarried } from '../../../src/core/sheet/notCarried.ts';
import { unwritable } from '../../../src/core/sheet/unwritable.ts';
import { area, framework, row, sample, section, topic } from './sample.ts';

const BASE = 'format: "1"\n';
const texts = (sheet: BookSheet | undefined) =>
  sheet?.rows.map(line => line.cells.map(cell => cell?.text ?? ''));

describe('the workbook', () => {
  test('has a front sheet, a sheet an area in published order, and the levels', () => {
    const { sheets } = layoutWorkbook(sample(), { base: BASE });
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Start here', 'visible'],
      ['Technical Skills', 'visible'],
      ['Area 2', 'visible'],
      ['Levels and details', 'visible'],
      ['_lists', 'hidden'],
      ['_framework', 'veryHidden'],
    ]);
  });

  test('has one flat table an area, with ids in hidden columns and without what is withdrawn', () => {
    const { sheets } = layoutWorkbook(sample(), { base: BASE });
    expect(texts(sheets[1])).toEqual([
      ['', '', '', '', 'Technical Skills'],
      [],
      ['Row id', 'Topic id', 'Section id', 'Area id', 'Section', 'Topic', '0.5 line', '1st line'],
      [
        'devices-1',
        'devices',
        'functions',
        'technical',
        'Functions',
        'Devices & Applications',
        'Connect devices.',
        'Install “new” hardware\ne.g. a card.',
      ],
      [
        'devices-2',
        'devices',
        'functions',
        'technical',
        'Functions',
        'Devices & Applications',
        '',
        'Repair devices.',
      ],
      ['', 'empty', 'functions', 'technical', 'Functions', 'To come', '', ''],
      ['know-1', 'technical-knowledge', 'knowledge', 'technical', 'Knowledge', '', 'Know things.', ''],
    ]);
    expect(sheets[1]?.columns.map(({ hidden }) => hidden ?? false)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(texts(sheets[2])?.[0]).toEqual(['', '', '', '', 'Area 2']);
  });

  test('filters and sorts the hidden ids with their rows', () => {
    const { sheets } = layoutWorkbook(sample(), { base: BASE });
    expect(sheets[1]?.filter).toEqual({ top: 3, left: 1, bottom: 7, right: 8 });
  });

  test('explains a level at its head, and what an empty level means by its style', () => {
    const { sheets } = layoutWorkbook(sample(), { base: BASE });
    expect(sheets[1]?.rows[2]?.cells.map(cell => cell?.note)).toEqual([
      ...Array(6).fill(undefined),
      '0.5 line\nWorks under guidance.',
      undefined,
    ]);
    expect(sheets[1]?.rows[4]?.cells[6]?.style).toBe('notApplicable');
  });

  test('is for a part of the framework only, where one is asked for', () => {
    const book = layoutWorkbook(sample(), { base: BASE, scope: { areas: ['area-2'], levels: ['1st'] } });
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'Start here',
      'Area 2',
      'Levels and details',
      '_lists',
      '_framework',
    ]);
    expect(texts(book.sheets[1])?.[2]?.slice(6)).toEqual(['1st line']);
    expect(texts(book.sheets[0])?.flat()).toContain('areas: Area 2; levels: 1st line');
  });

  test('gives sheets names that spreadsheets take, each its own', () => {
    const titles = [
      "Who's [who]: a/b?",
      'WHO S WHO A B',
      'History',
      'x'.repeat(40),
      '🙂'.repeat(20),
      'Start here',
      "'[]:*?/\\",
    ];
    const { sheets } = layoutWorkbook(
      framework(titles.map((title, index) => area(`area-${index}`, title, []))),
      { base: BASE },
    );
    const names = sheets.map(({ name }) => name);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).toMatch(/^[^'[\]:*?/\\]+$/);
      expect(name.isWellFormed()).toBe(true);
    }
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length);
    expect(names.slice(1, 4)).toEqual(['Who s who a b', 'WHO S WHO A B (2)', 'History (2)']);
    expect(names[7]).toBe('area-6');
  });

  test('gives each level a head of its own, whatever the titles', () => {
    const extra = new Map<string, string>();
    const levels = ['Topic', 'Same', 'same', 'Row id'].map((title, index) => ({
      id: `l${index}`,
      title,
      extra,
    }));
    const { sheets } = layoutWorkbook(framework([area('a', 'A', [])], { levels }), { base: BASE });
    expect(texts(sheets[1])?.[2]?.slice(6)).toEqual(['Topic (l0)', 'Same', 'same (l2)', 'Row id (l3)']);
  });
});

describe('what a workbook cannot carry', () => {
  test('is listed by kind and number', () => {
    const list = notCarried(sample());
    expect(list.map(({ what, count }) => [what, count])).toEqual([
      ['withdrawn', 2],
      ['blank', 1],
    ]);
    expect(notCarried(sample(), 'csv').map(({ what, count }) => [what, count])).toEqual([
      ['withdrawn', 2],
      ['blank', 1],
      ['details', 4],
      ['emptyTopic', 1],
    ]);
    const { message } = notCarried(sample(), 'csv').find(({ what }) => what === 'details')!;
    expect(message).toMatch(/: its title, its version/);
    expect(message).toContain('the descriptions of levels (1)');
  });

  test.each([
    ['a control character', 'a\u0007b', 'control-character', /U\+0007/],
    ['NUL', 'a\u0000b', 'control-character', /U\+0000/],
    ['a carriage return', 'a\rb', 'control-character', /U\+000D/],
    ['DEL', 'a\u007Fb', 'control-character', /U\+007F/],
    ['half a pair', 'a\uD83Db', 'broken-character', /U\+D83D/],
    ['the other half', 'a\uDE00b', 'broken-character', /U\+DE00/],
    ['what is no character', 'a\uFFFEb', 'broken-character', /U\+FFFE/],
    ['too long a text', 'x'.repeat(32_768), 'too-long', /32768 characters/],
  ])('is reported with its row and level: %s', (_, text, code, message) => {
    const book = layoutWorkbook(
      framework([area('a', 'A', [section('functions', topic('t', 'T', [row('r-1', { '1st': text })]))])]),
      { base: BASE },
    );
    expect(unwritable(book)).toEqual([
      { code, place: 'A!H4', row: 'r-1', level: '1st', message: expect.stringMatching(message) },
    ]);
  });

  test.each(['a\tb', 'a\nb', '🙂', 'é', '\u0085', '\u2028', '\uFEFF', 'x'.repeat(32_767)])(
    'is not %j',
    text => {
      const book = layoutWorkbook(
        framework([area('a', 'A', [section('functions', topic('t', 'T', [row('r-1', { '1st': text })]))])]),
        { base: BASE },
      );
      expect(unwritable(book)).toEqual([]);
    },
  );
});
