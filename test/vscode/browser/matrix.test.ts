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
/** Takes back so many steps, by which the file must be as it is on disk. */
const undo = async (steps: number) => {
  for (let step = 0; step < steps; step++) await workbench.press('Control+Z');
  await workbench.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
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

test('a statement is reworded by typing, and undone and done again with VS Code’s own keys', async () => {
  await clickCell('Follow instructions to support the use of hardware');
  await workbench.type('Support the use of hardware.');
  await press('Enter');
  await cell(/^Support the use of hardware\.$/).waitFor();
  await workbench.page.locator('.tab.dirty').first().waitFor();
  await press('Control+Z');
  await cell('Follow instructions to support the use of hardware').waitFor();
  await press('Control+Y');
  await cell(/^Support the use of hardware\.$/).waitFor();
  await press('Control+Z');
  await cell('Follow instructions to support the use of hardware').waitFor();
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

test('edits here and in the text are undone one after the other', async () => {
  await clickCell('Detect, diagnose and resolve most hardware');
  await workbench.type('From the matrix');
  await press('Enter');
  await cell(/^From the matrix$/).waitFor();
  await goTo(lineOf('Undertake advanced diagnosis procedures'), 200);
  await workbench.type('!');
  await cell('diagnosis procedures on hardware and software.!').waitFor();
  await clickCell('From the matrix');
  await press('Control+Z');
  await cell(/software\.$/)
    .first()
    .waitFor();
  await press('Control+Z');
  await cell('Detect, diagnose and resolve most hardware').waitFor();
  await undo(0);
});

test('rows are inserted, filled, moved and deleted, cells cleared and filled down', async () => {
  const rows = async () => Number.parseInt(await matrix.locator('.count').innerText(), 10);
  await clickCell('Install simple software');
  const before = await rows();
  await press('Control+Enter');
  await expect.poll(rows).toBe(before + 1);
  await matrix.locator('.said', { hasText: 'Row added' }).waitFor();
  await workbench.type('A row of its own');
  await press('Enter');
  await clickCell(/^A row of its own$/);
  await press('Alt+ArrowUp');
  const above = () =>
    cell(/^A row of its own$/).evaluate(
      element => element.closest('.statements')?.nextElementSibling?.textContent ?? '',
    );
  await expect.poll(above).toContain('Install simple software');
  await press('Shift+ArrowDown', 'Control+D');
  await expect.poll(() => cell(/^A row of its own$/).count()).toBe(2);
  await press('Escape', 'Delete');
  await expect.poll(() => cell(/^A row of its own$/).count()).toBe(1);
  await press('Control+Shift+K');
  await expect.poll(rows).toBe(before);
  await undo(6);
  await cell('Install simple software').waitFor();
});

test('cells are copied and pasted by the clipboard, here and from the text', async () => {
  await clickCell('Connect and check hardware devices');
  await press('Shift+ArrowRight', 'Control+C');
  await matrix.locator('.said', { hasText: 'Copied 2 cells' }).waitFor();
  await clickCell('Identify the need for software');
  await press('Control+V');
  await expect.poll(() => cell('Connect and check hardware devices').count()).toBe(2);
  await expect.poll(() => cell('Install and test new hardware').count()).toBe(2);
  await undo(1);
});

test('a row is moved by its handle, and one by the menu', async () => {
  const order = () =>
    matrix
      .locator('.statements')
      .evaluateAll(rows => rows.slice(0, 3).map(row => (row as HTMLElement).dataset.key));
  await press('Control+Home');
  const before = await order();
  await matrix
    .locator('.row-handle')
    .first()
    .dragTo(cell('Install simple software'), { targetPosition: { x: 40, y: 4 } });
  await expect.poll(order).toEqual([before[1], before[0], before[2]]);
  await clickCell('Connect and check hardware devices', { button: 'right' });
  await matrix.locator('.menu-item', { hasText: /^Row$/ }).click();
  await matrix.locator('.menu-item', { hasText: 'Move up' }).click();
  await expect.poll(order).toEqual(before);
  await undo(2);
});

test('words are found and replaced in all statements', async () => {
  await clickCell('Connect and check hardware devices');
  await press('Control+H');
  await matrix.locator('.find-bar [aria-label="Find"]').waitFor();
  await workbench.type('hardware');
  await matrix.locator('.find-count', { hasText: /^1 of \d+$/ }).waitFor();
  await matrix.locator('.find-bar [aria-label="Replace with"]').fill('kit');
  await matrix.locator('.find-bar button', { hasText: 'Replace all' }).click();
  await matrix.locator('.find-count', { hasText: 'Nothing found' }).waitFor();
  await press('Escape');
  await undo(1);
  await cell('Connect and check hardware devices').waitFor();
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
  await matrix.locator('.menu-item', { hasText: 'Mark the changes' }).click();
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
