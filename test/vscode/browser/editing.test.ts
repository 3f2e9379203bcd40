import { readFileSync } from 'node:fs';
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
