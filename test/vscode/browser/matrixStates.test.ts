import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadFramework, parseYaml } from '../../../src/core/index.ts';
import { type MatrixEditor, openEditor } from '../../webview/editor.ts';
import { textOfFile } from '../../webview/frameworks.ts';
import { openBrowser, type PageOptions } from '../../webview/page.ts';
import { themes } from '../../webview/themes.ts';

const draft = 'samples/iteps-1.3-draft.framework.yaml';
const published = 'framework/iteps-1.2.framework.yaml';

let browser: Browser;
let editor: MatrixEditor;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => editor?.page.close());
afterAll(() => browser?.close());

const dom = () => editor.page.page;
const cell = (row: string, level: number): Locator =>
  dom().locator(`[data-key="r:${row}"] [data-level="${level}"]`);
const press = async (...keys: string[]) => {
  for (const key of keys) await dom().keyboard.press(key);
};
const menuItem = (label: string) => dom().locator('.menu-item', { hasText: label }).first();
const paste = (text: string) =>
  dom().evaluate(text => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

/** What somebody at work in the matrix may have before them, each with how to get there. */
const states: Record<string, { options?: PageOptions; file?: string; get(): Promise<void> }> = {
  'a range of cells': {
    async get() {
      await cell('devices-1', 1).click();
      await press('Shift+ArrowDown', 'Shift+ArrowRight');
    },
  },
  'whole rows': {
    async get() {
      await cell('devices-2', 1).click();
      await press('Shift+Space');
    },
  },
  'a statement that is being reworded': {
    async get() {
      await cell('devices-1', 1).click();
      await press('F2');
      await dom().keyboard.type(' Then test it,');
      await press('Shift+Enter');
      await dom().keyboard.type('and write down what was done.');
    },
  },
  'a statement that was changed elsewhere meanwhile': {
    async get() {
      await cell('devices-1', 1).click();
      await dom().keyboard.type('Mine');
      editor.edit('Install and test new hardware', 'Theirs install new hardware');
      await dom().locator('.editor-message', { hasText: 'Theirs' }).waitFor();
    },
  },
  'a row that was just added': {
    async get() {
      editor.marked = true;
      await cell('devices-2', 0).click();
      await press('Control+Enter');
      await dom().locator('.said', { hasText: 'Row added' }).waitFor();
      await dom().locator('.row-remarks .marks').first().waitFor();
    },
  },
  'a menu in a menu': {
    async get() {
      await cell('devices-1', 1).click({ button: 'right' });
      await dom().locator('.menu-item', { hasText: /^Row$/ }).click();
      await dom().locator('.menu').nth(1).waitFor();
    },
  },
  'a question before pasting': {
    async get() {
      await cell('devices-1', 2).click();
      await paste('a\tb\tc\r\n');
      await dom().locator('.dialog').waitFor();
    },
  },
  'a choice of a topic': {
    async get() {
      await cell('devices-1', 2).click();
      await dom().locator('.edit-bar button', { hasText: 'Row' }).click();
      await menuItem('Move to another topic').click();
      await dom().locator('.dialog').waitFor();
    },
  },
  'words found, to be replaced': {
    async get() {
      await cell('devices-1', 0).click();
      await press('Control+H');
      await dom().locator('.find-bar [aria-label="Find"]').fill('hardware');
      await dom().locator('.find-count', { hasText: '1 of' }).waitFor();
    },
  },
  'what was found wrong, with its fixes': {
    async get() {
      editor.marked = true;
      editor.edit('Install and test new hardware', 'Install and test  new hardware');
      await cell('devices-1', 1).locator('.marks').waitFor();
      await cell('devices-1', 1).click();
      await press('Control+.');
      await dom().locator('.findings').waitFor();
    },
  },
  'the level lens': {
    async get() {
      // Equal neighbours, and a level that asks less than the one below.
      editor.edit(
        'Perform a wide range of hardware upgrades and repairs.',
        'Install and test new hardware e.g. install new graphics card in a PC.',
      );
      editor.edit('Detect, diagnose and resolve most hardware device faults.', 'Understand hardware faults.');
      editor.edit(
        'Understand and advise on the compatibility of hardware',
        'Aware of the compatibility of hardware',
      );
      await cell('devices-1', 0).click();
      await press('Control+L');
      await dom().locator('ins.added').first().waitFor();
      await dom().locator('.step-same').first().waitFor();
      await dom().locator('.step-less').first().waitFor();
    },
  },
  'the changes since another version': {
    async get() {
      const { framework } = loadFramework(parseYaml(textOfFile(published)));
      editor.other = { name: 'version 1.2', framework };
      editor.edit('Install and test new hardware e.g.', 'Install, test and record new hardware, for example');
      await dom().locator('.toolbar button', { hasText: 'Changes' }).click();
      await menuItem('Mark the changes').click();
      await cell('devices-1', 1).locator('ins.added').first().waitFor();
    },
  },
  'the statements a level of each topic': {
    async get() {
      await dom().locator('.toolbar button', { hasText: 'View' }).click();
      await menuItem('Statements a level').click();
      await dom().locator('.coverage').first().waitFor();
    },
  },
  'filters to choose from': {
    async get() {
      await dom().locator('.toolbar button', { hasText: 'Filter' }).click();
      await dom().locator('.menu').waitFor();
    },
  },
  'a published version': {
    file: published,
    async get() {
      await cell('devices-1', 1).click();
      await dom().keyboard.type('x');
      await dom().locator('.said', { hasText: 'It is published.' }).waitFor();
    },
  },
  'a narrow pane with a statement that is being reworded': {
    options: { size: { width: 420, height: 700 } },
    async get() {
      await cell('devices-1', 1).click();
      await press('F2');
    },
  },
};

describe('axe-core finds nothing wrong, and the policy is kept, with', () => {
  it.each(Object.entries(states))('%s', async (name, { options, file = draft, get }) => {
    editor = await openEditor(browser, file, { size: { width: 1280, height: 800 }, ...options });
    dom().setDefaultTimeout(10_000);
    await get();
    for (const theme of themes) {
      await editor.page.theme(theme);
      await editor.page.frame();
      await editor.page.screenshot(`matrix ${name}, ${theme}`.replace(/[ ,]+/g, '-'));
      expect(await editor.page.axe(), theme).toEqual([]);
    }
    expect(await editor.page.violations()).toEqual([]);
  });
});
