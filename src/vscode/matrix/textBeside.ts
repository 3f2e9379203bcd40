import * as vscode from 'vscode';

/** The text editors in view that show a document, the active one first. */
export function textEditorsOf(document: vscode.TextDocument): vscode.TextEditor[] {
  const active = vscode.window.activeTextEditor;
  return vscode.window.visibleTextEditors
    .filter(editor => editor.document === document)
    .sort((a, b) => Number(b === active) - Number(a === active));
}

/**
 * Selects a range in the text: where the text is open, else beside the page that asks.
 * @param column where that page is
 * @param focus whether the text takes the focus
 */
export async function showText(
  document: vscode.TextDocument,
  column: vscode.ViewColumn | undefined,
  selection: vscode.Range,
  focus: boolean,
): Promise<void> {
  const editor = textEditorsOf(document)[0];
  if (editor && !focus) {
    // Without showing it anew, so that nothing else in the window moves.
    editor.selection = new vscode.Selection(selection.start, selection.end);
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const viewColumn = editor?.viewColumn ?? columnOfTab(document) ?? beside(column);
  const shown = await vscode.window.showTextDocument(document, {
    viewColumn,
    preserveFocus: !focus,
    selection,
  });
  shown.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where the text has a tab, in view or not. */
function columnOfTab(document: vscode.TextDocument): vscode.ViewColumn | undefined {
  const key = document.uri.toString();
  const tab = vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key);
  return tab?.group.viewColumn;
}

/** The neighbour of a page: to its left if there is one, for that is where the text is when both are opened. */
function beside(column: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return column !== undefined && column > vscode.ViewColumn.One
    ? vscode.ViewColumn.One
    : vscode.ViewColumn.Beside;
}
