import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

const file = 'samples/iteps-1.3-draft.framework.yaml';

let workbench: Workbench;
let matrix: Frame;
beforeAll(async () => {
  workbench = await openWorkbench({ size: { width: 1600, height: 900 } });
  await workbench.openFile(file);
});
afterAll(() => workbench?.close());

/** What the status bar says of the text's cursor, such as `Ln 42, Col 18 (57 selected)`. */
const cursor = () =>
  workbench.page
    .locator('.statusbar-item', { hasText: /^Ln \d+/ })
    .first()
    .innerText();

const lineOf = (text: string) =>
  workbench
    .read(file)
    .split('\n')
    .findIndex(line => line.includes(text)) + 1;

test('the matrix opens beside the text by its button, and shows the framework', async () => {
  await workbench.page
    .locator('.editor-actions [aria-label^="Open Level Matrix to the Side"]')
    .first()
    .click();
  matrix = await workbench.webview('Devices & Applications');
  expect(await matrix.locator('.badge').innerText()).toBe('Draft 1.3');
  expect(await matrix.locator('.level-head').allInnerTexts()).toHaveLength(4);
  await workbench.page.locator('.tab.active', { hasText: 'iteps-1.3' }).nth(1).waitFor();
});

test('opening it changes nothing', async () => {
  await workbench.page.waitForTimeout(300);
  expect(await workbench.page.locator('.tab.dirty').count()).toBe(0);
});

test('a click goes to the statement in the text, Enter takes the reader there', async () => {
  const cell = matrix.locator('.cell', { hasText: 'Perform a wide range of hardware upgrades' });
  await cell.click();
  await workbench.page.locator('.editor-instance .monaco-editor .selected-text').first().waitFor();
  expect(await matrix.evaluate(() => document.hasFocus())).toBe(true);
  await workbench.press('Enter');
  await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  const statement = 'Perform a wide range of hardware upgrades and repairs.';
  expect(await cursor()).toMatch(
    new RegExp(`^Ln ${lineOf(statement)}, .*\\(${statement.length} selected\\)`),
  );
});

test('an edit in the text is followed, an undo too', async () => {
  await workbench.type('Perform every hardware upgrade.');
  await matrix.locator('.cell', { hasText: /^Perform every hardware upgrade\.$/ }).waitFor();
  for (let step = 0; step < 40; step++) {
    await workbench.press('Control+Z');
    if ((await workbench.page.locator('.tab.dirty').count()) === 0) break;
  }
  await matrix.locator('.cell', { hasText: 'Perform a wide range of hardware upgrades' }).waitFor();
});

test('the cursor in the text marks its cell', async () => {
  await workbench.goTo(lineOf('Detect, diagnose and resolve most hardware'), 30);
  await matrix.locator('.cell.cursor', { hasText: 'Detect, diagnose and resolve' }).waitFor();
  await workbench.goTo(lineOf('title: Support Request Management'), 20);
  await matrix.locator('.head.cursor', { hasText: 'Support Request Management' }).waitFor();
  const { top, bottom } = await matrix.locator('.head.cursor').evaluate(head => head.getBoundingClientRect());
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThan(900);
});

test('what the problems are is marked in its cell', async () => {
  await matrix.locator('.marks').first().waitFor();
  expect(await matrix.locator('.marks').first().getAttribute('aria-label')).toMatch(
    /\d (warning|error|remark)/,
  );
});

test('a text that cannot be read leaves the matrix as it was, greyed, with a way to the error', async () => {
  await workbench.goTo(lineOf('title: Support Request Management'), 1);
  await workbench.type('"');
  await matrix.locator('.problem', { hasText: 'The text cannot be read.' }).waitFor();
  await matrix.locator('.grid.stale').waitFor();
  await workbench.screenshot('matrix-unreadable');
  await matrix.locator('.problem .link').click();
  await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await workbench.press('Control+Z');
  await matrix.locator('.problem').waitFor({ state: 'hidden' });
});

test('it comes back as it was when its tab is shown again', async () => {
  await matrix.locator('.filter-input').fill('hardware');
  await matrix.locator('.count', { hasText: 'of' }).waitFor();
  await workbench.page.waitForTimeout(500);
  await workbench.openFile('small.framework.yaml');
  await workbench.page.locator('.tab', { hasText: 'iteps-1.3' }).nth(1).click();
  matrix = await workbench.webview(/of 7\d rows/);
  await matrix.locator('.count', { hasText: /of 7\d rows/ }).waitFor();
  expect(await matrix.locator('.filter-input').inputValue()).toBe('hardware');
  await matrix.locator('.filter-input').fill('');
});

test('it looks right in all four kinds of theme', async () => {
  for (const theme of ['dark', 'high-contrast-dark', 'high-contrast-light', 'light'] as const) {
    await workbench.theme(theme);
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot(`matrix-${theme}`);
  }
  expect(workbench.errors).toEqual([]);
});
