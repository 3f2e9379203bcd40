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
  // Its own word, which nothing but a started extension has in the status bar.
  await workbench.page.locator('.statusbar-item [aria-label^="Framework version"]').waitFor();
  await workbench.screenshot('restricted');
  expect(workbench.errors).toEqual([]);
});
