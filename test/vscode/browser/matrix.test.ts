import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

const file = 'samples/iteps-1.3-draft.framework.yaml';

let workbench: Workbench;
let matrix: Frame;
beforeAll(async () => {
  workbench = await openWorkbench({ size: { width: 1600, height: 900 } });
  await workbench.openFile(file);
});
// One window serves all tests; what one leaves undone must not fail the next.
afterEach(({ task }) => (task.result?.state === 'fail' ? workbench.recover() : undefined));
afterAll(() => workbench?.close());

/** What the status bar says of the text's cursor, such as `Ln 42, Col 18 (57 selected)`. */
const cursor = () =>
  workbench.page
    .locator('.statusbar-item', { hasText: /^Ln \d+/ })
    .first()
    .innerText();

/** Puts the cursor of the text beside the matrix somewhere. */
const goTo = async (line: number, column: number) => {
  await workbench.press('Control+1');
  await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await workbench.goTo(line, column);
};
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

/** The cells whose statement is, or contains, a text. */
const cell = (text: string | RegExp) =>
  matrix.locator('.cell:not([aria-busy])', { has: matrix.locator('.text', { hasText: text }) });
/** Clicks a cell near the top. Only what is in view is drawn, and what was done before may have left it below. */
const clickCell = async (text: string | RegExp, options?: { button: 'right' }) => {
  await matrix.locator('.grid').hover();
  await workbench.page.mouse.wheel(0, -1e6);
  await cell(text).click(options);
};
const press = async (...keys: string[]) => {
  for (const key of keys) await workbench.press(key);
};
test('a click selects the statement in the text beside, F12 takes the reader there', async () => {
  await clickCell('Perform a wide range of hardware upgrades');
  await workbench.page.locator('.editor-instance .monaco-editor .selected-text').first().waitFor();
  expect(await matrix.evaluate(() => document.hasFocus())).toBe(true);
  await press('F12');
  await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  const statement = 'Perform a wide range of hardware upgrades and repairs.';
  expect(await cursor()).toMatch(
    new RegExp(`^Ln ${lineOf(statement)}, .*\\(${statement.length} selected\\)`),
  );
});

test('an edit in the text is followed, a file that is read again too', async () => {
  await workbench.type('Perform every hardware upgrade.');
  await matrix.locator('.cell', { hasText: /^Perform every hardware upgrade\.$/ }).waitFor();
  await workbench.command('File: Revert File');
  await matrix.locator('.cell', { hasText: 'Perform a wide range of hardware upgrades' }).waitFor();
});

test('the cursor in the text marks its cell', async () => {
  await goTo(lineOf('Detect, diagnose and resolve most hardware'), 30);
  await matrix.locator('.cell.cursor', { hasText: 'Detect, diagnose and resolve' }).waitFor();
  await goTo(lineOf('title: Support Request Management'), 20);
  await matrix.locator('.head.cursor', { hasText: 'Support Request Management' }).waitFor();
  const { top, bottom } = await matrix.locator('.head.cursor').evaluate(head => head.getBoundingClientRect());
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThan(900);
});

test('undo within the open cell is the cell’s own', async () => {
  await clickCell('Detect, diagnose and resolve most hardware');
  await press('F2');
  await workbench.type(' And more');
  await press('Control+Z');
  await expect.poll(() => matrix.locator('.editor-text').inputValue()).not.toContain('And more');
  expect(await workbench.page.locator('.tab.dirty').count()).toBe(0);
  await press('Escape');
});

test('a file that is changed outside, as by git, is followed, and what is being typed is kept', async () => {
  const text = workbench.read(file);
  await clickCell('Connect and check hardware devices');
  await workbench.type('Mine');
  writeFileSync(
    path.join(workbench.folder, file),
    text.replace('Perform a wide range of hardware', 'Perform all kinds of hardware'),
  );
  await cell('Perform all kinds of hardware').waitFor();
  expect(await matrix.locator('.editor-text').inputValue()).toBe('Mine');
  await press('Enter');
  await cell(/^Mine$/).waitFor();
  await cell('Perform all kinds of hardware').waitFor();
  await press('Control+Z');
  await workbench.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
  writeFileSync(path.join(workbench.folder, file), text);
  await cell('Perform a wide range of hardware').waitFor();
});

test('two matrices of one file show the same, each with its own selection', async () => {
  await clickCell('Connect and check hardware devices');
  // The matrix is the active editor once the place in the text is gone from the status bar.
  await workbench.page.locator('.statusbar-item', { hasText: /^Ln \d+/ }).waitFor({ state: 'detached' });
  await workbench.command('View: Split Editor Down');
  await workbench.page.locator('.tab.active', { hasText: 'iteps-1.3' }).nth(2).waitFor();
  const matrices = () =>
    Promise.all(
      workbench.page.frames().map(async frame => {
        const rows = await frame
          .locator('.statements')
          .count()
          .catch(() => 0);
        return rows > 0 ? frame : [];
      }),
    ).then(frames => frames.flat());
  await expect.poll(async () => (await matrices()).length).toBe(2);
  const other = (await matrices()).find(frame => frame !== matrix)!;
  await other.locator('.cell', { hasText: 'Perform a wide range of hardware' }).click();
  await workbench.type('Said below');
  await press('Enter');
  await cell(/^Said below$/).waitFor();
  await clickCell('Install and test new hardware');
  await workbench.type('Said above');
  await press('Enter');
  await other.locator('.cell', { hasText: /^Said above/ }).waitFor();
  await press('Control+Z', 'Control+Z');
  await other.locator('.cell', { hasText: 'Perform a wide range of hardware' }).waitFor();
  await workbench.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
  await other.locator('.cell', { hasText: 'Perform a wide range of hardware' }).click();
  await workbench.command('View: Close Editor');
  await expect.poll(async () => (await matrices()).length).toBe(1);
  // With the layout of the window its frame may be another.
  matrix = await workbench.webview('Devices & Applications');
  await matrix.locator('.statements').first().waitFor();
});

test('the level lens greys what the level below says already', async () => {
  await clickCell('Connect and check hardware devices');
  await press('Control+L');
  await matrix.locator('.cell.lens ins.added').first().waitFor();
  await workbench.screenshot('matrix-lens');
  await press('Control+L');
});

test('what changed since another version is marked in place', async () => {
  await matrix.locator('.toolbar button', { hasText: 'Changes' }).click();
  await matrix.locator('.menu-item', { hasText: /^Mark the changes/ }).click();
  await workbench.choose('iteps-1.2.framework.yaml');
  await matrix.locator('.since').first().waitFor();
  await workbench.screenshot('matrix-since');
  await matrix.locator('.toolbar button', { hasText: 'Since version 1.2' }).click();
  await matrix.locator('.menu-item', { hasText: 'Stop marking' }).click();
  await matrix.locator('.since').first().waitFor({ state: 'detached' });
});

test('what the problems are is marked in its cell', async () => {
  await matrix.locator('.marks').first().waitFor();
  expect(await matrix.locator('.marks').first().getAttribute('aria-label')).toMatch(
    /\d (warning|error|remark)/,
  );
});

test('a text that cannot be read leaves the matrix as it was, greyed, with a way to the error', async () => {
  await goTo(lineOf('title: Support Request Management'), 1);
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

test('a published framework is shown read-only, with the way to its next version', async () => {
  await workbench.openFile('framework/iteps-1.2.framework.yaml');
  await workbench.command('Framework: Open Level Matrix to the Side');
  const published = await workbench.webview('Start the next version');
  await published.locator('.cell', { hasText: 'Install and test new hardware' }).click();
  await workbench.type('x');
  await published.locator('.said', { hasText: 'is published' }).waitFor();
  expect(await published.locator('.editor').isVisible()).toBe(false);
  await workbench.screenshot('matrix-published');
  await press('Control+F4');
});

test('it looks right in all four kinds of theme', async () => {
  for (const theme of ['dark', 'high-contrast-dark', 'high-contrast-light', 'light'] as const) {
    await workbench.theme(theme);
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot(`matrix-${theme}`);
  }
  expect(workbench.errors).toEqual([]);
});
