import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MatrixEditor, openEditor } from '../../webview/editor.ts';
import { COPIED_HTML } from '../../webview/matrix/spreadsheets.ts';
import { openBrowser, type PageOptions } from '../../webview/page.ts';

const draft = 'samples/iteps-1.3-draft.framework.yaml';
const small = 'test/vscode/workspace/small.framework.yaml';

let browser: Browser;
let editor: MatrixEditor | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  expect(await editor?.page.violations()).toEqual([]);
  await editor?.page.close();
  editor = undefined;
});
afterAll(() => browser?.close());

async function open(file = draft, options?: PageOptions & { text?: string }): Promise<MatrixEditor> {
  editor = await openEditor(browser, file, { size: { width: 1400, height: 900 }, ...options });
  editor.page.page.setDefaultTimeout(5000);
  return editor;
}

const dom = () => editor!.page.page;
const cell = (row: string, level: number) => dom().locator(`[data-key="r:${row}"] [data-level="${level}"]`);
const box = () => dom().locator('.editor-text');
const press = async (...keys: string[]) => {
  for (const key of keys) await dom().keyboard.press(key);
};
const type = (text: string) => dom().keyboard.type(text);
const said = (words: string | RegExp) => dom().locator('.said', { hasText: words }).waitFor();
const shows = (row: string, level: number, words: string | RegExp) =>
  dom()
    .locator(`[data-key="r:${row}"] [data-level="${level}"]:not([aria-busy])`, { hasText: words })
    .waitFor();
/** The rows that are shown, by id, from the top. */
const rowIds = () =>
  dom()
    .locator('.statements')
    .evaluateAll(rows => rows.map(row => (row as HTMLElement).dataset.key!.slice(2)));
const focusedOn = () =>
  dom().evaluate(() => {
    const at = document.activeElement as HTMLElement;
    return `${at.closest<HTMLElement>('[data-key]')?.dataset.key} ${at.dataset.level}`;
  });
const menuItem = (label: string) =>
  dom().locator('.menu-item', { has: dom().locator('.menu-label', { hasText: new RegExp(`^${label}$`) }) });

describe('A cell is edited', () => {
  it('by F2: what it says is there to be changed; Enter writes it and goes down', async () => {
    await open();
    await cell('devices-1', 1).click();
    await press('F2');
    expect(await box().inputValue()).toBe(
      'Install and test new hardware e.g. install new graphics card in a PC.',
    );
    await press('Control+A');
    await type('Install new hardware.');
    await press('Enter');
    await shows('devices-1', 1, /^Install new hardware\.$/);
    expect(await focusedOn()).toBe('r:devices-2 1');
    expect(editor!.text).toContain('1st: Install new hardware.\n');
    expect(editor!.steps).toBe(1);
  });

  it('by typing: what it says is replaced; Tab writes it and goes right, arrows go on', async () => {
    await open();
    await cell('devices-2', 0).click();
    await type('One');
    await press('Tab');
    await type('Two');
    await press('ArrowDown');
    await shows('devices-2', 0, /^One$/);
    await shows('devices-2', 1, /^Two$/);
    expect(await focusedOn()).toBe('r:devices-3 1');
    expect(editor!.steps).toBe(2);
  });

  it('by a double click, with lines of its own by Shift+Enter and Alt+Enter', async () => {
    await open();
    await cell('devices-1', 1).dblclick();
    await press('Control+A');
    await type('First');
    await press('Shift+Enter');
    await type('Second');
    await press('Alt+Enter');
    await type('Third');
    await press('Enter');
    await shows('devices-1', 1, /Third/);
    expect(await cell('devices-1', 1).locator('.text > p').allInnerTexts()).toEqual([
      'First',
      'Second',
      'Third',
    ]);
  });

  it('and left as it was by Esc', async () => {
    await open();
    const before = editor!.text;
    await cell('devices-1', 1).click();
    await type('Nothing');
    await press('Escape');
    expect(await box().isVisible()).toBe(false);
    expect(await focusedOn()).toBe('r:devices-1 1');
    expect(await cell('devices-1', 1).innerText()).toMatch(/^Install and test/);
    expect(editor!.text).toBe(before);
  });

  it('with an undo of its own in the box, and the document’s outside of it', async () => {
    await open();
    await cell('devices-1', 1).click();
    await press('F2');
    await type(' More');
    await press('Control+Z');
    expect(await box().inputValue()).not.toContain('More');
    await press('Control+A');
    await type('Other');
    await press('Enter');
    await shows('devices-1', 1, /^Other$/);
    await dom().locator('.edit-bar [aria-label="Undo"]').click();
    await shows('devices-1', 1, /^Install and test/);
    await dom().locator('.edit-bar [aria-label="Redo"]').click();
    await shows('devices-1', 1, /^Other$/);
  });

  it('and what is typed with an input method is not cut off by its Enter', async () => {
    await open();
    await cell('devices-1', 1).click();
    await press('F2');
    await press('Control+A');
    const session = await dom().context().newCDPSession(dom());
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await dom().evaluate(() => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
      document.activeElement?.dispatchEvent(event);
    });
    expect(await box().isVisible()).toBe(true);
    await session.send('Input.insertText', { text: '日本' });
    await press('Enter');
    await shows('devices-1', 1, /^日本$/);
  });

  it('while it is scrolled out of view and back', async () => {
    await open();
    await cell('devices-1', 1).click();
    await type('Far away');
    await dom().locator('.grid').hover();
    await dom().mouse.wheel(0, 4000);
    await dom().waitForFunction(() => document.querySelector('.grid')!.scrollTop > 3000);
    await type(' and back');
    await press('Enter');
    await dom().locator('.said', { hasText: /./ }).waitFor();
    await expect.poll(() => editor!.text).toContain('1st: Far away and back\n');
  });

  it('while the text is edited elsewhere: what is about other cells is followed', async () => {
    await open();
    await cell('devices-1', 1).click();
    await type('Mine');
    editor!.edit('Perform a wide range of hardware upgrades', 'Perform every hardware upgrade');
    await shows('devices-1', 2, /^Perform every/);
    expect(await box().inputValue()).toBe('Mine');
    expect(await box().evaluate(area => document.activeElement === area)).toBe(true);
    await press('Enter');
    await shows('devices-1', 1, /^Mine$/);
    expect(editor!.text).toContain('Perform every hardware upgrade');
  });

  it('and asks where that very cell was changed elsewhere', async () => {
    await open();
    await cell('devices-1', 1).click();
    await type('Mine');
    editor!.edit('Install and test new hardware', 'Theirs install new hardware');
    const message = dom().locator('.editor-message', { hasText: 'Theirs install new hardware' });
    await message.waitFor();
    await press('Enter');
    expect(await box().inputValue()).toBe('Mine');
    await message.locator('button', { hasText: 'Keep my text' }).click();
    await shows('devices-1', 1, /^Mine$/);
    expect(editor!.text).not.toContain('Theirs');
  });

  it('and kept where its row is gone', async () => {
    await open(small);
    const key = (await rowIds())[0]!;
    await cell(key, 0).click();
    await type('Kept');
    const lines = editor!.text.split('\n');
    const from = lines.findIndex(line => line.includes(`- id: ${key}`));
    const to = lines.findIndex((line, at) => at > from && /^\s*- id:/.test(line));
    editor!.edit(`${lines.slice(from, to).join('\n')}\n`, '');
    await dom().locator('.editor-message', { hasText: 'no longer in the file' }).waitFor();
    expect(await box().inputValue()).toBe('Kept');
    await dom().locator('.editor-message button', { hasText: 'Give up' }).click();
    expect(await box().isVisible()).toBe(false);
  });

  it('and its text comes back with the page where the page was hidden meanwhile', async () => {
    await open();
    await cell('devices-1', 1).click();
    await type('Not written yet');
    const saved = await editor!.hide();
    await editor!.open(browser, { saved });
    await dom().locator('.editor-text').waitFor();
    expect(await box().inputValue()).toBe('Not written yet');
    await press('Enter');
    await shows('devices-1', 1, /^Not written yet$/);
  });

  it('and comes back where it was on its way when the page was hidden, and then refused', async () => {
    await open();
    let release: () => void = () => undefined;
    editor!.held = new Promise(done => {
      release = done;
    });
    await cell('devices-1', 1).click();
    await type('On its way');
    await press('Enter');
    const saved = await editor!.hide();
    editor!.edit('1st: Install and test new hardware', '1st: Someone else tests new hardware');
    release();
    await editor!.open(browser, { saved });
    await dom().locator('.editor-text').waitFor();
    expect(await box().inputValue()).toBe('On its way');
    await dom().locator('.editor-message', { hasText: 'Someone else tests' }).waitFor();
  });

  it('and does not come back where it was written while the page was hidden', async () => {
    await open();
    await cell('devices-1', 1).click();
    await type('Written meanwhile');
    await press('Enter');
    const saved = await editor!.hide();
    await editor!.open(browser, { saved });
    await shows('devices-1', 1, /^Written meanwhile$/);
    expect(await box().isVisible()).toBe(false);
  });

  it('and not written where the text cannot be read, until it can again', async () => {
    await open();
    await cell('devices-1', 1).click();
    await type('Later');
    editor!.edit('title: Devices & Applications', 'title: "Devices & Applications');
    await dom().locator('.grid.stale').waitFor();
    await press('Enter');
    await dom().locator('.editor-message', { hasText: 'Not written yet' }).waitFor();
    editor!.edit('title: "Devices & Applications', 'title: Devices & Applications');
    await dom().locator('.grid:not(.stale)').waitFor();
    await press('Enter');
    await shows('devices-1', 1, /^Later$/);
  });

  it('in a title: of a topic and of an area', async () => {
    await open();
    await dom().locator('[data-key="t:devices-and-applications"] .head').click();
    await press('F2');
    await press('Control+A');
    await type('Devices');
    await press('Enter');
    await dom()
      .locator('.topic-head[data-key] .title', { hasText: /^Devices$/ })
      .waitFor();
    await dom().locator('.heading.area .head').first().dblclick();
    await press('Control+A');
    await type('Skills');
    await press('Enter');
    await dom()
      .locator('.heading.area .title', { hasText: /^Skills$/ })
      .waitFor();
  });
});

describe('Cells are selected', () => {
  const selected = () => dom().locator('.cell[aria-selected="true"]').count();

  it('by Shift and arrows, by dragging, and by Shift+click', async () => {
    await open();
    await cell('devices-1', 0).click();
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await selected()).toBe(4);
    await said('4 cells selected, 2 rows × 2 levels');
    await cell('devices-1', 1).dragTo(cell('devices-3', 2));
    expect(await selected()).toBe(6);
    await cell('devices-2', 3).click({ modifiers: ['Shift'] });
    expect(await selected()).toBe(6);
    await press('Escape');
    expect(await selected()).toBe(1);
  });

  it('as rows, columns, and everything', async () => {
    await open();
    await cell('devices-2', 1).click();
    await press('Shift+ArrowDown', 'Shift+Space');
    expect(await selected()).toBe(8);
    await press('Escape', 'Control+Space');
    await dom().locator('.foot', { hasText: '78 rows × 1 level' }).waitFor();
    await press('Control+A');
    await said('312 cells selected');
    await dom().locator('[data-key="r:devices-3"] .row-handle').click();
    expect(await selected()).toBe(4);
    await dom().locator('.level-head').nth(2).click();
    await dom().locator('.foot', { hasText: '78 rows × 1 level' }).waitFor();
  });
});

describe('With what is selected one can', () => {
  it('clear, in one step', async () => {
    await open();
    await cell('devices-1', 0).click();
    await press('Shift+ArrowDown', 'Delete');
    await shows('devices-1', 0, 'Not stated');
    await shows('devices-2', 0, 'Not stated');
    expect(editor!.steps).toBe(1);
  });

  it('fill down', async () => {
    await open();
    await cell('devices-1', 3).click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+D');
    await shows('devices-4', 3, /^Undertake advanced diagnosis/);
    expect(editor!.steps).toBe(1);
  });

  it('insert rows above and below, duplicate and delete them', async () => {
    await open();
    await cell('devices-2', 1).click();
    const before = await rowIds();
    await press('Control+Enter');
    await expect
      .poll(async () => (await rowIds()).indexOf('devices-3'))
      .toBe(before.indexOf('devices-3') + 1);
    const added = (await rowIds())[before.indexOf('devices-3')]!;
    await expect.poll(focusedOn).toBe(`r:${added} 1`);
    await type('A new statement.');
    await press('Enter');
    await shows(added, 1, /^A new statement\.$/);
    await press('ArrowUp', 'Alt+Shift+ArrowDown');
    await expect
      .poll(
        async () =>
          await dom()
            .locator('.cell', { hasText: /^A new statement\.$/ })
            .count(),
      )
      .toBe(2);
    await cell(added, 1).click();
    await press('Control+Shift+K');
    await expect.poll(rowIds).not.toContain(added);
    expect(editor!.steps).toBe(4);
  });

  it('move rows up and down, and over the edge of their topic', async () => {
    await open();
    await cell('devices-2', 1).click();
    await press('Alt+ArrowUp');
    await expect.poll(async () => (await rowIds()).slice(0, 2)).toEqual(['devices-2', 'devices-1']);
    expect(await focusedOn()).toBe('r:devices-2 1');
    await press('Alt+ArrowDown');
    await expect.poll(async () => (await rowIds()).slice(0, 2)).toEqual(['devices-1', 'devices-2']);
    const last = (await rowIds())[5]!;
    await cell(last, 1).click();
    await press('Alt+ArrowDown');
    await said(/[Mm]oved/);
    const topic = dom().locator('.topic-item', { has: dom().locator(`[data-key="r:${last}"]`) });
    await expect.poll(() => topic.getAttribute('aria-label')).toContain('Network');
  });

  it('move a statement to another level, if that is empty', async () => {
    await open();
    const row = (await rowIds())[5]!;
    await cell(row, 1).click();
    await press('Alt+ArrowRight');
    await shows(row, 2, /^Complete required software/);
    await shows(row, 1, 'Not stated');
    await cell('devices-1', 1).click();
    await press('Alt+ArrowRight');
    await said('not empty');
    expect(editor!.steps).toBe(1);
  });

  it('split a statement where the cursor stands, and merge rows', async () => {
    await open();
    await cell('devices-1', 1).click();
    await press('F2', 'Control+Home');
    for (let letter = 0; letter < 'Install and test new hardware'.length; letter++) await press('ArrowRight');
    await press('Control+Enter');
    await shows('devices-1', 1, /^Install and test new hardware$/);
    const second = (await rowIds())[1]!;
    await shows(second, 1, /^e\.g\. install new graphics card/);
    await cell('devices-1', 1).click();
    await press('Shift+ArrowDown', 'Alt+J');
    await shows('devices-1', 1, /graphics card/);
    expect(editor!.steps).toBe(2);
  });

  it('open a menu within a menu in a narrow pane, and it does not come to lie under the mouse', async () => {
    await open(draft, { size: { width: 420, height: 700 } });
    await cell('devices-1', 1).click({ button: 'right' });
    await menuItem('Row').hover();
    const item = (await menuItem('Row').boundingBox())!;
    const inner = (await dom().locator('.menu[aria-label="Row"]').boundingBox())!;
    const beyond = inner.y >= item.y + item.height - 1 || inner.y + inner.height <= item.y + 1;
    expect(beyond, JSON.stringify({ item, inner })).toBe(true);
    await menuItem('Row').click();
    await menuItem('Move down').click();
    await expect.poll(async () => (await rowIds())[0]).toBe('devices-2');
  });

  it('say what an empty cell means, by the menu', async () => {
    await open();
    await cell('devices-4', 3).click({ button: 'right' });
    await menuItem('An empty cell means').click();
    await menuItem('Not applicable at this level').click();
    await shows('devices-4', 3, 'Not applicable');
    expect(editor!.text).toContain('not-applicable');
  });

  it('withdraw with a reason, and restore', async () => {
    await open();
    await cell('devices-2', 1).click();
    await dom().locator('.edit-bar button', { hasText: 'Row' }).click();
    await menuItem('Withdraw…').click();
    await type('No longer done');
    await press('Enter');
    await expect.poll(() => editor!.text).toContain('reason: No longer done');
    await dom().locator('.toolbar button', { hasText: 'View' }).click();
    await menuItem('Withdrawn rows').click();
    await cell('devices-2', 1).click({ button: 'right' });
    await menuItem('Row').click();
    await menuItem('Restore').click();
    await expect.poll(() => editor!.text).not.toContain('No longer done');
  });

  it('add a topic, an area and a level, and remove the level', async () => {
    await open();
    await cell('devices-2', 1).click();
    const bar = dom().locator('.edit-bar button', { hasText: 'Topic, area, level' });
    for (const [entry, title] of [
      ['Insert a topic below…', 'A new topic'],
      ['Insert an area below…', 'A new area'],
    ] as const) {
      await bar.click();
      await menuItem(entry).click();
      await type(title);
      await press('Enter');
      await dom().locator('.outline .entry', { hasText: title }).waitFor();
    }
    await dom().locator('.outline .entry').first().click();
    await cell('devices-2', 3).click();
    await bar.click();
    await menuItem('Level').click();
    await menuItem('Insert a level to the right…').click();
    await type('4th line');
    await press('Enter');
    await dom().locator('.level-head', { hasText: '4th line' }).waitFor();
    await dom().locator('.level-head', { hasText: '4th line' }).click({ button: 'right' });
    await menuItem('Remove the level…').click();
    await dom().locator('.dialog', { hasText: 'Nothing is stated' }).waitFor();
    await press('Enter');
    await expect.poll(() => dom().locator('.level-head').count()).toBe(4);
  });

  it('move a row and a topic by their handles', async () => {
    await open();
    const handle = dom().locator('[data-key="r:devices-1"] .row-handle');
    await handle.dragTo(cell('devices-3', 1), { targetPosition: { x: 30, y: 80 } });
    await expect
      .poll(async () => (await rowIds()).slice(0, 3))
      .toEqual(['devices-2', 'devices-3', 'devices-1']);
    await dom().locator('[data-key="t:devices-and-applications"] .head').hover();
    const grip = dom().locator('[data-key="t:devices-and-applications"] .topic-handle');
    const next = dom().locator('.topic-item', { hasText: 'Perform basic install and check of devices' });
    const { height } = (await next.boundingBox())!;
    await grip.dragTo(next, { targetPosition: { x: 300, y: height - 6 } });
    await expect
      .poll(() => dom().locator('.topic-head[data-key] .title').first().innerText())
      .toMatch(/^Network Infrastructure/);
    expect(editor!.steps).toBe(2);
  });

  it('find and replace, one and all, by level', async () => {
    await open();
    await cell('devices-1', 0).click();
    await press('Control+H');
    await dom().locator('.find-bar [aria-label="Find"]').fill('hardware');
    await dom()
      .locator('.find-count', { hasText: /^1 of \d\d$/ })
      .waitFor();
    const all = Number((await dom().locator('.find-count').innerText()).split(' of ')[1]);
    await press('Enter');
    await dom()
      .locator('.find-count', { hasText: `2 of ${all}` })
      .waitFor();
    await dom().locator('.find-bar [aria-label="Replace with"]').fill('equipment');
    await press('Enter');
    await dom()
      .locator('.find-count', { hasText: `of ${all - 1}` })
      .waitFor();
    await dom().locator('.find-bar select').first().selectOption('3rd line');
    await dom()
      .locator('.find-count', { hasText: /of \d$/ })
      .waitFor();
    const third = Number((await dom().locator('.find-count').innerText()).split(' of ')[1]);
    await dom().locator('.find-bar button', { hasText: 'Replace all' }).click();
    await dom().locator('.find-count', { hasText: 'Nothing found' }).waitFor();
    await dom().locator('.find-bar select').first().selectOption('All levels');
    await dom()
      .locator('.find-count', { hasText: `of ${all - 1 - third}` })
      .waitFor();
    expect(editor!.steps).toBe(2);
    await press('Escape');
    expect(await dom().locator('.find-bar').isVisible()).toBe(false);
  });
});

describe('Who finds', () => {
  it('is at the first match even where the text changes while it is sought', async () => {
    await open();
    await cell('devices-1', 0).click();
    await press('Control+F');
    await dom().locator('.find-bar [aria-label="Find"]').fill('hardware');
    // Within the time for more letters, and then before the answer.
    for (let step = 0; step < 6; step++) {
      editor!.edit('repairs', step % 2 ? 'repairs' : 'repairs all');
      await dom().waitForTimeout(30);
    }
    await dom()
      .locator('.find-count', { hasText: /^1 of \d\d$/ })
      .waitFor();
  });
});

describe('By the clipboard', () => {
  it('cells are copied as text and as a table, and pasted', async () => {
    await open();
    await cell('devices-1', 0).click();
    await press('Shift+ArrowRight', 'Control+C');
    await said('Copied 2 cells, 1 by 2.');
    await cell('devices-4', 2).click();
    await press('Control+V');
    await shows('devices-4', 2, /^Connect and check hardware/);
    await shows('devices-4', 3, /^Install and test new hardware/);
    expect(editor!.steps).toBe(1);
  });

  it('are cut', async () => {
    await open();
    await cell('devices-1', 0).click();
    await press('Control+X');
    await shows('devices-1', 0, 'Not stated');
    await cell('devices-4', 3).click();
    await press('Control+V');
    await shows('devices-4', 3, /^Connect and check hardware/);
  });

  const paste = (data: Record<string, string>) =>
    dom().evaluate(data => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, data);

  it('what a spreadsheet copied is pasted with its line breaks, tabs and quotes', async () => {
    await open();
    await cell('devices-1', 0).click();
    await paste({ 'text/plain': '"One\nline ""two"""\t"with\ttab"\r\nnext\t\r\n' });
    await shows('devices-1', 0, /two"/);
    expect(await cell('devices-1', 0).locator('.text > p').allInnerTexts()).toEqual(['One', 'line "two"']);
    await shows('devices-1', 1, /^with.tab$/);
    await shows('devices-2', 0, /^next$/);
    await shows('devices-2', 1, 'Not stated');
    expect(editor!.steps).toBe(1);
  });

  it.each(Object.entries(COPIED_HTML))('what %s copied as a table is pasted as it reads', async (_, html) => {
    await open();
    await cell('devices-1', 0).click();
    await paste({ 'text/html': html, 'text/plain': 'the plain form is not asked' });
    await shows('devices-1', 0, 'line "two"');
    expect(await cell('devices-1', 0).locator('.text > p').allInnerTexts()).toEqual(['One', 'line "two"']);
    expect(editor!.text).toContain('1st: a  b\n');
    await shows('devices-2', 0, 'Not stated');
    await shows('devices-2', 1, '<b>bold</b>');
    expect(await cell('devices-2', 1).locator('b').count()).toBe(0);
    expect(editor!.steps).toBe(1);
  });

  it('more columns than there are levels are asked about', async () => {
    await open();
    await cell('devices-1', 2).click();
    await paste({ 'text/plain': 'a\tb\tc\r\n' });
    await dom().locator('.dialog', { hasText: '3 columns' }).waitFor();
    expect(editor!.steps).toBe(0);
    await dom().locator('.dialog button', { hasText: 'Leave out the last 1 column' }).click();
    await shows('devices-1', 3, /^b$/);
  });

  it('more rows than the topic has are asked about, and added', async () => {
    await open();
    const last = (await rowIds())[5]!;
    await cell(last, 0).click();
    await paste({ 'text/plain': 'a\r\nb\r\nc\r\n' });
    await dom().locator('.dialog button', { hasText: 'Add 2 rows to the topic' }).click();
    await shows(last, 0, /^a$/);
    await dom().locator('.cell', { hasText: /^c$/ }).waitFor();
    expect(editor!.steps).toBe(1);
  });

  it('a paste that does not fit what is selected is asked about, and left by Esc', async () => {
    await open();
    await cell('devices-1', 0).click();
    await press('Shift+ArrowDown');
    await paste({ 'text/html': '<table><tr><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr></table>' });
    await dom()
      .locator('.dialog', { hasText: '3 rows × 1 column; what is selected has 2 rows × 1 column' })
      .waitFor();
    await press('Escape');
    await said('Nothing was pasted.');
    expect(editor!.steps).toBe(0);
  });
});

describe('What matters is shown', () => {
  it('findings, with quick fixes', async () => {
    await open();
    editor!.marked = true;
    editor!.edit('Install and test new hardware', 'Install and test  new hardware');
    const marked = cell('devices-1', 1);
    await marked.locator('.marks').waitFor();
    await marked.click();
    await press('Control+.');
    await dom().locator('.findings').waitFor();
    await editor!.page.screenshot('matrix-findings');
    await dom().locator('.findings .button').first().click();
    await shows('devices-1', 1, /^Install and test new hardware/);
  });

  it('the level lens: what a level adds to the one below', async () => {
    await open();
    await cell('devices-1', 1).click();
    await press('Control+L');
    await dom().locator('.cell.lens ins.added').first().waitFor();
    await editor!.page.screenshot('matrix-lens');
    expect(await dom().locator('.tool', { hasText: 'Level lens' }).getAttribute('aria-pressed')).toBe('true');
    await press('Control+L');
    await expect.poll(() => dom().locator('ins.added').count()).toBe(0);
  });

  it('the statements a level of each topic', async () => {
    await open();
    await dom().locator('.toolbar button', { hasText: 'View' }).click();
    await menuItem('Statements a level in each topic').click();
    expect(await dom().locator('.coverage').first().innerText()).toMatch(
      /0.5 line:\s*4\s*1st line:\s*6\s*2nd line:\s*5/,
    );
  });

  it('what the text’s cursor comes to, while nobody works here', async () => {
    await open();
    await dom().evaluate(() => {
      Object.defineProperty(document, 'hasFocus', { value: () => false });
    });
    editor!.moveCursor({ what: 'row', id: 'devices-3', level: '2nd' });
    await expect
      .poll(() => dom().locator('.cell[tabindex="0"]').innerText())
      .toMatch(/^Follow instructions to install/);
  });

  it('a published framework, read-only, with the way to the next version', async () => {
    await open('framework/iteps-1.2.framework.yaml');
    expect(await dom().locator('.edit-bar').isVisible()).toBe(false);
    await dom().locator('.problem button', { hasText: 'Start the next version' }).click();
    expect(editor!.asked).toContain('next version');
    await cell('devices-1', 1).click();
    await type('x');
    await said('It is published.');
    expect(await box().isVisible()).toBe(false);
    expect(await dom().locator('[role="grid"]').getAttribute('aria-readonly')).toBe('true');
  });
});
