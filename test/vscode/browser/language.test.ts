import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/install.mjs';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

const PUBLISHED = 'framework/iteps-1.2.framework.yaml';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench?.close());

/** Line and column, from 1, of a text in a file of the repository. */
function placeOf(file: string, text: string, shift = 0): [number, number] {
  const before = readFileSync(path.join(root, file), 'utf8').split(text)[0]!;
  const lines = before.split('\n');
  return [lines.length, lines.at(-1)!.length + 1 + shift];
}

test('resting on a statement shows where it stands and what its neighbours say', async () => {
  await workbench.openFile(PUBLISHED);
  const text = await workbench.hover(...placeOf(PUBLISHED, 'Perform a wide range of hardware', 3));
  expect(text).toContain('Technical Skills › Functions › Devices & Applications');
  expect(text).toContain('Install and test new hardware');
  expect(text).toContain('Undertake advanced diagnosis');
  await workbench.screenshot('hover-statement');
  await workbench.press('Escape');
});

test('resting on an id shows the row with all its levels', async () => {
  const text = await workbench.hover(...placeOf(PUBLISHED, 'id: devices-4', 5));
  expect(text).toMatch(/0\.5 line: Connect devices[\s\S]*3rd line: nothing stated/);
  await workbench.screenshot('hover-row');
  await workbench.press('Escape');
});

test('resting on a problem says why it matters, and its code explains the rule', async () => {
  const text = await workbench.hover(...placeOf(PUBLISHED, 'a strong awareness of', 19));
  expect(text).toMatch(/seems to break off[\s\S]*statement-cut-off[\s\S]*Why it matters/);
  await workbench.screenshot('hover-problem');
  await workbench.page.locator('.monaco-hover a', { hasText: 'statement-cut-off' }).first().click();
  const explained = await workbench.webview('A statement that breaks off');
  expect(await explained.locator('h1').innerText()).toBe('A statement that breaks off');
  await workbench.screenshot('rule-explained');
  await workbench.command('View: Close Editor');
});

test('the problems are listed, and one that is clicked leads to its place', async () => {
  expect((await workbench.problems('seems to break off')).join('\n')).toContain('the word “of”');
  expect((await workbench.problems('The same statement')).join('\n')).toContain('stands at 0.5 line');
  await workbench.problems('This area has no title');
  await workbench.screenshot('problems');
  await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'area has no title' }).click();
  const [line] = placeOf(PUBLISHED, '- id: area-2');
  await workbench.page.locator('.statusbar-item', { hasText: `Ln ${line}, ` }).waitFor();
  await workbench.command('View: Hide Panel');
});

test('a word that the dictionary does not know is added to the word list, and its problems are gone', async () => {
  await workbench.goTo(...placeOf(PUBLISHED, 'hdd', 2));
  const unknown = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'to the word list' });
  await workbench.problems('to the word list');
  await unknown.filter({ hasText: '“hdd”' }).first().waitFor();
  await workbench.command('View: Focus Active Editor Group');
  await workbench.press('Control+.');
  const menu = workbench.page.locator('.action-widget').first();
  const add = menu.getByText('Add “hdd” to the word list');
  await add.waitFor();
  await workbench.screenshot('add-to-word-list');
  await add.click();
  await unknown.filter({ hasText: '“hdd”' }).first().waitFor({ state: 'hidden' });
  expect((await unknown.allInnerTexts()).join('\n')).toContain('“pre” is no word by itself');
  expect(workbench.read('framework/framework.config.yaml')).toBe('words:\n  - hdd\n');
  expect(workbench.read(PUBLISHED)).toBe(readFileSync(path.join(root, PUBLISHED), 'utf8'));
  await workbench.command('View: Hide Panel');
});

test('a problem that may stand is silenced with a reason, and is gone', async () => {
  const file = 'samples/iteps-1.3-draft.framework.yaml';
  await workbench.openFile(file);
  const lines = workbench.read(file).split('\n');
  const line = lines.findIndex(each => each.includes('hdd')) + 1;
  await workbench.goTo(line, lines[line - 1]!.indexOf('hdd') + 2);
  await workbench.problems('“hdd” is not in the British dictionary');
  await workbench.command('View: Focus Active Editor Group');
  await workbench.press('Control+.');
  const menu = workbench.page.locator('.action-widget').first();
  await menu.getByText('Let it stand, and say why (british-spelling)').click();
  await menu.waitFor({ state: 'hidden' });
  // The placeholder for the reason is selected.
  await workbench.page
    .locator('.view-line', { hasText: 'framework-ignore british-spelling: reason' })
    .waitFor();
  await workbench.type('readers know it');
  await workbench.press('Escape');
  await workbench.screenshot('let-it-stand');
  await workbench.save();
  const indent = /^ */.exec(lines[line - 1]!)![0];
  expect(
    workbench
      .read(file)
      .split('\n')
      .slice(line - 1, line + 1),
  ).toEqual([`${indent}# framework-ignore british-spelling: readers know it`, lines[line - 1]]);
  await workbench.command('View: Hide Panel');
});

test('a problem is mended by the keyboard', async () => {
  await workbench.openFile('small.framework.yaml');
  await workbench.problems('read 1.0 as a number');
  await workbench.command('View: Hide Panel');
  await workbench.command('View: Focus Active Editor Group');
  await workbench.goTo(...placeOf('test/vscode/workspace/small.framework.yaml', 'version: 1.0', 10));
  await workbench.press('Control+.');
  const menu = workbench.page.locator('.action-widget').first();
  await menu.getByText('Put it in quotes').waitFor();
  await workbench.screenshot('quick-fix');
  await workbench.press('Enter');
  await menu.waitFor({ state: 'hidden' });
  await workbench.page.locator('.view-line', { hasText: 'version: "1.0"' }).waitFor();
  await workbench.save();
  expect(workbench.read('small.framework.yaml')).toContain('version: "1.0",');
  expect(workbench.errors).toEqual([]);
});

test('a framework file opens as a competency framework, soft-wrapped, in all four kinds of theme', async () => {
  await workbench.openFile('framework/iteps-1.2.framework.yaml');
  const language = workbench.page.locator('.statusbar-item', { hasText: 'Competency Framework' });
  await language.waitFor();
  for (const theme of ['dark', 'high-contrast-dark', 'high-contrast-light', 'light'] as const) {
    await workbench.theme(theme);
    await workbench.screenshot(`editor-${theme}`);
  }
  expect(workbench.errors).toEqual([]);
});

test('what is typed reaches the file when it is saved', async () => {
  await workbench.openFile('small.framework.yaml');
  await workbench.goTo(1, 1);
  await workbench.type('# Typed by a test. ');
  await workbench.save();
  expect(workbench.read('small.framework.yaml')).toMatch(/^# Typed by a test\. # A small framework/);
});

test('a command of VS Code runs by its title', async () => {
  await workbench.command('View: Close Editor');
  await workbench.page
    .locator('.tab[data-resource-name="small.framework.yaml"]')
    .waitFor({ state: 'detached' });
});
