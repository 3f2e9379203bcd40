import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangesView } from '../../../src/protocol/changes.ts';
import { comparison, ofSeveral, preview, undecided } from '../../webview/changes.ts';
import { openBrowser, openPage, type PageOptions, type TestPage } from '../../webview/page.ts';
import { themes } from '../../webview/themes.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const texts = { from: true, to: true };

async function open(view: ChangesView, options?: PageOptions): Promise<TestPage> {
  const page = await openPage(browser, 'changes', options);
  await page.send({ type: 'show', view, texts });
  return page;
}

const ids = (view: ChangesView) =>
  view.groups.flatMap(group => group.topics.flatMap(topic => topic.items.map(({ id }) => id)));

describe('A preview of changes', () => {
  it('shows each change with its kind, its words struck and underlined, and a check box', async () => {
    const page = await open(preview());
    const { page: dom } = page;
    expect(await dom.locator('.change').count()).toBe(ids(preview()).length);
    expect(await dom.locator('[data-accept]').first().isChecked()).toBe(true);
    const reworded = dom.locator('.kind[data-kind="reworded"]');
    expect(await reworded.count()).toBe(preview().counts.reworded);
    const added = dom.locator('ins').first();
    expect(await added.evaluate(ins => getComputedStyle(ins).textDecorationLine)).toBe('underline');
    const removed = dom.locator('del').first();
    expect(await removed.evaluate(del => getComputedStyle(del).textDecorationLine)).toBe('line-through');
    expect(await page.violations()).toEqual([]);
    await page.screenshot('changes-preview');
    await page.close();
  });

  it('applies what is ticked and nothing else', async () => {
    const page = await open(preview());
    const { page: dom } = page;
    const all = ids(preview());
    const first = dom.locator('[data-accept]').first();
    const refused = await first.getAttribute('data-accept');
    await first.click();
    const apply = dom.locator('.foot .button').first();
    expect(await apply.innerText()).toBe(`Apply ${all.length - 1} changes`);
    await apply.click();
    expect((await page.posted()).at(-1)).toEqual({
      type: 'apply',
      accepted: all.filter(id => id !== refused),
      answers: {},
    });
    await page.close();
  });

  it('ticks a topic and an area at once, and shows where only some are ticked', async () => {
    const page = await open(preview());
    const { page: dom } = page;
    const group = dom.locator('.group', { has: dom.locator('.group-head [data-all]') }).first();
    const all = group.locator('.group-head [data-all]');
    await group.locator('[data-accept]').first().click();
    expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    await all.click();
    await all.click();
    expect(await group.locator('[data-accept]:checked').count()).toBe(0);
    await page.close();
  });

  it('offers nothing to apply where all is refused', async () => {
    const page = await open(preview());
    for (const box of await page.page.locator('[data-accept]').all())
      if (await box.isChecked()) await box.click();
    expect(await page.page.locator('.foot .button').first().isDisabled()).toBe(true);
    await page.page.locator('.foot .button.secondary').click();
    expect((await page.posted()).at(-1)).toEqual({ type: 'cancel' });
    await page.close();
  });

  it('asks what is open, chooses nothing, and waits for what follows from an answer', async () => {
    const page = await open(undecided);
    const { page: dom } = page;
    const remark = dom.locator('.remark');
    expect(await remark.innerText()).toBe('2 decisions are open: what they are about stays as it is.');
    expect(await dom.locator('.decision input:checked').count()).toBe(1);
    await dom.locator('[data-decision="delete:devices-3"][value="delete"]').click();
    expect((await page.posted()).at(-1)).toEqual({
      type: 'answer',
      answers: { 'delete:devices-3': 'delete' },
    });
    expect(await dom.locator('.foot .button').first().isDisabled()).toBe(true);
    await page.send({ type: 'show', view: undecided, texts });
    expect(await dom.locator('.foot .button').first().isDisabled()).toBe(false);
    expect(await remark.innerText()).toBe('1 decision is open: what it is about stays as it is.');
    expect(await dom.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('delete');
    await page.close();
  });

  it('comes back with what was refused, answered and filtered', async () => {
    const page = await open(undecided);
    await page.page.locator('[data-accept]').first().click();
    await page.page.locator('[data-decision="delete:devices-3"][value="keep"]').click();
    await page.page.locator('select[aria-label="Kind"]').selectOption('reworded');
    const saved = await page.saved();
    await page.close();
    const again = await open(undecided, { saved });
    expect(await again.page.locator('[data-decision="delete:devices-3"][value="keep"]').isChecked()).toBe(
      true,
    );
    expect(await again.page.locator('select[aria-label="Kind"]').inputValue()).toBe('reworded');
    expect(await again.page.locator('.change').count()).toBe(undecided.counts.reworded);
    const button = await again.page.locator('.foot .button').first().innerText();
    expect(button).toBe(`Apply ${ids(undecided).length - 1} changes`);
    await again.close();
  });

  it('never turns a text into markup', async () => {
    const [group] = undecided.groups;
    const evil = {
      id: 'x',
      kind: 'reworded',
      sentence: '<b>x</b>',
      words: [{ text: '<img src=x>', kind: 'added' }],
    };
    const view = { ...undecided, groups: [{ ...group, topics: [{ title: '<i>t</i>', items: [evil] }] }] };
    const page = await open(view as ChangesView);
    expect(await page.page.locator('.list b, .list img, .list i').count()).toBe(0);
    expect(await page.page.locator('.change ins').innerText()).toBe('<img src=x>');
    await page.close();
  });
});

describe('A preview of what several reviewers want', () => {
  const [everybody] = ofSeveral.groups.flatMap(group =>
    group.topics.flatMap(topic => topic.items.filter(({ wanted }) => wanted?.agreement === 'all')),
  );

  it('says at each change who wants it, to the eye and the ear, and at the head how far they agree', async () => {
    const page = await open(ofSeveral);
    const { page: dom } = page;
    expect(await dom.locator('.toolbar > .outcome').innerText()).toBe(ofSeveral.round?.outcome);
    expect(ofSeveral.round?.outcome).toMatch(/^All agree on \d+ changes, several agree on/);
    expect(await dom.locator('.change .wanted').count()).toBe(ids(ofSeveral).length);
    const box = dom.getByRole('checkbox', { name: `${everybody?.sentence} by all 3 reviewers`, exact: true });
    expect(await box.first().isChecked()).toBe(true);
    expect(await dom.locator('.option').allInnerTexts()).toEqual(['Ada Example, Cleo Model', 'Ben Sample']);
    expect(await page.violations()).toEqual([]);
    await page.close();
  });

  it('shows what one of them wants, or what all agree on, and accepts that at once', async () => {
    const page = await open(ofSeveral);
    const { page: dom } = page;
    const agreed = ofSeveral.round?.agreements.find(({ id }) => id === 'all')?.count;
    await dom.getByRole('checkbox', { name: 'Accept all changes', exact: true }).click();
    await dom.getByLabel('Agreement', { exact: true }).selectOption(`All agree (${agreed})`);
    expect(await dom.locator('.change').count()).toBe(agreed);
    expect(new Set(await dom.locator('.wanted').allInnerTexts())).toEqual(new Set(['by all 3 reviewers']));
    await dom.getByRole('checkbox', { name: 'Accept all changes', exact: true }).click();
    await dom.getByLabel('Agreement', { exact: true }).selectOption('');
    await dom.getByLabel('Reviewer', { exact: true }).selectOption({ index: 2 });
    expect(await dom.locator('.wanted', { hasText: /^by Ada Example$/ }).count()).toBe(0);
    expect(await dom.locator('.foot .button').first().innerText()).toBe(`Apply ${agreed} changes`);
    await page.close();
  });

  it('keeps the filter that was chosen, though an answer leaves nothing of it', async () => {
    const page = await open(ofSeveral);
    const agreement = page.page.getByLabel('Agreement', { exact: true });
    await agreement.selectOption('several');
    const agreements = ofSeveral.round?.agreements.filter(({ id }) => id !== 'several') ?? [];
    const round = { ...ofSeveral.round, agreements };
    await page.send({ type: 'show', view: { ...preview(), round }, texts });
    expect(await agreement.inputValue()).toBe('several');
    expect(await agreement.locator(':checked').innerText()).toBe('Several agree (0)');
    expect(await page.page.locator('.empty-words').innerText()).toBe('No change matches the filters.');
    await agreement.selectOption('');
    expect(await page.page.locator('.change').count()).toBe(ids(preview()).length);
    await page.close();
  });

  it('names nobody where one reviewer alone returned something', async () => {
    const page = await open(preview());
    expect(await page.page.locator('.wanted').count()).toBe(0);
    for (const label of ['Reviewer', 'Agreement'])
      expect(await page.page.locator(`select[aria-label="${label}"]`).isVisible()).toBe(false);
    expect(await page.page.locator('.toolbar > .outcome').isVisible()).toBe(false);
    await page.close();
  });
});

describe('A comparison', () => {
  it('has nothing to tick or to apply', async () => {
    const page = await open(comparison);
    expect(await page.page.locator('input').count()).toBe(0);
    expect(await page.page.locator('.foot').isVisible()).toBe(false);
    await page.screenshot('changes-comparison');
    await page.close();
  });

  it('is walked by F7 and Shift+F7', async () => {
    const page = await open(comparison);
    const at = () => page.page.evaluate(() => (document.activeElement as HTMLElement).dataset.id);
    const all = ids(comparison);
    const seen: (string | undefined)[] = [];
    for (const key of ['F7', 'F7', 'F7', 'Shift+F7']) {
      await page.page.keyboard.press(key);
      seen.push(await at());
    }
    expect(seen).toEqual([all[0], all[1], all[2], all[1]]);
    await page.page.locator('[aria-label^="Next change"]').click();
    expect(await page.page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(all[0]);
    await page.close();
  });

  it('is filtered by kind, and says how many are left', async () => {
    const page = await open(comparison);
    await page.page.locator('select[aria-label="Kind"]').selectOption('reworded');
    const total = ids(comparison).length;
    expect(await page.page.locator('.count').innerText()).toBe(
      `${comparison.counts.reworded} of ${total} changes`,
    );
    expect(await page.page.locator('.kind').allInnerTexts()).toEqual(
      Array.from({ length: comparison.counts.reworded ?? 0 }, () => 'reworded'),
    );
    await page.close();
  });

  it('leads to either text', async () => {
    const page = await open(comparison);
    await page.page.locator('select[aria-label="Kind"]').selectOption('reworded');
    const change = page.page.locator('.change').first();
    await change.locator('.link', { hasText: 'Show in Version 1.2' }).click();
    await change.locator('.link', { hasText: 'Show in Draft 1.3' }).click();
    expect((await page.posted()).slice(-2)).toMatchObject([
      { type: 'open', side: 'from', target: { what: 'row' } },
      { type: 'open', side: 'to', target: { what: 'row' } },
    ]);
    await page.close();
  });
});

describe('axe-core finds nothing wrong with a list of changes', () => {
  const states: [string, PageOptions, ChangesView][] = [
    ['to decide', {}, undecided],
    ['to read', {}, comparison],
    ['of several reviewers', {}, ofSeveral],
    ['of several reviewers in a pane of 320 pixels', { size: { width: 320, height: 640 } }, ofSeveral],
    ['in a pane of 320 pixels', { size: { width: 320, height: 640 } }, undecided],
    ['zoomed to 200 %', { zoom: 2, size: { width: 1200, height: 900 } }, undecided],
    ['with nothing in it', {}, { ...comparison, groups: [], counts: {} }],
  ];
  it.each(states)('%s', async (name, options, view) => {
    const page = await open(view, options);
    if (view.mode === 'preview') await page.page.locator('[data-accept]').first().click();
    for (const theme of themes) {
      await page.theme(theme);
      await page.page.waitForTimeout(50);
      await page.screenshot(`changes ${name}, ${theme}`.replace(/[ ,%]+/g, '-'));
      expect(await page.axe(), theme).toEqual([]);
    }
    const wide = await page.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    await page.close();
  });
});
