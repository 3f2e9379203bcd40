import { expect, test } from 'vitest';
import { findings } from '../../../src/core/rules/runner.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { fileWith, load } from '../../helpers/loaded.ts';
import { asRead } from './rawBook.ts';

const TEXT = fileWith(
  'id: r1\nstatements:\n  "0.5": Check  cables.\n  2nd: Plan cables.',
  'id: r2\nstatements:\n  1st: Label sockets (all of them.',
);

function bookOf(scope?: { areas?: string[]; levels?: string[] }) {
  const loaded = load(TEXT);
  return layoutWorkbook(loaded.framework, {
    base: TEXT,
    findings: findings(loaded),
    ...(scope && { scope }),
  });
}

const linesOf = (book: ReturnType<typeof bookOf>) =>
  book.sheets
    .find(({ name }) => name === 'Findings')
    ?.rows.slice(4)
    .map(({ cells }) => cells.slice(0, 6).map(cell => cell?.text ?? ''));

test('findings are listed by weight, each with a link to its cell', () => {
  const book = bookOf();
  const lines = linesOf(book) ?? [];
  expect(lines).toContainEqual([
    'Warning',
    'Technical',
    'Devices',
    '1st line',
    expect.stringContaining('('),
    'H5',
  ]);
  expect(lines).toContainEqual(['Hint', 'Technical', 'Devices', '0.5 line', expect.any(String), 'G4']);
  const kinds = lines.map(([kind]) => kind);
  expect(kinds).toEqual(
    [...kinds].sort(
      (a, b) => ['Error', 'Warning', 'Hint'].indexOf(a!) - ['Error', 'Warning', 'Hint'].indexOf(b!),
    ),
  );
  const links = book.sheets
    .find(({ name }) => name === 'Findings')
    ?.rows.slice(4)
    .map(({ cells }) => cells[5]?.link);
  expect(links).toContainEqual({ sheet: 'Technical', cell: 'H5' });
  expect(readReview(asRead(book)).problems).toEqual([]);
});

test('findings of areas and levels that are not sent are not listed', () => {
  const levels = linesOf(bookOf({ levels: ['1st'] }))?.map(line => line[3]);
  expect(new Set(levels)).toEqual(new Set(['1st line', '']));
});

test('there is no sheet of findings where nothing was found', () => {
  const text = fileWith(
    'id: r1\nstatements:\n  "0.5": Check cables.\n  1st: Repair cables.\n  2nd: Plan cables.',
  );
  const loaded = load(text);
  expect(findings(loaded)).toEqual([]);
  const { sheets } = layoutWorkbook(loaded.framework, { base: text, findings: findings(loaded) });
  expect(sheets.map(({ name }) => name)).not.toContain('Findings');
});
