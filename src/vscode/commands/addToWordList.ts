import * as vscode from 'vscode';
import { addWord, CONFIG_NAME, type Finding, findings } from '../../core/index.ts';
import { rangeOf, workspaceEditOf } from '../convert.ts';
import { type Documents, isFramework, LANGUAGE } from '../documents.ts';
import type { Register, Services } from '../services.ts';
import { guarded } from './failure.ts';

const COMMAND = 'frameworkWorkbench.addToWordList';

/**
 * *Add to word list*: as a quick fix of a word that the dictionary does not know, and as a command for the one at the
 * cursor. Also in a published version, which is not changed by it: the list is in the settings beside the file.
 */
export const registerAddToWordList: Register = (context, services) => {
  const { documents } = services;
  context.subscriptions.push(
    vscode.commands.registerCommand(COMMAND, (file?: vscode.Uri, word?: string) =>
      guarded(services, 'Adding a word', () => addFrom(services, file, word)),
    ),
    vscode.languages.registerCodeActionsProvider(
      LANGUAGE,
      {
        provideCodeActions: (document, range, { diagnostics }) =>
          unknownWords(documents, document, range).map(({ word, finding }) => {
            const action = new vscode.CodeAction(
              `Add “${word}” to the word list`,
              vscode.CodeActionKind.QuickFix,
            );
            action.command = { command: COMMAND, title: action.title, arguments: [document.uri, word] };
            const place = rangeOf(document, finding.start, finding.end);
            action.diagnostics = diagnostics.filter(each => each.range.isEqual(place));
            return action;
          }),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
};

/** The words that the dictionary does not know in a range. A file that was never saved has no settings beside it. */
function unknownWords(
  documents: Documents,
  document: vscode.TextDocument,
  range: vscode.Range,
): { readonly word: string; readonly finding: Finding }[] {
  if (document.uri.scheme === 'untitled') return [];
  return findings(documents.loaded(document), documents.settings(document)).flatMap(finding => {
    const word = finding.rule === 'british-spelling' ? finding.data?.word : undefined;
    const isHere = rangeOf(document, finding.start, finding.end).intersection(range) !== undefined;
    return word !== undefined && isHere ? [{ word, finding }] : [];
  });
}

async function addFrom({ documents }: Services, file?: vscode.Uri, word?: string): Promise<void> {
  if (file && word !== undefined) return add(file, word);
  const editor = vscode.window.activeTextEditor;
  const [first] =
    editor && isFramework(editor.document) ? unknownWords(documents, editor.document, editor.selection) : [];
  if (editor && first) return add(editor.document.uri, first.word);
  void vscode.window.showInformationMessage(
    'Put the cursor on a word that is marked as not in the dictionary, in a framework file that has been saved.',
  );
}

/** One edit, and so one step to undo; saved, unless somebody was about to change the settings anyway. */
async function add(file: vscode.Uri, word: string): Promise<void> {
  const uri = vscode.Uri.joinPath(file, '..', CONFIG_NAME);
  const edit = new vscode.WorkspaceEdit();
  const isThere = await exists(uri);
  const document = isThere ? await vscode.workspace.openTextDocument(uri) : undefined;
  const change = addWord(document?.getText() ?? '', word);
  if (!change) return;
  const wasDirty = document?.isDirty ?? false;
  if (document) edit.set(uri, workspaceEditOf(document, [change]).get(uri));
  else edit.createFile(uri, { contents: new TextEncoder().encode(change.text) });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(`${CONFIG_NAME} could not be written. Check whether its folder may be written to.`);
  if (document && !wasDirty) await document.save();
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
