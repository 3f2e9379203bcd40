import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../../src/core/publishing.ts';
import type { ChangesView } from '../../../src/protocol/changes.ts';
import { compared, comparedAs, draft, published } from '../../webview/changes.ts';
import { openBrowser, openPage, type PageOptions, type TestPage } from '../../webview/page.ts';
import { themes } from '../../webview/themes.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function open(view: ChangesView = compared, options?: PageOptions): Promise<TestPage> {
  const page = await openPage(browser, 'changes', options);
  await page.send({ type: 'show', view, texts: { from: true, to: true } });
  return page;
}

const rows = (view: ChangesView) =>
  view.compared!.table.areas.flatMap(area => area.topics.flatMap(topic => topic.rows));
const three = comparedAs({
  pairs: [
    { id: '0-1', label: '1.2 → 1.3' },
    { id: '0-2', label: '1.2 → second draft' },
  ],
  pair: '0-2',
  steps: [
    { name: 'First draft', comparison: compare(published, published) },
    { name: 'Second draft', comparison: compare(published, draft) },
  ],
});

describe('The comparison of two versions', () => {
  it('shows the changes in the cells where they are, struck and underlined, each with whether the bar moves', async () => {
    const page = await open();
    const changed = rows(compared).flatMap(({ cells }) => cells.filter(({ kind }) => kind));
    expect(await page.page.locator('td.change').count()).toBe(changed.length);
    const reworded = changed.find(({ kind }) => kind === 'reworded')!;
    const { row, level } = reworded.verdict!;
    const cell = page.page.locator(`tr[data-key="now:${row}"] td.change`).first();
    const struck = reworded.words.filter(({ kind }) => kind === 'removed').map(({ text }) => text);
    expect(await cell.locator('del').allTextContents()).toEqual(struck);
    expect(await cell.locator('.class-badge').textContent()).toBe(reworded.verdict!.label);
    expect(level).toBeDefined();
    await page.screenshot('comparison table');
    await page.close();
  });

  it('leads from a row that moved to where it was, and back', async () => {
    const page = await open();
    const there = rows(compared).find(({ key, link }) => link && key.startsWith('now:'))!;
    await page.page.locator(`tr[data-key="${there.key}"] th .link[data-go]`).click();
    const focused = () =>
      page.page.evaluate(() => document.activeElement?.closest<HTMLElement>('tr')?.dataset.key);
    expect(await focused()).toBe(there.link!.to);
    await page.page.locator(`tr[data-key="${there.link!.to}"] th .link[data-go]`).click();
    expect(await focused()).toBe(there.key);
    await page.close();
  });

  it('goes from one changed cell to the next by F7, and back by Shift+F7', async () => {
    const page = await open();
    const at = () => page.page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell);
    await page.page.keyboard.press('F7');
    const first = await at();
    await page.page.keyboard.press('F7');
    expect(await at()).not.toBe(first);
    await page.page.keyboard.press('Shift+F7');
    expect(await at()).toBe(first);
    await page.close();
  });

  it('is filtered by class, level, area and kind, in the table as in the list', async () => {
    const page = await open();
    const pick = (name: string, value: string) =>
      page.page.locator(`select[aria-label="${name}"]`).selectOption(value);
    await pick('Class', 'raises');
    const raised = compared.compared!.classes.find(({ id }) => id === 'raises')!.count;
    const badges = page.page.locator('td .class-badge[data-class="raises"]');
    expect(await badges.count()).toBe(raised);
    await page.page.getByRole('button', { name: 'List', exact: true }).click();
    const inList = await page.page
      .locator('.change')
      .evaluateAll(items => items.map(item => item.querySelector('[data-class="raises"]') !== null));
    expect(inList.length).toBeGreaterThan(0);
    expect(inList).not.toContain(false);
    await page.page.getByRole('button', { name: 'Table', exact: true }).click();
    await pick('Level', '1st');
    expect(await page.page.locator('table').first().locator('thead th').count()).toBe(2);
    await page.close();
  });

  it('is listed by area, by level and by class', async () => {
    const page = await open();
    await page.page.getByRole('button', { name: 'List', exact: true }).click();
    const heads = () => page.page.locator('.group-head h2').allInnerTexts();
    const all = await page.page.locator('.change').count();
    await page.page.locator('select[aria-label="Group the list by"]').selectOption('class');
    const labels = compared.compared!.classes.map(({ label }) => label);
    expect(await heads()).toEqual([...labels, 'No statement']);
    expect(await page.page.locator('.change').count()).toBe(all);
    await page.page.locator('select[aria-label="Group the list by"]').selectOption('level');
    const levels = compared.levels.map(({ title }) => title);
    expect((await heads()).filter(head => levels.includes(head))).toEqual(levels);
    expect(await page.page.locator('.change').count()).toBe(all);
    await page.screenshot('comparison list by level');
    await page.close();
  });

  it('shows the unchanged rows between the others on wish, and keeps that for the next time', async () => {
    const page = await open();
    const before = await page.page.locator('tr[data-key]').count();
    await page.page.getByRole('button', { name: 'Unchanged rows' }).click();
    expect(await page.page.locator('tr[data-key]').count()).toBe(rows(compared).length);
    expect(rows(compared).length).toBeGreaterThan(before);
    const saved = await page.saved();
    await page.close();
    const again = await open(compared, { saved });
    expect(await again.page.locator('tr[data-key]').count()).toBe(rows(compared).length);
    await again.close();
  });

  it('asks for a class to be overruled, for either text, for another pair and for what is published', async () => {
    const page = await open(three);
    const { row, level } = rows(three).flatMap(({ cells }) => cells.flatMap(cell => cell.verdict ?? []))[0]!;
    await page.page.locator(`[data-judge-row="${row}"][data-judge-level="${level}"]`).click();
    await page.page.locator('[data-open="from"]').first().click();
    await page.page.locator('[data-open="to"]').first().click();
    await page.page.locator('select[aria-label="Versions"]').selectOption('0-1');
    await page.page.getByRole('button', { name: 'Publish what changed…' }).click();
    await page.page.getByRole('button', { name: 'Add a version…' }).click();
    expect((await page.posted()).slice(1)).toMatchObject([
      { type: 'judge', row, level },
      { type: 'open', side: 'from' },
      { type: 'open', side: 'to' },
      { type: 'pair', pair: '0-1' },
      { type: 'publish' },
      { type: 'addVersion' },
    ]);
    await page.close();
  });

  it('of three versions says and filters which of them made a change', async () => {
    const page = await open(three);
    expect(await page.page.locator('td.change .steps').first().innerText()).toBe('in Second draft');
    const changedIn = page.page.locator('select[aria-label="Changed in"]');
    await changedIn.selectOption('Second draft');
    expect(await page.page.locator('td.change').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('has no class to overrule where there is no file to say so in', async () => {
    const page = await open(comparedAs({ canJudge: false }));
    expect(await page.page.locator('button.class-badge').count()).toBe(0);
    expect(await page.page.locator('span.class-badge').count()).toBeGreaterThan(0);
    await page.close();
  });
});

describe('axe-core finds nothing wrong with a comparison', () => {
  const states: [string, PageOptions, ChangesView][] = [
    ['of two versions', { size: { width: 1300, height: 800 } }, compared],
    ['of three versions', { size: { width: 900, height: 800 } }, three],
    ['in a narrow pane', { size: { width: 360, height: 640 } }, compared],
  ];
  it.each(states)('%s', async (name, options, view) => {
    const page = await open(view, options);
    for (const theme of themes) {
      await page.theme(theme);
      await page.frame();
      await page.screenshot(`comparison ${name}, ${theme}`.replace(/[ ,%]+/g, '-'));
      expect(await page.axe(), theme).toEqual([]);
    }
    const wide = await page.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    await page.close();
  });
});
