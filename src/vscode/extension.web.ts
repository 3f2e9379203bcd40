import type * as vscode from 'vscode';
import { activateWith } from './activate.ts';

/** Entry of the web-worker extension host (vscode.dev and the like). */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, { host: 'web' });
}
