import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { temporaryDir } from '../../../scripts/vscode/server.mjs';
import { bigFramework } from '../../helpers/bigFramework.ts';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

// The larger one takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

// All that one does in the matrix, in VS Code itself, with keys, mouse and clipboard: in the version after V1.2,
// which is started from its matrix, and in a framework of 20,000 rows.

let workbench: Workbench;
let matrix: Frame;
/** The file that is edited, the first rows of its first topic, and what they say. */
let file: string;
let rows: string[];
let original: string[];

const frameworks = [
  {
    name: 'the version after V1.2',
    async open() {
      workbench = await openWorkbench({ size: { width: 1500, height: 950 } });
      await workbench.openFile('framework/iteps-1.2.framework.yaml');
      await workbench.command('Framework: Open Level Matrix');
      const published = await workbench.webview('Published 1.2');
      await published.locator('.problem button', { hasText: 'Start the next version' }).click();
      await workbench.acceptInput('1.3');
      file = 'framework/iteps-1.3.framework.yaml';
      await workbench.page.locator('.tab.active[data-resource-name="iteps-1.3.framework.yaml"]').waitFor();
      await workbench.command('Framework: Open Level Matrix');
      matrix = await workbench.webview('Draft 1.3');
    },
  },
  {
    name: '20,000 rows',
    async open() {
      const folder = path.join(temporaryDir('big'), 'standards');
      mkdirSync(folder);
      file = 'big.framework.yaml';
      writeFileSync(path.join(folder, file), bigFramework(20_000));
      workbench = await openWorkbench({ workspace: folder, size: { width: 1500, height: 950 } });
      await workbench.openFile(file);
      await workbench.command('Framework: Open Level Matrix');
      workbench.page.setDefaultTimeout(60_000);
      matrix = await workbench.webview('Draft 2.0', 200_000);
    },
  },
];

const press = async (...keys: string[]) => {
  for (const key of keys) await workbench.press(key);
};
const cell = (row: string, level: number) =>
  matrix.locator(`[data-key="r:${row}"] > [data-level="${level}"]:not([aria-busy])`);
const shows = (row: string, level: number, words: string | RegExp) =>
  matrix
    .locator(`[data-key="r:${row}"] > [data-level="${level}"]:not([aria-busy])`, { hasText: words })
    .waitFor();
/** Scrolls up with the wheel: only what is in view is drawn. */
const toTop = async () => {
  await matrix.locator('.grid').hover();
  await workbench.page.mouse.wheel(0, -1e7);
};
/** Clicks a cell of the first topic, scrolling up to it. */
const select = async (
  row: string,
  level: number,
  options?: Parameters<ReturnType<typeof cell>['click']>[0],
) => {
  await toTop();
  await cell(row, level).click({ position: { x: 12, y: 12 }, ...options });
  // A key that comes before the page has the focus would go elsewhere.
  if (options?.button !== 'right') await eventually(active).toBe(`r:${row} ${level}`);
};
const textOf = (row: string, level: number) => cell(row, level).locator('.text').innerText();
const said = (words: string | RegExp) => matrix.locator('.said', { hasText: words }).waitFor();
const menuItem = (label: string) =>
  matrix.locator('.menu-item', { has: matrix.locator('.menu-label', { hasText: new RegExp(`^${label}$`) }) });
/** The ids of the rows that are drawn, from the top. */
const rowIds = () =>
  matrix
    .locator('.statements')
    .evaluateAll(all => all.map(row => (row as HTMLElement).dataset.key!.slice(2)));
/** The first rows, scrolling up to them. */
const topRows = (count: number) => async () => {
  await toTop();
  return (await rowIds()).slice(0, count);
};
/** Where the focus is: a row's id and the index of a level. */
const active = () =>
  matrix.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    return `${at.closest<HTMLElement>('[data-key]')?.dataset.key} ${at.dataset.level}`;
  });
/** What is so sooner or later. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 60_000 });
const selected = () => matrix.locator('.cell[aria-selected="true"]').count();
/** Takes back so many steps, by which the file must be as it is on disk: one action is one step. */
const undo = async (steps: number) => {
  await toTop();
  await workbench.page.locator('.tab.dirty').first().waitFor();
  for (let step = 0; step < steps; step++) await workbench.press('Control+Z');
  await workbench.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
  await eventually(shownTexts).toEqual(original);
  // The page follows the text a little later: a row that is no more must not be a neighbour to move past.
  await eventually(topRows(rows.length)).toEqual(rows);
};
/** What the first rows say, as it is shown. */
const shownTexts = () =>
  Promise.all(rows.map(row => matrix.locator(`[data-key="r:${row}"]`).innerText({ timeout: 1000 })));

describe.each(frameworks)('In $name', ({ open }) => {
  beforeAll(async () => {
    await open();
    await matrix.locator('.statements').nth(3).waitFor();
    rows = (await rowIds()).slice(0, 4);
    original = await shownTexts();
  });
  // One window serves all tests; what one leaves undone must not fail the next.
  afterEach(({ task }) => (task.result?.state === 'fail' ? workbench.recover() : undefined));
  afterAll(async () => {
    expect(workbench?.errors).toEqual([]);
    await workbench?.close();
  });

  test('statements are reworded by typing, by F2 and by a double click', async () => {
    const [first, second, third] = rows as [string, string, string];
    await select(first, 1);
    await workbench.type('Typed.');
    await press('Enter');
    await shows(first, 1, /^Typed\.$/);
    expect(await active()).toBe(`r:${second} 1`);
    await press('F2');
    await workbench.type(' More');
    await press('Shift+Enter');
    await workbench.type('A second paragraph.');
    await press('Tab');
    await shows(second, 1, 'A second paragraph.');
    expect(await cell(second, 1).locator('.text > p').count()).toBe(2);
    const was = await textOf(third, 1);
    await cell(third, 1).dblclick();
    await workbench.type('Never mind');
    await press('Escape');
    expect(await textOf(third, 1)).toBe(was);
    await undo(2);
  });

  test('keys lead through the cells', async () => {
    const [first, second] = rows as [string, string];
    await select(first, 0);
    const walk: [string, string][] = [
      ['ArrowRight', `r:${first} 1`],
      ['Tab', `r:${first} 2`],
      ['End', `r:${first} 3`],
      ['Tab', `r:${second} 0`],
      ['Shift+Tab', `r:${first} 3`],
      ['Home', `r:${first} 0`],
      ['Control+ArrowRight', `r:${first} 3`],
      ['ArrowDown', `r:${second} 3`],
      ['Control+ArrowUp', `r:${first} 3`],
    ];
    for (const [key, arrived] of walk) {
      await press(key);
      await eventually(active).toBe(arrived);
    }
    await press('PageDown');
    const page = await active();
    expect(page).not.toBe(`r:${first} 3`);
    // Rows are of different heights, so that a page up is not always as long as the page down before it.
    await press('PageUp', 'PageUp');
    await eventually(active).toBe(`r:${first} 3`);
    await press('Control+End');
    await eventually(active).not.toBe(`r:${first} 3`);
    await matrix.locator('.cell:focus').waitFor();
    await press('Control+Home');
    await matrix.locator('.head:focus').waitFor();
  });

  test('ranges are selected by mouse and Shift, filled down and cleared', async () => {
    const [first, second, third] = rows as [string, string, string];
    await select(first, 1);
    await cell(first, 1).dragTo(cell(third, 2));
    expect(await selected()).toBe(6);
    const top = await textOf(first, 2);
    await press('Control+D');
    await eventually(() => textOf(third, 2)).toBe(top);
    await select(first, 0);
    await press('Shift+ArrowDown', 'Delete');
    await shows(first, 0, 'Not stated');
    await shows(second, 0, 'Not stated');
    await undo(2);
  });

  test('cells go to a spreadsheet and come from one by the clipboard', async () => {
    const [first, second, third] = rows as [string, string, string];
    const texts = await Promise.all([0, 1].map(level => textOf(first, level)));
    await select(first, 0);
    await press('Shift+ArrowRight', 'Control+C');
    await said('Copied 2 cells');
    const taken = await workbench.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const of = async (type: string) => (await item!.getType(type)).text();
      return { text: await of('text/plain'), html: await of('text/html') };
    });
    expect(taken.text).toBe(`${texts.join('\t')}\r\n`);
    expect(taken.html.match(/<td/g)).toHaveLength(2);

    const put = (text: string) => workbench.page.evaluate(all => navigator.clipboard.writeText(all), text);
    await put('"One\r\nline ""two"""\tnext\r\n');
    await select(third, 0);
    await press('Control+V');
    await shows(third, 0, 'line "two"');
    expect(await cell(third, 0).locator('.text > p').count()).toBe(2);
    await shows(third, 1, /^next/);

    await put('too\twide\r\n');
    await select(second, 3);
    await press('Control+V');
    await matrix.locator('.dialog button', { hasText: 'Leave out the last 1 column' }).click();
    await shows(second, 3, /^too/);

    await select(first, 1);
    await press('Control+X');
    await shows(first, 1, 'Not stated');
    await select(second, 1);
    await press('Control+V');
    await eventually(() => textOf(second, 1)).toBe(texts[1]);
    await undo(4);
  });

  test('rows are inserted, duplicated and deleted', async () => {
    const [, second, third] = rows as [string, string, string];
    await select(second, 1);
    await press('Control+Enter');
    await said('Row added');
    await workbench.type('A row of its own.');
    await press('Enter');
    const own = matrix.locator('.text', { hasText: /^A row of its own\.$/ });
    await own.waitFor();
    const added = (await rowIds())[2]!;
    expect((await rowIds()).indexOf(third)).toBe(3);
    await select(added, 1);
    await press('Alt+Shift+ArrowDown');
    await eventually(() => own.count()).toBe(2);
    await select(added, 1);
    await press('Control+Shift+K');
    await eventually(() => own.count()).toBe(1);
    await select(second, 1, { button: 'right' });
    await menuItem('Insert a row above').click();
    await eventually(async () => (await rowIds()).indexOf(second)).toBe(2);
    await undo(5);
  });

  test('rows and topics are moved by keys, by their handles and by the menu', async () => {
    const [first, second, third] = rows as [string, string, string];
    await select(first, 1);
    await press('Alt+ArrowDown');
    await eventually(topRows(2)).toEqual([second, first]);
    await matrix
      .locator(`[data-key="r:${third}"] > .row-handle`)
      .dragTo(cell(second, 1), { targetPosition: { x: 40, y: 4 } });
    await eventually(topRows(3)).toEqual([third, second, first]);
    await select(third, 1, { button: 'right' });
    await menuItem('Row').click();
    await menuItem('Move to another topic…').click();
    await matrix.locator('.dialog select').selectOption({ index: 1 });
    await matrix.locator('.dialog button', { hasText: 'Move' }).click();
    await eventually(topRows(2)).toEqual([second, first]);
    await select(second, 1);
    const heads = matrix.locator('.topic-head[data-key] .title');
    const title = await heads.first().innerText();
    await matrix.locator('.topic-head[data-key] .head').first().click();
    await press('Alt+ArrowDown');
    await eventually(() => heads.first().innerText()).not.toBe(title);
    await undo(4);
  });

  test('a statement goes to another level, is split, and rows are merged', async () => {
    const [first, second] = rows as [string, string];
    const was = await textOf(first, 1);
    await select(first, 2);
    await press('Delete');
    await shows(first, 2, 'Not stated');
    await select(first, 1);
    await press('Alt+ArrowRight');
    await eventually(() => textOf(first, 2)).toBe(was);
    await select(first, 2);
    await press('F2', 'Control+Home', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+Enter');
    await eventually(async () => (await rowIds()).indexOf(second)).toBe(2);
    const split = (await rowIds())[1]!;
    expect(`${await textOf(first, 2)} ${await textOf(split, 2)}`).toBe(was);
    await select(first, 2);
    await press('Shift+ArrowDown', 'Alt+J');
    await eventually(async () => (await rowIds()).indexOf(second)).toBe(1);
    await undo(4);
  });

  test('an empty cell is given a meaning, a row is withdrawn with a reason and restored', async () => {
    const [first] = rows as [string];
    await select(first, 3);
    await press('Delete');
    await shows(first, 3, 'Not stated');
    await select(first, 3, { button: 'right' });
    await menuItem('An empty cell means').click();
    await menuItem('Not applicable at this level').click();
    await shows(first, 3, 'Not applicable');
    await matrix.locator('.edit-bar button', { hasText: 'Row' }).click();
    await menuItem('Withdraw…').click();
    await workbench.type('No longer done');
    await press('Enter');
    await eventually(rowIds).not.toContain(first);
    const toggle = async () => {
      await matrix.locator('.toolbar button', { hasText: 'View' }).click();
      await menuItem('Withdrawn rows').click();
    };
    await toggle();
    await matrix.locator('.withdrawn-words', { hasText: 'No longer done' }).waitFor();
    await select(first, 1, { button: 'right' });
    await menuItem('Row').click();
    await menuItem('Restore').click();
    await matrix.locator('.withdrawn-words', { hasText: 'No longer done' }).waitFor({ state: 'detached' });
    await toggle();
    await select(first, 1);
    await undo(4);
  });

  test('topics, areas and levels are renamed, added and removed', async () => {
    const [first] = rows as [string];
    await select(first, 1);
    for (const heading of ['.topic-head[data-key] .head', '.heading.area .head']) {
      await toTop();
      await matrix.locator(heading).first().dblclick();
      await press('Control+A');
      await workbench.type('Renamed here');
      await press('Enter');
      await toTop();
      await matrix.locator(`${heading} .title`, { hasText: /^Renamed here$/ }).waitFor();
    }
    for (const [entry, title] of [
      ['Insert a topic below…', 'A new topic'],
      ['Insert an area below…', 'A new area'],
    ] as const) {
      await select(first, 1);
      await matrix.locator('.edit-bar button', { hasText: 'Topic, area, level' }).click();
      await menuItem(entry).click();
      await workbench.type(title);
      await press('Enter');
      await matrix.locator('.outline .entry', { hasText: title }).waitFor();
    }
    await select(first, 3);
    const head = (title: string) => matrix.locator('.level-head', { hasText: title });
    await head('3rd line').click({ button: 'right' });
    await menuItem('Insert a level to the right…').click();
    await workbench.type('4th line');
    await press('Enter');
    await head('4th line').waitFor();
    await head('4th line').click({ button: 'right' });
    await menuItem('Remove the level…').click();
    await matrix.locator('.dialog', { hasText: 'Nothing is stated' }).waitFor();
    await press('Enter');
    await head('4th line').waitFor({ state: 'detached' });
    await select(first, 1);
    await undo(6);
  });

  test('words are found, counted and replaced, at one level', async () => {
    const [first] = rows as [string];
    const word = /[A-Za-z]{5,}/.exec(await textOf(first, 1))![0];
    await select(first, 1);
    await press('Control+H');
    await matrix.locator('.find-bar [aria-label="Find"]').fill(word);
    const count = matrix.locator('.find-count', { hasText: /^[\d,]+ of [\d,]+$/ });
    const all = async () => Number((await count.innerText()).split(' of ')[1]!.replaceAll(',', ''));
    await count.waitFor();
    const everywhere = await all();
    await matrix.locator('.find-bar select').first().selectOption('1st line');
    await eventually(all).toBeLessThan(everywhere);
    const there = await all();
    await matrix.locator('.find-bar [aria-label="Replace with"]').fill('Zebra');
    await matrix.locator('.find-bar button', { hasText: 'Replace all' }).click();
    await shows(first, 1, 'Zebra');
    await matrix.locator('.find-count', { hasText: 'Nothing found' }).waitFor();
    await matrix.locator('.find-bar select').first().selectOption('All levels');
    await eventually(all).toBe(everywhere - there);
    await press('Escape');
    await select(first, 1);
    await undo(1);
  });

  test('what is done here and in the text is undone and done again in its order', async () => {
    const [first] = rows as [string];
    const was = await textOf(first, 1);
    await select(first, 1);
    await workbench.type('From the matrix');
    await press('Enter');
    await shows(first, 1, /^From the matrix/);
    await select(first, 1);
    await press('F12');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: '(15 selected)' }).waitFor();
    await workbench.type('T');
    await workbench.command('View: Focus Next Editor Group').catch(() => undefined);
    await workbench.command('Framework: Open Level Matrix');
    matrix = await workbench.webview(/Draft (1\.3|2\.0)/);
    await shows(first, 1, /^T/);
    await select(first, 1);
    await press('Control+Z');
    await shows(first, 1, /^From the matrix/);
    await press('Control+Z');
    await eventually(() => textOf(first, 1)).toBe(was);
    await press('Control+Y', 'Control+Y');
    await shows(first, 1, /^T/);
    await undo(2);
  });

  test('a saved edit differs from what was by its own line', async () => {
    const [first] = rows as [string];
    const before = workbench.read(file).split('\n');
    await select(first, 1);
    await workbench.type('Saved words.');
    await press('Enter');
    await shows(first, 1, /^Saved words\./);
    await workbench.save();
    const after = workbench.read(file).split('\n');
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, at) => line !== before[at]).map(line => line.trim())).toEqual([
      '1st: Saved words.',
    ]);
    await press('Control+Z');
    await workbench.page.locator('.tab.dirty').first().waitFor();
    await workbench.save();
    expect(workbench.read(file)).toBe(before.join('\n'));
  });
});
