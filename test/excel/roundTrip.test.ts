import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Framework } from '../../src/core/model/types.ts';
import type { Book } from '../../src/core/sheet/book.ts';
import { layoutWorkbook } from '../../src/core/sheet/layout.ts';
import { readReview } from '../../src/core/sheet/review.ts';
import { tableAreas } from '../../src/core/sheet/scope.ts';
import { readWorkbook } from '../../src/excel/read.ts';
import { writeXlsx } from '../../src/excel/write.ts';
import { area, framework, row, sample, section, topic } from '../core/sheet/sample.ts';

const BASE = '\uFEFFformat: "1"\r\nid: é 🙂 _x0041_#\t\n';

async function review(of: Framework) {
  return readReview(await readWorkbook(await writeXlsx(layoutWorkbook(of, { base: BASE }))));
}

/** Every row with its statements, in order, as the framework has it. */
function rowsOf(of: Framework) {
  return tableAreas(of).flatMap(({ area: { id }, rows }) =>
    rows.flatMap(shown =>
      shown.row ? [[id, shown.topic.id, shown.row.id, Object.fromEntries(shown.row.statements)]] : [],
    ),
  );
}

/** The same from what came back; an empty cell states nothing. */
function rowsBack({ rows }: Awaited<ReturnType<typeof review>>) {
  return rows
    .filter(back => back.rowId !== undefined)
    .map(back => [
      back.areaId,
      back.topicId,
      back.rowId,
      Object.fromEntries([...back.statements].filter(([, text]) => text !== '')),
    ]);
}

/** As typographers, spreadsheets and attackers make them. */
const TEXTS = [
  'it’s “better” — ‘so’ …',
  '👩‍🏫 👍🏽 🇬🇧 𝒳',
  'שלום \u200Fעולם\u200E العربية',
  'é é',
  'a\u00A0b\u200Bc\uFEFFd\u2028e\u2029f\u0085g',
  '漢字かな交じり文',
  '  leading and trailing  ',
  'two  spaces',
  'one\ntwo\nthree',
  '=SUM(A1:A9)',
  '+1 for',
  '- dash',
  '-5',
  '@mention',
  "'quoted",
  "=cmd|' /C calc'!A0",
  '0.5',
  '1.0',
  '1.10',
  '007',
  '1E5',
  '50%',
  '1st',
  '1/2',
  '3/4',
  '2024-01-02',
  '10:30',
  'TRUE',
  '#N/A',
  '#NAME?',
  '$5',
  'NaN',
  'null',
  '<b>&amp; "x" \'y\' ]]> <![CDATA[</b>',
  '__proto__',
  'constructor',
  '_x000D_',
  '_x000d_',
  'id_x0041_b',
  '_x005F_x0041_',
  '_x_x0041_',
  'tab\tinside',
  '\tleading tab',
  'x'.repeat(32_767),
];

describe('a framework that goes out and comes back', () => {
  test('has every statement, id and order, and its base byte for byte', async () => {
    const back = await review(sample());
    expect(back.problems).toEqual([]);
    expect(rowsBack(back)).toEqual(rowsOf(sample()));
    expect(back.base).toBe(BASE);
    expect(back.comments).toEqual([]);
    expect(back.sheets.map(({ areaId, areaTitle }) => [areaId, areaTitle])).toEqual([
      ['technical', 'Technical Skills'],
      ['area-2', ''],
    ]);
  });

  describe('with a text of each kind', () => {
    const of = framework([
      area('a', 'A', [
        section(
          'functions',
          topic(
            't',
            'T',
            TEXTS.map((text, at) => row(`r${at}`, { '0.5': text, '1st': text })),
          ),
        ),
      ]),
    ]);
    let back: Awaited<ReturnType<typeof review>>;
    beforeAll(async () => {
      back = await review(of);
    });

    test.each(TEXTS.map((text, at) => [text.slice(0, 40), at]))('keeps the text %j', (_, at) => {
      expect(rowsBack(back)[at]).toEqual(rowsOf(of)[at]);
    });

    test('has no problems, and nothing more', () => {
      expect(back.problems).toEqual([]);
      expect(rowsBack(back)).toHaveLength(TEXTS.length);
    });
  });

  test('keeps twelve levels and a row that is higher than a page', async () => {
    const extra = new Map<string, string>();
    const levels = Array.from({ length: 12 }, (_, index) => ({
      id: `l${index}`,
      title: `Level ${index}`,
      extra,
    }));
    const long = Array.from({ length: 300 }, (_, index) => `Paragraph ${index}.`).join('\n');
    const of = framework(
      [
        area('a', 'A', [
          section(
            'functions',
            topic('t', 'T', [row('r', Object.fromEntries(levels.map(({ id }) => [id, long])))]),
          ),
        ]),
      ],
      { levels },
    );
    const bytes = await writeXlsx(layoutWorkbook(of, { base: BASE }));
    const back = readReview(await readWorkbook(bytes));
    expect(back.problems).toEqual([]);
    expect(rowsBack(back)).toEqual(rowsOf(of));
    // Higher than this no spreadsheet program shows a row.
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!);
    expect(xml).toMatch(/<row r="4" ht="409"/);
  });

  test('keeps odd titles of levels, areas and topics, and ids of any kind', async () => {
    const extra = new Map<string, string>();
    const of = framework(
      [
        area('A-1', "O'Brien's [x]: a/b & _x0041_", [
          section('functions', topic('__proto__', '=1+1', [row('constructor', { no: 'yes' })])),
        ]),
        area('a-1', "O'Brien's [x]: a/b & _x0041_", [
          section('functions', topic('t', '0.50', [row('r.1_2-3', { no: 'x' })])),
        ]),
      ],
      { levels: [{ id: 'no', title: '1.0', description: 'a\nb', extra }] },
    );
    const back = await review(of);
    expect(back.problems).toEqual([]);
    expect(rowsBack(back)).toEqual(rowsOf(of));
    expect(back.rows.map(({ topicTitle }) => topicTitle)).toEqual(['=1+1', '0.50']);
    expect(back.sheets.map(({ areaId, areaTitle }) => [areaId, areaTitle])).toEqual([
      ['A-1', "O'Brien's [x]: a/b & _x0041_"],
      ['a-1', "O'Brien's [x]: a/b & _x0041_"],
    ]);
  });
});

describe('the file', () => {
  const book = (): Book => layoutWorkbook(sample(), { base: BASE, reviewer: 'Alex', date: '2026-11-23' });
  const partsOf = async (of: Book) =>
    new Map(Object.entries(unzipSync(await writeXlsx(of))).map(([name, bytes]) => [name, strFromU8(bytes)]));

  test('has the same bytes for the same content', async () => {
    const first = await writeXlsx(book());
    expect(first).toEqual(await writeXlsx(book()));
    expect(first).not.toEqual(await writeXlsx(layoutWorkbook(sample(), { base: BASE })));
  });

  test('has the same bytes on any day and in any time zone', async () => {
    const before = process.env.TZ;
    const at = async (zone: string, moment: string) => {
      process.env.TZ = zone;
      vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
      try {
        return { offset: new Date().getTimezoneOffset(), bytes: await writeXlsx(book()) };
      } finally {
        vi.useRealTimers();
        process.env.TZ = before;
        if (before === undefined) delete process.env.TZ;
      }
    };
    const [one, other] = [
      await at('Pacific/Kiritimati', '2026-01-01T00:30:00Z'),
      await at('America/Los_Angeles', '2031-07-15T23:59:59Z'),
    ];
    expect(one.offset).not.toBe(other.offset);
    expect(one.bytes).toEqual(other.bytes);
  });

  test('formats every cell as text, and holds no formula, merge or protection', async () => {
    const parts = await partsOf(book());
    const styles = parts.get('xl/styles.xml') ?? '';
    const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)];
    // The first is what cells are that nobody touched.
    expect(formats.slice(1).map(([, format]) => format)).toEqual(formats.slice(1).map(() => '49'));
    expect(formats.length).toBeGreaterThan(5);
    for (const [name, xml] of parts) {
      if (!name.startsWith('xl/worksheets/')) continue;
      expect(xml).not.toMatch(/<f>|<mergeCell|<sheetProtection/);
      for (const [, style] of xml.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)) expect(style).not.toBe('0');
      expect(xml).not.toMatch(/<c r="[A-Z]+\d+" t=/);
    }
  });

  test('lets rows grow with their text, but not those whose height is set', async () => {
    const xml = (await partsOf(book())).get('xl/worksheets/sheet2.xml') ?? '';
    expect(xml).toMatch(/<row r="1" ht="30" customHeight="1"/);
    expect(xml).toMatch(/<row r="4" ht="\d+" spans/);
  });

  test('repeats its heads when printed, and keeps its filter in LibreOffice', async () => {
    const xml = (await partsOf(book())).get('xl/workbook.xml') ?? '';
    expect(xml).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'Technical Skills'!$A$3:$H$7</definedName>`,
    );
    expect(xml).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Technical Skills'!$1:$3</definedName>`,
    );
    expect(xml).toContain(`<definedName name="FW_area_technical">'Technical Skills'!$E$1</definedName>`);
  });

  test('links to its sheets from within', async () => {
    const parts = await partsOf(book());
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(`location="'Technical Skills'!E4"`);
    expect([...parts.keys()].filter(name => name.startsWith('xl/worksheets/_rels/sheet1'))).toEqual([]);
  });

  test('strikes out and underlines words, on sheets that nothing is read back from only', async () => {
    const older = sample();
    const newer = framework([
      area('technical', 'Technical Skills', [
        section(
          'functions',
          topic('devices', 'Devices', [row('devices-1', { '0.5': ' Connect _x0041_ them.' })]),
        ),
      ]),
    ]);
    const since = layoutWorkbook(newer, { base: BASE, since: { name: 'version 1', framework: older } });
    const bytes = await writeXlsx(since);
    const { sheets } = await readWorkbook(bytes);
    const rich = sheets.flatMap(sheet =>
      sheet.rows.flatMap(line =>
        line.cells.filter(cell => cell.kind === 'richText').map(cell => [sheet.name, cell.text, cell.struck]),
      ),
    );
    expect(new Set(rich.map(([sheet]) => sheet))).toEqual(new Set(['Changes']));
    expect(rich).toContainEqual(['Changes', ' Connect devices_x0041_ them.', 'devices']);
    const strings = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml']!);
    expect(strings).toMatch(/<strike\/>/);
    expect(strings).toMatch(/<u\/>/);
    expect(readReview(await readWorkbook(bytes)).problems).toEqual([]);
  });

  test('is not written if it would lose a text', async () => {
    const of = framework([
      area('a', 'A', [section('functions', topic('t', 'T', [row('r', { '0.5': 'a\u0007b' })]))]),
    ]);
    await expect(writeXlsx(layoutWorkbook(of, { base: BASE }))).rejects.toMatchObject({
      code: 'not-writable',
      message: expect.stringMatching(/^A!G4: Row r, level 0\.5 holds the control character U\+0007/),
    });
  });
});
