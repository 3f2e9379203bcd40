import { describe, expect, test } from 'vitest';
import type { Framework, Row } from '../../../src/core/model/types.ts';
import type { Book, BookSheet } from '../../../src/core/sheet/book.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { asRead, withCell, withRows } from './rawBook.ts';
import { area, framework, row, section, topic } from './sample.ts';

const BASE = 'format: "1"\n';

const of = (rows: readonly Row[], more: readonly Row[] = [], title = 'Tools') =>
  framework([
    area('work', 'Work', [
      section('functions', topic('devices', 'Devices', rows), topic('tools', title, more)),
    ]),
    area('care', 'Care', [section('functions', topic('people', 'People', [row('p', { '0.5': 'Listen.' })]))]),
  ]);
const old = of(
  [
    row('same', { '0.5': 'Same.' }, { note: 'Secret.' }),
    row('worded', { '0.5': 'Check old cables.', '1st': 'Gone.' }),
    row('up', { '0.5': 'Lift.' }),
    row('removed', { '0.5': 'Take\u0007out.' }),
    row('walks', { '0.5': 'Walk.' }),
  ],
  [row('t', { '0.5': 'T.' })],
);
const now = of(
  [
    row('same', { '0.5': 'Same.' }, { note: 'Another secret.' }),
    row('worded', { '0.5': 'Check new cables.' }),
    row('up', { '1st': 'Lift.' }),
    row('added', { '0.5': 'Fresh.', '1st': 'Fresher.' }),
  ],
  [row('t', { '0.5': 'T.' }), row('walks', { '0.5': 'Walk.' })],
  'Tooling',
);
const book = (to: Framework = now, more = {}): Book =>
  layoutWorkbook(to, { base: BASE, since: { name: 'version 1.9', framework: old }, ...more });
const sheetOf = (from: Book, name: string): BookSheet => from.sheets.find(sheet => sheet.name === name)!;
const texts = (sheet: BookSheet) => sheet.rows.map(line => line.cells.map(cell => cell?.text ?? ''));

describe('a workbook since an earlier version', () => {
  test('marks what changed on its cell, and says there what it said', () => {
    const marks = sheetOf(book(), 'Work').rows.flatMap(line =>
      line.cells.flatMap(cell =>
        cell?.note === undefined || cell.style === 'head' ? [] : [[cell.style, cell.text, cell.note]],
      ),
    );
    expect(marks).toEqual([
      ['changed', 'Check new cables.', 'Reworded since version 1.9. It said:\nCheck old cables.'],
      ['changed', '', 'Taken out since version 1.9. It said:\nGone.'],
      ['changed', '', expect.stringContaining('moved from 0.5 line to 1st line')],
      ['changed', 'Lift.', expect.stringContaining('moved from 0.5 line to 1st line')],
      ['new', 'Fresh.', 'New since version 1.9.'],
      ['new', 'Fresher.', 'New since version 1.9.'],
      ['changedTopic', 'Tooling', expect.stringContaining('title changed from "Tools" to "Tooling"')],
      ['changedTopic', 'Tooling', expect.stringContaining('Row walks moved')],
    ]);
  });

  test('lists every change with struck-out and underlined words, and a link to its cell', () => {
    const sheet = sheetOf(book(), 'Changes');
    const seen = texts(sheet).map(line => line.slice(0, 6));
    expect(seen.slice(3)).toEqual([
      ['Area', 'Topic', 'Change', 'Level', 'Words', 'Where'],
      ['Work', 'Devices', 'Reworded', '0.5 line', 'Check oldnew cables.', 'G5'],
      ['Work', 'Devices', 'Removed', '1st line', 'Gone.', 'H5'],
      ['Work', 'Devices', 'Relevelled', '1st line', expect.stringContaining('0.5 line to 1st line'), 'H6'],
      ['Work', 'Devices', 'Added', '0.5 line', 'Fresh.', 'G7'],
      ['Work', 'Devices', 'Added', '1st line', 'Fresher.', 'H7'],
      ['Work', 'Devices', 'Removed', '0.5 line', 'Take\uFFFDout.', ''],
      ['Work', 'Tooling', 'Renamed', '', expect.stringMatching(/:\nToolsTooling$/), 'F8'],
      ['Work', 'Tooling', 'Moved', '', expect.stringContaining('Row walks moved'), 'F9'],
    ]);
    expect(sheet.rows[4]?.cells[4]?.words).toEqual([
      { text: 'Check ', kind: 'same' },
      { text: 'old', kind: 'removed' },
      { text: 'new', kind: 'added' },
      { text: ' cables.', kind: 'same' },
    ]);
    expect(sheet.rows[4]?.cells[5]?.link).toEqual({ sheet: 'Work', cell: 'G5' });
  });

  test('takes what is said on a line of it for said of the statement, wherever sorting puts the line', () => {
    const back = asRead(book());
    const said = withRows(
      withCell(back, 'Changes', 'E5', { comments: [{ text: 'Better before!' }] }),
      'Changes',
      rows => [rows[0]!, ...rows.slice(1).reverse()],
    );
    const { comments } = readReview(said);
    expect(comments).toMatchObject([{ text: 'Better before!', row: 'worded', level: '0.5' }]);
    const details = withCell(back, 'Levels and details', 'C5', { comments: [{ text: 'Who is that?' }] });
    expect(readReview(details).comments).toMatchObject([{ text: 'Who is that?', level: '0.5' }]);
  });

  test('says nothing of what is for the maintainers only', () => {
    expect(JSON.stringify(book().sheets.slice(0, -1))).not.toMatch(/ecret/);
  });

  test('shows the changes of its part only', () => {
    const part = book(now, { scope: { areas: ['work'], levels: ['1st'] } });
    expect(
      texts(sheetOf(part, 'Changes'))
        .slice(4)
        .map(line => line[4]),
    ).toEqual([
      'Gone.',
      expect.stringContaining('0.5 line to 1st line'),
      'Fresher.',
      expect.stringMatching(/Tooling$/),
      expect.stringContaining('Row walks moved'),
    ]);
    const other = book(now, { scope: { areas: ['care'] } });
    expect(texts(sheetOf(other, 'Changes')).slice(4)).toEqual([]);
  });

  test('says on the front sheet how much changed, and leads there', () => {
    const front = sheetOf(book(), 'Start here').rows.flatMap(({ cells }) => cells);
    expect(front.map(cell => cell?.text)).toContain('8 changes since version 1.9');
    expect(front.find(cell => cell?.text === 'Changes')?.link).toEqual({ sheet: 'Changes', cell: 'A1' });
  });

  test('shows a change that is too long for a cell by its fact', () => {
    const long = (word: string) => of([row('same', { '0.5': `${word.repeat(100)} `.repeat(40) })]);
    const laid = layoutWorkbook(long('after'), {
      base: BASE,
      since: { name: 'version 1.9', framework: long('before') },
    });
    expect(texts(sheetOf(laid, 'Changes'))[4]?.[4]).toBe('Too long to be shown word by word.');
    const note = sheetOf(laid, 'Work').rows[3]?.cells[6]?.note ?? '';
    expect(note.length).toBe(800);
  });
});

describe('the marks of a workbook that comes back', () => {
  const sent = () => asRead(book());
  const comments = (of: ReturnType<typeof sent>) => {
    const { rows, comments: others } = readReview(of);
    return [...others, ...rows.flatMap(each => each.comments)].map(({ place, text }) => `${place} ${text}`);
  };

  test('are no comments, wherever sorting puts them', () => {
    expect(comments(sent())).toEqual([]);
    expect(comments(withRows(sent(), 'Work', rows => [...rows].reverse()))).toEqual([]);
  });

  test('are told from what a reviewer wrote below them, or in their stead', () => {
    const said = (text: string) => withCell(sent(), 'Work', 'G5', { comments: [{ text }] });
    const own = 'Reworded since version 1.9. It said:\nCheck old cables.';
    expect(comments(said(`${own}\nBetter before!`))).toEqual(['Work!G5 Better before!']);
    expect(comments(said('Better before!'))).toEqual(['Work!G5 Better before!']);
  });

  test('a sorted sheet of changes is no change, but what is written on it is reported', () => {
    const sorted = withRows(sent(), 'Changes', rows => [rows[0]!, ...rows.slice(1).reverse()]);
    expect(readReview(sorted).problems).toEqual([]);
    const written = withCell(sent(), 'Changes', 'E6', { text: 'No!' });
    expect(readReview(written).problems).toMatchObject([
      { code: 'reading-sheet-changed', place: 'Changes!E6' },
    ]);
  });
});
