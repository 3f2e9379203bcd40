import type * as vscode from 'vscode';
import { activateWith } from './activate.ts';
import { loadScript } from './loadScript.ts';

/** Entry of the web-worker extension host (vscode.dev and the like). */
export function activate(context: vscode.ExtensionContext): void {
  type Excel = typeof import('../excel/index.ts');
  let excel: Promise<Excel> | undefined;
  const loadExcel = () => (excel ??= loadScript<Excel>(context.extensionUri, 'dist/web/excel.js'));
  type SpellingPart = typeof import('../spelling/index.ts');
  const loadSpelling = () => loadScript<SpellingPart>(context.extensionUri, 'dist/web/spelling.js');
  type Publishing = typeof import('../core/publishing.ts');
  let publishing: Promise<Publishing> | undefined;
  const loadPublishing = () =>
    (publishing ??= loadScript<Publishing>(context.extensionUri, 'dist/web/publishing.js'));
  activateWith(context, { host: 'web', loadExcel, loadSpelling, loadPublishing });
}
