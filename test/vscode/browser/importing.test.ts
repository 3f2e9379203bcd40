// Importing what several reviewers returned, in a window of VS Code.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryDir } from '../../../scripts/vscode/server.mjs';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import { writeXlsx } from '../../../src/excel/index.ts';
import { load } from '../../helpers/loaded.ts';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

const FILE = 'demo.framework.yaml';
const TEXT = `format: "1"
framework: { id: demo, title: Demo, version: "1.1", status: draft }
levels: [{ id: "1", title: Level 1 }]
sectionKinds: [{ id: functions, title: Functions }]
areas:
  - id: service
    title: Service
    sections:
      - kind: functions
        topics:
          - id: backups
            title: Backups
            rows:
              - id: disk
                statements:
                  "1": Restore a disk.
              - id: tape
                statements:
                  "1": Restore a tape.
              - id: test
                statements:
                  "1": Test a backup.
  - id: buying
    title: Buying
    sections:
      - kind: functions
        topics:
          - id: offers
            title: Offers
            rows:
              - id: compare
                statements:
                  "1": Compare offers.
`;

/** What each of them writes instead of what stands there; Dora was sent one area only, and returned it as it was. */
const REVIEWS: Record<string, { readonly says: Record<string, string>; readonly areas?: string[] }> = {
  'Ada Example': {
    says: { 'Restore a disk.': 'Restore any disk.', 'Restore a tape.': 'Restore a tape in a day.' },
  },
  'Ben Sample': {
    says: { 'Restore a disk.': 'Restore any disk.', 'Restore a tape.': 'Restore a tape and test it.' },
  },
  'Cleo Model': {
    says: {
      'Restore a disk.': 'Restore any disk.',
      'Restore a tape.': 'Restore a tape in a day.',
      'Test a backup.': 'Test every backup.',
      'Compare offers.': 'Compare three offers.',
    },
  },
  'Dora Idle': { says: {}, areas: ['buying'] },
};

/** A folder with the framework and what the reviewers returned. */
async function folderOfRound(): Promise<string> {
  const folder = path.join(temporaryDir('round'), 'standards');
  mkdirSync(folder);
  writeFileSync(path.join(folder, FILE), TEXT);
  for (const [reviewer, { says, areas }] of Object.entries(REVIEWS)) {
    const scope = areas && { scope: { areas } };
    const book = layoutWorkbook(load(TEXT).framework, { base: TEXT, reviewer, ...scope });
    const sheets = book.sheets.map(sheet => ({
      ...sheet,
      rows: sheet.rows.map(row => ({
        ...row,
        cells: row.cells.map(cell => cell && { ...cell, text: says[cell.text] ?? cell.text }),
      })),
    }));
    const bytes = await writeXlsx({ ...book, sheets });
    writeFileSync(path.join(folder, `${reviewer.split(' ')[0]?.toLowerCase()}.xlsx`), bytes);
  }
  return folder;
}

let prepared: string;
let workbench: Workbench;
beforeAll(async () => {
  prepared = await folderOfRound();
  workbench = await openWorkbench({
    workspace: prepared,
    size: { width: 1440, height: 900 },
    // What is opened would be selected in the explorer instead of what a test selects there.
    settings: { 'explorer.autoReveal': false },
  });
});
afterAll(async () => {
  await workbench?.close();
  rmSync(path.dirname(prepared), { recursive: true, force: true });
});

const file = (name: string) =>
  workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
const selected = (name: string) =>
  workbench.page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: name }).first();
/** What is wanted, by row. */
const wanted = async (page: Frame) =>
  Object.fromEntries(
    await page
      .locator('.change')
      .evaluateAll(all =>
        all.map(each => [
          each.querySelector('[data-accept]')?.getAttribute('data-accept'),
          each.querySelector('.wanted')?.textContent,
        ]),
      ),
  );

test('workbooks that are selected in the explorer are imported from their menu, each change with who wants it', async () => {
  // Once it is open, VS Code knows our entries of its menus.
  await workbench.openFile(FILE);
  for (const name of ['ada.xlsx', 'ben.xlsx', 'cleo.xlsx', 'dora.xlsx']) {
    await file(name).click({ modifiers: ['ControlOrMeta'] });
    await selected(name).waitFor();
  }
  await workbench.contextMenu(file('ben.xlsx'), 'Import from Excel…');
  const page = await workbench.webview('Import into demo.framework.yaml');
  await page.locator('.change').first().waitFor();
  expect(await wanted(page)).toEqual({
    'set:statement:disk/1': 'by Ada Example, Ben Sample, Cleo Model: all who were sent it',
    'set:statement:test/1': 'by Cleo Model',
    'set:statement:compare/1': 'by Cleo Model',
  });
  expect(await page.locator('.toolbar > .outcome').innerText()).toBe(
    'All agree on 1 change, one reviewer alone wants 2. Returned as it was sent: Dora Idle.',
  );
  expect(await page.locator('.option').allInnerTexts()).toEqual(['Ada Example, Cleo Model', 'Ben Sample']);
  for (const theme of ['dark', 'high-contrast-dark', 'light'] as const) {
    await workbench.theme(theme);
    await workbench.screenshot(`import-of-several-${theme}`);
  }
});

test('a conflict that is decided is a change, with who wants it otherwise', async () => {
  const page = await workbench.webview('Import into demo.framework.yaml');
  await page.locator('[data-decision][value="Ben Sample"]').check();
  await page.getByRole('button', { name: 'Apply 4 changes' }).waitFor();
  expect(await wanted(page)).toMatchObject({
    'set:statement:tape/1': 'by Ben Sample; Ada Example, Cleo Model want it otherwise',
  });
});

test('what all agree on is accepted at once, and one undo takes it back', async () => {
  const page = await workbench.webview('Import into demo.framework.yaml');
  const all = page.getByRole('checkbox', { name: 'Accept all changes', exact: true });
  await all.uncheck();
  await page.getByLabel('Agreement', { exact: true }).selectOption('all');
  await page.getByRole('checkbox', { name: /^Row disk/ }).check();
  await page.getByRole('button', { name: 'Apply 1 change' }).click();
  await workbench.page.locator(`.tab.active.dirty[data-resource-name="${FILE}"]`).waitFor();
  await workbench.save();
  expect(workbench.read(FILE)).toBe(TEXT.replace('Restore a disk.', 'Restore any disk.'));
  await workbench.press('Control+Z');
  await workbench.page.locator(`.tab.active.dirty[data-resource-name="${FILE}"]`).waitFor();
  await workbench.save();
  expect(workbench.read(FILE)).toBe(TEXT);
});

test('from the menu of the framework, what came back is asked for; of one reviewer nobody is named', async () => {
  await file(FILE).click();
  await workbench.contextMenu(file(FILE), 'Import from Excel…');
  await workbench.answerFileDialog(path.join(workbench.folder, 'ada.xlsx'));
  const page = await workbench.webview('Restore a tape in a day.');
  expect(await wanted(page)).toEqual({
    'set:statement:disk/1': undefined,
    'set:statement:tape/1': undefined,
  });
  expect(await page.locator('.toolbar > .outcome').isVisible()).toBe(false);
  expect(await page.getByLabel('Reviewer', { exact: true }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(workbench.errors).toEqual([]);
});
