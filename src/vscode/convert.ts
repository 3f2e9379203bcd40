import * as vscode from 'vscode';
import type { TextEdit } from '../core/index.ts';

// The only file where offsets (UTF-16 units of the text) and VS Code's positions meet.

/** @param document its text must be the one that the offsets refer to */
export function rangeOf(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function textEditOf(document: vscode.TextDocument, edit: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(rangeOf(document, edit.start, edit.end), edit.text);
}

/** One edit of the workspace, and so one step to undo. */
export function workspaceEditOf(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const all = new vscode.WorkspaceEdit();
  all.set(
    document.uri,
    edits.map(edit => textEditOf(document, edit)),
  );
  return all;
}
