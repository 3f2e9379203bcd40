import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({ trust: false, version: 'lowest' });
});
afterAll(() => workbench?.close());

test('in a folder that is not trusted the extension works all the same', async () => {
  await workbench.page.keyboard.press('Escape');
  await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await workbench.openFile('small.framework.yaml');
  await workbench.page.locator('.statusbar-item', { hasText: 'Competency Framework' }).waitFor();
  await workbench.command('Developer: Show Running Extensions');
  const ours = workbench.page.locator('.runtime-extensions-editor .extension', {
    hasText: /framework.workbench/i,
  });
  await ours.filter({ hasText: 'Activation' }).first().waitFor();
  await workbench.screenshot('restricted');
  expect(workbench.errors).toEqual([]);
});
