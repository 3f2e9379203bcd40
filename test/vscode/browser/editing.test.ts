import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/install.mjs';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

const DRAFT = 'samples/iteps-1.3-draft.framework.yaml';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({ host: 'web', size: { width: 1440, height: 900 } });
});
afterAll(() => workbench?.close());

/** The line, from 1, on which a text stands in a file of the repository. */
function lineOf(text: string): number {
  return readFileSync(path.join(root, DRAFT), 'utf8').split(text)[0]!.split('\n').length;
}

test('the Framework view lists areas and topics, and a click leads to them', async () => {
  await workbench.openFile(DRAFT);
  await workbench.command('View: Show Framework');
  const tree = workbench.page.locator('.sidebar .monaco-list-row');
  await tree.filter({ hasText: 'Technical Skills' }).first().waitFor();
  await tree.filter({ hasText: 'Devices & Applications' }).first().click();
  const line = lineOf('title: Devices & Applications');
  await workbench.page.locator('.statusbar-item', { hasText: `Ln ${line}, ` }).waitFor();
  const status = workbench.page.locator('.statusbar-item', { hasText: '1.3 draft' });
  expect(await status.getAttribute('aria-label')).toMatch(/version 1\.3, draft/);
  await workbench.screenshot('editing-framework-view');
});

test('a half-typed key is completed, in a text that is broken there', async () => {
  await workbench.goTo(lineOf('- id: devices-1'), 100);
  await workbench.press('Enter');
  await workbench.type('no');
  const suggestions = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
  await workbench.press('Control+Space');
  await suggestions.filter({ hasText: 'note' }).first().waitFor();
  await workbench.screenshot('editing-completion');
  await workbench.press('Enter');
  await workbench.type('Ask Ada.');
  await workbench.save();
  expect(workbench.read(DRAFT)).toContain('- id: devices-1\n                note: Ask Ada.\n');
});

/** Line and column, from 1, of a text in a file as it was saved last. */
function placeIn(file: string, text: string, shift = 0): [number, number] {
  const lines = workbench.read(file).split(text)[0]!.split('\n');
  return [lines.length, lines.at(-1)!.length + 1 + shift];
}

test('F12 leads from a mention of an id to its row', async () => {
  await workbench.goTo(...placeIn(DRAFT, 'splitFrom: devices-5', 12));
  await workbench.press('F12');
  const [line] = placeIn(DRAFT, '- id: devices-5');
  await workbench.page.locator('.statusbar-item', { hasText: `Ln ${line}, ` }).waitFor();
});

test('F2 renames an id wherever it stands, and keeps the old one as a former id', async () => {
  await workbench.press('F2');
  const input = workbench.page.locator('.rename-box input');
  await input.waitFor({ state: 'visible' });
  await input.fill('devices-by-key');
  await workbench.screenshot('editing-rename');
  await workbench.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await workbench.page.locator('.view-line', { hasText: 'devices-by-key' }).first().waitFor();
  await workbench.save();
  const text = workbench.read(DRAFT);
  expect(text).toContain('- id: devices-by-key\n');
  expect(text).toContain('splitFrom: devices-by-key\n');
  expect(text).toMatch(/formerIds:\s+(?:- |\[)devices-5\b/);
});

test('a selection grows by the keyboard from a statement to its cell and its row', async () => {
  const row = /- id: devices-1\n[\s\S]*?(?=\n +- id: )/.exec(workbench.read(DRAFT))![0].trimEnd();
  const cell = /"0\.5": .*/.exec(row)![0];
  await workbench.goTo(...placeIn(DRAFT, cell, 12));
  const selected = workbench.page.locator('.statusbar-item', { hasText: 'selected' });
  const sizes: number[] = [];
  while ((sizes.at(-1) ?? 0) < row.length) {
    await workbench.press('Shift+Alt+ArrowRight');
    const size = async () => Number(/\((\d+) selected/.exec(await selected.innerText())?.[1]);
    await expect.poll(size, { timeout: 10_000 }).toBeGreaterThan(sizes.at(-1) ?? 0);
    sizes.push(await size());
  }
  expect(sizes).toContain(cell.length - '"0.5": '.length);
  expect(sizes).toContain(cell.length);
  await workbench.screenshot('editing-selection');
});

test('the settings of the rules are explained and completed', async () => {
  const file = 'samples/framework.config.yaml';
  writeFileSync(path.join(workbench.folder, file), 'rules:\n  verb-first: warning\n  ');
  await workbench.openFile(file);
  expect(await workbench.hover(2, 5)).toContain('does not begin with its verb');
  await workbench.press('Escape');
  await workbench.goTo(3, 3);
  await workbench.type('same-s');
  await workbench.press('Control+Space');
  const suggestions = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
  await suggestions.filter({ hasText: 'same-statement' }).first().waitFor();
  await workbench.press('Enter');
  await suggestions.filter({ hasText: 'error' }).first().waitFor();
  await workbench.screenshot('editing-settings');
  await workbench.type('off');
  await suggestions.filter({ hasText: 'off' }).first().waitFor();
  await workbench.press('Enter');
  await workbench.save();
  expect(workbench.read(file)).toMatch(/\n {2}same-statement: off/);
  await workbench.command('View: Close Editor');
});

test('the outline shows the structure with the first words of each row', async () => {
  await workbench.command('Explorer: Focus on Outline View');
  const rows = workbench.page.locator('.outline-tree .monaco-list-row');
  await rows.filter({ hasText: 'Technical Skills' }).first().waitFor();
  await workbench.screenshot('editing-outline');
  expect(await rows.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('0.5 line')]));
  expect(workbench.errors).toEqual([]);
});

test('an export asks what goes out, for whom and what to mark, and Enter each time exports all of it', async () => {
  await workbench.openFile(DRAFT);
  await workbench.command('Framework: Export to Excel…');
  const asked = workbench.page.locator('.quick-input-widget');
  await asked.getByText('Export to Excel (1/3)').waitFor();
  await asked.getByText('Procurement').first().waitFor();
  await workbench.screenshot('export-scope');
  await workbench.press('Enter');
  await asked.getByText('Export to Excel (2/3)').waitFor();
  await workbench.type('Ada Example');
  await workbench.press('Enter');
  await asked.getByText('Export to Excel (3/3)').waitFor();
  await asked.getByText('Mark what changed since version 1.2').waitFor();
  await workbench.screenshot('export-since');
  await workbench.press('Enter');
  const named = () => asked.locator('input').first().inputValue();
  await expect.poll(named, { timeout: 20_000 }).toMatch(/iteps-1\.3-draft-Ada-Example\.xlsx$/);
  await workbench.screenshot('export-where');
  await workbench.press('Enter');
  await workbench.page.getByText('Exported to samples/iteps-1.3-draft-Ada-Example.xlsx').first().waitFor();
  expect(workbench.read('samples/iteps-1.3-draft-Ada-Example.xlsx')).toMatch(/^PK/);
  expect(workbench.errors).toEqual([]);
});

test('where there is no Git, that is said, with what to do instead', async () => {
  await workbench.openFile(DRAFT);
  await workbench.command('Framework: Compare with the Last Commit, by Meaning');
  const told = await workbench.notification('cannot be compared with the last commit');
  expect(told).toContain('Git is not available here. Compare it with another file');
});
