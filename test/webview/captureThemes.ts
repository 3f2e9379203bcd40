// Writes themes.json: what VS Code gives a webview in each of its kinds of theme, as far as our style sheets
// use it. Run it after a style sheet began to use another variable: `node test/webview/captureThemes.ts`.
import { writeFileSync } from 'node:fs';
import { openWorkbench } from '../vscode/harness/workbench.ts';
import { themes, variablesUsed } from './themes.ts';

const workbench = await openWorkbench();
try {
  await workbench.openFile('small.framework.yaml');
  await workbench.command('Framework: Open Level Matrix to the Side');
  const frame = await workbench.webview('Technical Skills');
  const captured: Record<string, unknown> = {};
  for (const theme of themes) {
    await workbench.theme(theme);
    // The page hears of a new theme a moment after the window shows it.
    await workbench.page.waitForTimeout(1500);
    captured[theme] = await frame.evaluate(names => {
      const { style } = document.documentElement;
      const variables: Record<string, string> = {};
      for (const name of names) variables[name] = style.getPropertyValue(name);
      return {
        body: document.body.className.split(' ').filter(name => name.startsWith('vscode-')),
        variables,
      };
    }, variablesUsed());
  }
  writeFileSync(new URL('themes.json', import.meta.url), `${JSON.stringify(captured, null, 2)}\n`);
} finally {
  await workbench.close();
}
