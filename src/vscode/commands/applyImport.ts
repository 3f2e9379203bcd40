import * as vscode from 'vscode';
import {
  type AppliedToText,
  applyingToText,
  type Change,
  type Loaded,
  readingBack,
  type TextEdit,
} from '../../core/index.ts';
import { workspaceEditOf } from '../convert.ts';
import type { Services } from '../services.ts';

/** Changes as edits that were read back, in slices. @throws Error if the text would not mean what they mean */
export function* writingChanges(loaded: Loaded, changes: readonly Change[]): Generator<void, AppliedToText> {
  const applied = yield* applyingToText(loaded, changes);
  const { edits, framework } = applied;
  if (edits.length > 0 && (yield* readingBack(loaded, edits, framework)) === undefined)
    throw new Error('The changes could not be written into this text as they are meant.');
  return applied;
}

/** Makes one edit of many, which one undo takes back. */
export async function edit(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<void> {
  if (edits.length > 0 && !(await vscode.workspace.applyEdit(workspaceEditOf(document, edits))))
    throw new Error('The file could not be edited. Is it read-only?');
}

/** Says how many changes were applied, and why others were not. @param wanted how many were accepted */
export function tellApplied(
  services: Services,
  { changes, refused }: Pick<AppliedToText, 'refused'> & { readonly changes: readonly Change[] },
  wanted: number,
): void {
  if (wanted === 0) return;
  for (const { reason } of refused) services.log.warn(`Refused: ${reason}`);
  const done = changes.length - refused.length;
  const message = `${count(done)} applied. Undo takes ${done === 1 ? 'it' : 'all of them'} back.`;
  if (done === wanted) void vscode.window.showInformationMessage(message);
  else {
    const reason = refused[0]?.reason ?? 'the text has changed since the list was made';
    const left = `${count(wanted - done)} could not be: ${reason}.`;
    void vscode.window.showWarningMessage(`${message} ${left}`);
  }
}

function count(number: number): string {
  return `${number} change${number === 1 ? '' : 's'}`;
}
