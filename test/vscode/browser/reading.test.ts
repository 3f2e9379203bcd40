import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

// What is shown beside the text and the ways through it, as a person meets them.

const DRAFT = 'samples/iteps-1.3-draft.framework.yaml';
const PUBLISHED = 'iteps-1.2.framework.yaml';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({
    host: 'web',
    size: { width: 1440, height: 900 },
    settings: { 'editor.codeActionsOnSave': { 'source.fixAll.frameworkWorkbench': 'explicit' } },
  });
  await workbench.openFile(DRAFT);
});
afterAll(() => workbench?.close());

/** Line and column, from 1, of a text in a file as it was saved last. */
function placeIn(file: string, text: string, shift = 0): [number, number] {
  const lines = workbench.read(file).split(text)[0]!.split('\n');
  return [lines.length, lines.at(-1)!.length + 1 + shift];
}

const line = (text: string) => workbench.page.locator('.view-line', { hasText: text }).first();
const atLine = (number: number) =>
  workbench.page.locator('.statusbar-item', { hasText: `Ln ${number}, ` }).waitFor();
const activeTab = (name: string) =>
  workbench.page
    .locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`)
    .waitFor();

test('behind the id of a row stands which of its levels are filled', async () => {
  await workbench.goTo(...placeIn(DRAFT, '- id: devices-1\n', 5));
  await line('- id: devices-1').filter({ hasText: '●●●●' }).waitFor();
  await workbench.goTo(...placeIn(DRAFT, '- id: devices-4\n', 5));
  await line('- id: devices-4').filter({ hasText: '●●●○' }).waitFor();
  await workbench.screenshot('reading-inlay');
});

test('the status bar tells version and findings, and a click lists the problems', async () => {
  const status = workbench.page.locator('.statusbar-item', { hasText: '1.3 draft' });
  await expect
    .poll(() => status.getAttribute('aria-label'), { timeout: 20_000 })
    .toMatch(/version 1\.3, draft, \d+ warnings?, \d+ hints?/);
  await status.click();
  await workbench.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await workbench.command('View: Hide Panel');
});

test('breadcrumbs show where the cursor is, and lead elsewhere', async () => {
  await workbench.command('View: Focus Active Editor Group');
  await workbench.goTo(...placeIn(DRAFT, 'Install and test new hardware', 3));
  const crumbs = workbench.page.locator('.breadcrumbs-control .monaco-breadcrumb-item');
  for (const name of ['Technical Skills', 'Functions', 'Devices & Applications'])
    await crumbs.filter({ hasText: name }).first().waitFor();
  await crumbs.filter({ hasText: 'Devices & Applications' }).first().click();
  const picker = workbench.page.locator('.monaco-breadcrumbs-picker .monaco-list-row');
  await picker.filter({ hasText: 'Network User Management' }).first().click();
  await atLine(placeIn(DRAFT, 'title: Network User Management')[0]);
  await workbench.screenshot('reading-breadcrumbs');
});

test('what stands below a row folds into it by the keyboard', async () => {
  await workbench.goTo(...placeIn(DRAFT, '- id: devices-1\n', 5));
  await line('Install and test new hardware').waitFor();
  await workbench.command('Fold');
  await line('Install and test new hardware').waitFor({ state: 'hidden' });
  await line('- id: devices-2').waitFor();
  await workbench.command('Unfold');
  await line('Install and test new hardware').waitFor();
});

test('every place is listed where an id is named, and leads there', async () => {
  await workbench.goTo(...placeIn(DRAFT, '- id: devices-5\n', 8));
  await workbench.command('Peek References');
  const found = workbench.page.locator('.ref-tree .monaco-list-row', { hasText: 'splitFrom: devices-5' });
  await found.first().waitFor();
  await workbench.screenshot('reading-references');
  await found.first().dblclick();
  await atLine(placeIn(DRAFT, 'splitFrom: devices-5')[0]);
});

test('the version before is opened by a link', async () => {
  await workbench.goTo(...placeIn(DRAFT, 'supersedes: "1.2"', 14));
  await workbench.command('Open Link');
  await activeTab(PUBLISHED);
  await workbench.command('View: Close Editor');
  await activeTab('iteps-1.3-draft.framework.yaml');
});

test('a lens above the framework compares it with the version before', async () => {
  await workbench.goTo(...placeIn(DRAFT, 'framework:\n', 0));
  const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'Compare with Version 1.2' });
  await lens.first().waitFor();
  await workbench.page.locator('.codelens-decoration a', { hasText: 'Open Level Matrix' }).first().waitFor();
  await workbench.screenshot('reading-lens');
  await lens.first().click();
  await workbench.webview('1.2 → 1.3');
  await workbench.command('View: Close Editor');
});

test('Ctrl+T leads to a topic of a file that is not open', async () => {
  await workbench.openFile(DRAFT);
  await workbench.press('Control+T');
  const input = workbench.page.locator('.quick-input-widget .quick-input-box input');
  await input.waitFor({ state: 'visible' });
  await workbench.type('Network User Management');
  const rows = workbench.page.locator('.quick-input-list .monaco-list-row', {
    hasText: 'Network User Management',
  });
  await rows.filter({ hasText: PUBLISHED }).first().click();
  await activeTab(PUBLISHED);
  await workbench.command('View: Close Editor');
});

test('what is withdrawn has the colour of comments', async () => {
  const colourOf = (what: string) =>
    line(what)
      .locator('span span', { hasText: what })
      .first()
      .evaluate(node => getComputedStyle(node).color);
  await workbench.goTo(1, 1);
  const comments = await colourOf('A made-up sample');
  await workbench.goTo(...placeIn(DRAFT, '- id: behaviours-knowledge-12\n', 5));
  await expect.poll(() => colourOf('behaviours-knowledge-12'), { timeout: 20_000 }).toBe(comments);
  expect(await colourOf('behaviours-knowledge-10')).not.toBe(comments);
  await workbench.screenshot('reading-withdrawn');
});

test('what is safe to fix is fixed on save, where the settings ask for it', async () => {
  const file = 'small.framework.yaml';
  await workbench.openFile(file);
  await workbench.goTo(1, 1);
  await workbench.type('# Typed. ');
  await workbench.save();
  await expect.poll(() => workbench.read(file), { timeout: 20_000 }).toContain('version: "1.0",');
  expect(workbench.errors).toEqual([]);
});
