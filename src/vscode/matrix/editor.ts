import * as vscode from 'vscode';
import {
  type Loaded,
  type MatrixMarks,
  type MatrixTarget,
  matrixView,
  placeOf,
  startOf,
  targetAt,
} from '../../core/index.ts';
import type { TextProblem } from '../../protocol/matrix.ts';
import { rangeOf } from '../convert.ts';
import type { Services } from '../services.ts';
import { pageRoots, webviewHtml } from '../webviewHtml.ts';
import { marksIn } from './marksIn.ts';
import { createMatrixSession } from './session.ts';
import { showText, textEditorsOf } from './textBeside.ts';

export const MATRIX_VIEW = 'frameworkWorkbench.matrix';

/** Typing is followed at this pace, in milliseconds. */
const PACE = 40;

/** The level matrix, as a custom editor on the text document itself. */
export function matrixEditor(services: Services): vscode.CustomTextEditorProvider {
  return {
    resolveCustomTextEditor(document, panel) {
      resolve(document, panel, services);
    },
  };
}

function resolve(document: vscode.TextDocument, panel: vscode.WebviewPanel, services: Services): void {
  const { documents, log, extension } = services;
  const { webview } = panel;
  webview.options = { enableScripts: true, localResourceRoots: pageRoots(extension) };

  let marks: MatrixMarks | undefined;

  const session = createMatrixSession({
    content(previous) {
      const loaded = documents.loaded(document);
      // Kept until the problems are known anew: those of before the edit have places of before it.
      marks ??= marksIn(document, loaded.framework);
      return {
        view: matrixView(loaded.framework, marks, previous),
        problem: textProblem(document, loaded),
      };
    },
    cursor() {
      const editor = textEditorsOf(document)[0];
      if (!editor) return undefined;
      return targetAt(documents.loaded(document).framework, document.offsetAt(editor.selection.active));
    },
    post: message => void webview.postMessage(message),
    reveal: (target, focus) => void reveal(document, panel, documents.loaded(document), target, focus),
    showProblem() {
      const problem = textProblem(document, documents.loaded(document));
      if (!problem) return;
      const at = new vscode.Position(problem.line - 1, problem.column - 1);
      void showText(document, panel.viewColumn, new vscode.Range(at, at), true);
    },
    refuse: message => log.warn('The matrix page sent something unknown.', JSON.stringify(message)),
    later(run) {
      const timer = setTimeout(run, PACE);
      return () => clearTimeout(timer);
    },
  });

  const subscriptions = [
    webview.onDidReceiveMessage(message => session.receive(message)),
    vscode.workspace.onDidChangeTextDocument(event => {
      if (event.document === document) session.changed();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some(uri => uri.toString() === document.uri.toString())) return;
      marks = undefined;
      session.changed();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === document) session.cursorMoved();
    }),
    panel.onDidChangeViewState(() => {
      if (!panel.visible) session.hidden();
    }),
  ];
  panel.onDidDispose(() => {
    session.dispose();
    for (const subscription of subscriptions) subscription.dispose();
  });
  webview.html = webviewHtml(webview, extension, 'matrix', 'Level matrix');
}

async function reveal(
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
  { framework }: Loaded,
  target: MatrixTarget,
  focus: boolean,
): Promise<void> {
  const place = placeOf(framework, target);
  if (!place) return;
  if (!focus && textEditorsOf(document).length === 0) return;
  await showText(document, panel.viewColumn, rangeOf(document, place.start, place.end), focus);
}

/** What makes a text unreadable: YAML that is not well-formed, or a file that holds no framework. */
function textProblem(
  text: vscode.TextDocument,
  { document, framework, problems }: Loaded,
): TextProblem | null {
  const broken = problems.filter(({ code }) => code === 'yaml-syntax');
  if (broken.length === 0 && document.root !== null && framework.levels.length > 0) return null;
  const all = broken.length > 0 ? broken : problems;
  const first = [...all].sort((a, b) => startOf(a.spot) - startOf(b.spot))[0];
  if (!first) return { message: 'There is no framework in this file yet.', line: 1, column: 1, count: 1 };
  const { line, character } = text.positionAt(startOf(first.spot));
  return { message: first.message, line: line + 1, column: character + 1, count: all.length };
}
