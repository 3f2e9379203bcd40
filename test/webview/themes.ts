import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/install.mjs';
import captured from './themes.json' with { type: 'json' };

export const themes = ['light', 'dark', 'high-contrast-dark', 'high-contrast-light'] as const;
export type ThemeName = (typeof themes)[number];

/** What VS Code gives a page in one theme. */
export type CapturedTheme = { body: string[]; variables: Record<string, string> };

/** @returns what captureThemes.ts found in VS Code; a variable that a theme does not have is empty */
export function capturedTheme(name: ThemeName): CapturedTheme {
  return captured[name] as CapturedTheme;
}

/** @returns every variable of VS Code that our style sheets name, sorted */
export function variablesUsed(): string[] {
  const folder = path.join(root, 'src/webview');
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.css'),
  );
  const names = sheets.flatMap(
    file => readFileSync(path.join(folder, file), 'utf8').match(/--vscode-[\w-]+/g) ?? [],
  );
  return [...new Set(names)].sort();
}
