// One whole run, from the published version to the reviewed draft and back: VS Code as the maintainer's editor,
// LibreOffice as the reviewer's spreadsheet.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RawBook } from '../../src/core/sheet/raw.ts';
import { readWorkbook } from '../../src/excel/index.ts';
import { load } from '../helpers/loaded.ts';
import { openWorkbench, type Workbench } from '../vscode/harness/workbench.ts';
import { review } from './libreOffice.ts';

const PUBLISHED = 'framework/iteps-1.2.framework.yaml';
const DRAFT = 'framework/iteps-1.3.framework.yaml';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({ size: { width: 1440, height: 900 } });
});
afterAll(() => workbench?.close());

const inFolder = (name: string) => path.join(workbench.folder, name);

/** Line and column, from 1, of a place within a text of the published file. */
function placeOf(text: string): [number, number] {
  const lines = workbench.read(PUBLISHED).split(text)[0]!.split('\n');
  return [lines.length, lines.at(-1)!.length + 4];
}

/** The row of a table, counted as the spreadsheet shows it. */
function rowOf(book: RawBook, sheet: string, id: string): number {
  const rows = book.sheets.find(each => each.name === sheet)?.rows ?? [];
  const row = rows.find(each => each.cells.some(cell => cell.text === id));
  if (!row) throw new Error(`No row ${id} on ${sheet}`);
  return row.row;
}

test('the published version shows its problems and its matrix', async () => {
  await workbench.openFile(PUBLISHED);
  const problems = await workbench.problems('seems to break off');
  expect(problems.length).toBeGreaterThan(3);
  await workbench.screenshot('run-1-problems');
  await workbench.command('View: Hide Panel');
  await workbench.openFile(PUBLISHED);
  const hover = await workbench.hover(...placeOf('Perform a wide range of hardware'));
  expect(hover).toContain('Technical Skills › Functions › Devices & Applications');
  await workbench.screenshot('run-1-hover');
  await workbench.press('Escape');
  await workbench.command('Framework: Open Level Matrix to the Side');
  const matrix = await workbench.webview('Undertake advanced diagnosis procedures');
  expect(await matrix.locator('body').innerText()).toContain('Technical Skills');
  for (const theme of ['dark', 'high-contrast-dark', 'light'] as const) {
    await workbench.theme(theme);
    await workbench.screenshot(`run-2-matrix-${theme}`);
  }
});

test('the next version is started from it', async () => {
  await workbench.openFile(PUBLISHED);
  await workbench.command('Framework: Start the Next Version…');
  await workbench.acceptInput('1.3');
  await workbench.page.locator('.tab.active[data-resource-name="iteps-1.3.framework.yaml"]').waitFor();
  const { framework, whole } = load(workbench.read(DRAFT));
  expect(whole).toBe(true);
  expect(framework.details).toMatchObject({ version: '1.3', status: 'draft', supersedes: '1.2' });
  expect(load(workbench.read(PUBLISHED)).framework.areas).toEqual(framework.areas);
});

test('it is exported to a workbook', async () => {
  await workbench.command('Framework: Export to Excel…');
  for (const step of ['1/3', '2/3', '3/3']) await workbench.takeStep(`Export to Excel (${step})`);
  await workbench.answerFileDialog(inFolder('sent.xlsx'));
  await workbench.notification('Exported to sent.xlsx');
});

test('a reviewer changes it in LibreOffice', async () => {
  const book = await readWorkbook(readFileSync(inFolder('sent.xlsx')));
  const technical = (id: string) => rowOf(book, 'Technical Skills', id);
  review(inFolder('sent.xlsx'), inFolder('returned.xlsx'), [
    {
      do: 'type',
      sheet: 'Technical Skills',
      cell: `I${technical('devices-1')}`,
      text: 'Carry out hardware upgrades: all kinds.',
    },
    {
      do: 'type',
      sheet: 'Technical Skills',
      cell: `J${technical('devices-4')}`,
      text: 'Approve patches #1.',
    },
    { do: 'type', sheet: 'Technical Skills', cell: `G${technical('network-1')}`, text: '0.5' },
    { do: 'deleteRow', sheet: 'Technical Skills', row: technical('devices-3') },
    { do: 'insertRow', sheet: 'Procurement', row: rowOf(book, 'Procurement', 'procurement-functions-2') },
    {
      do: 'type',
      sheet: 'Procurement',
      cell: `H${rowOf(book, 'Procurement', 'procurement-functions-2')}`,
      text: 'Compare three quotes.',
    },
    { do: 'sort', sheet: 'Behaviours', column: 'H', from: rowOf(book, 'Behaviours', 'individual-skills-1') },
  ]);
});

let before: string;
test('importing it shows just these changes before anything is written', async () => {
  before = workbench.read(DRAFT);
  await workbench.command('Framework: Import from Excel…');
  await workbench.answerFileDialog(inFolder('returned.xlsx'));
  const page = await workbench.webview('Carry out hardware upgrades');
  const changes = () =>
    page.locator('[data-id]').evaluateAll(all => all.map(each => each.getAttribute('data-id')));
  const reworded = [
    'set:statement:devices-1/2nd',
    'set:statement:devices-4/3rd',
    'set:statement:network-1/0.5',
  ];
  const added = expect.stringMatching(/^add:row:procurement-functions-[0-9a-f]{6}$/);
  expect(await changes()).toEqual([...reworded, added]);
  expect(await page.locator('fieldset legend').allInnerTexts()).toEqual([
    expect.stringContaining('Row devices-3 did not come back'),
    expect.stringContaining('The rows of Behaviours came back in another order'),
  ]);
  await workbench.screenshot('run-3-preview');
  await page.locator('input[data-decision="delete:devices-3"][value="delete"]').check();
  await page.getByRole('button', { name: 'Apply 5 changes' }).waitFor();
  expect((await changes()).filter(id => id?.includes('row:devices-3'))).toHaveLength(1);
  expect(workbench.read(DRAFT)).toBe(before);
  await page.getByRole('button', { name: 'Apply 5 changes' }).click();
});

test('applied, the YAML differs only in these nodes', async () => {
  await workbench.page.locator('.tab.active.dirty[data-resource-name="iteps-1.3.framework.yaml"]').waitFor();
  await workbench.save();
  const [was, is] = [before, workbench.read(DRAFT)].map(text => text.split('\n'));
  const gone = was!.filter(line => !is!.includes(line)).map(line => line.trim());
  const come = is!.filter(line => !was!.includes(line)).map(line => line.trim());
  expect(gone).toEqual([
    '2nd: Perform a wide range of hardware upgrades and repairs.',
    expect.stringMatching(/^"0.5": Perform basic install and check of devices/),
  ]);
  expect(come).toEqual([
    '2nd: "Carry out hardware upgrades: all kinds."',
    'withdrawn:',
    'since: "1.3"',
    '3rd: "Approve patches #1."',
    '"0.5": "0.5"',
    expect.stringMatching(/^- id: procurement-functions-[0-9a-f]{6}$/),
    '1st: Compare three quotes.',
  ]);
  const { framework, whole } = load(is!.join('\n'));
  expect(whole).toBe(true);
  const rows = framework.areas.find(area => area.id === 'procurement')!.sections[0]!.topics[0]!.rows;
  expect(rows.map(row => row.id.replace(/-[0-9a-f]{6}$/, '-new')).slice(0, 3)).toEqual([
    'procurement-functions-1',
    'procurement-functions-new',
    'procurement-functions-2',
  ]);
});

test('compared with the published version, just these changes are listed', async () => {
  await workbench.command('Framework: Compare with Another Version…');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'iteps-1.2' }).click();
  const page = await workbench.webview('1.2 → 1.3');
  await page.getByText('Carry out').first().waitFor();
  await workbench.screenshot('run-4-comparison-table');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.locator('[data-id]').first().waitFor();
  const ids = await page
    .locator('[data-id]')
    .evaluateAll(all => all.map(each => each.getAttribute('data-id')));
  expect(ids).toHaveLength(8);
  expect(ids.filter(id => id?.startsWith('set:framework'))).toHaveLength(3);
  await workbench.screenshot('run-4-comparison');
  for (const theme of ['dark', 'high-contrast-dark'] as const) {
    await workbench.theme(theme);
    await workbench.screenshot(`run-4-comparison-${theme}`);
  }
  await workbench.theme('light');
  await workbench.command('View: Close Editor');
});

test('one undo brings the draft back, byte for byte', async () => {
  await workbench.openFile(DRAFT);
  await workbench.press('Control+Z');
  await workbench.page.locator('.editor-group-container.active .tab.active.dirty').first().waitFor();
  await workbench.save();
  expect(workbench.read(DRAFT)).toBe(before);
  expect(workbench.errors).toEqual([]);
});
