import type * as vscode from 'vscode';
import { activateWith } from './activate.ts';

/** Entry of the Node extension host (desktop, remote). */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, {
    host: 'node',
    loadExcel: () => import('../excel/index.ts'),
    loadSpelling: () => import('../spelling/index.ts'),
    loadReviewing: () => import('../core/reviewing.ts'),
    loadPublishing: () => import('../core/publishing.ts'),
  });
}
