import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench?.close());

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
