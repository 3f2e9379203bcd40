import * as vscode from 'vscode';
import {
  findInMatrix,
  indexFramework,
  levelWords,
  type MatrixMarks,
  type MatrixTarget,
  matrixView,
  placeOf,
  targetAt,
} from '../../core/index.ts';
import { rangeOf } from '../convert.ts';
import type { Services } from '../services.ts';
import { pageRoots, webviewHtml } from '../webviewHtml.ts';
import { editedDocument } from './editedDocument.ts';
import { findingsAt } from './findingsAt.ts';
import { marksIn } from './marksIn.ts';
import { firstProblem, textProblem } from './problem.ts';
import { createMatrixSession, type MatrixSession } from './session.ts';
import { createComparison } from './since.ts';
import { showText, textEditorsOf } from './textBeside.ts';

export const MATRIX_VIEW = 'frameworkWorkbench.matrix';

/** Typing is followed at this pace, in milliseconds. */
const PACE = 40;

/** The pages that are open, with the panel that each is in. */
export type OpenPages = Map<vscode.WebviewPanel, MatrixSession>;

/** The level matrix, as a custom editor on the text document itself. */
export function matrixEditor(services: Services, pages: OpenPages): vscode.CustomTextEditorProvider {
  return {
    resolveCustomTextEditor(document, panel) {
      const session = resolve(document, panel, services);
      pages.set(panel, session);
      panel.onDidDispose(() => pages.delete(panel));
    },
  };
}

function resolve(
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
  services: Services,
): MatrixSession {
  const { documents, log, extension } = services;
  const { webview } = panel;
  webview.options = { enableScripts: true, localResourceRoots: pageRoots(extension) };

  let marks: MatrixMarks | undefined;
  /** The ids, and their places, that the marks are by; undefined: the problems are others now. */
  let marked: object | undefined;
  const loaded = () => documents.loaded(document);
  const edited = editedDocument(document, services);
  const comparison = createComparison(
    document.uri,
    services,
    () => (loaded().whole ? loaded().framework : undefined),
    () => session.changed(),
  );

  const session = createMatrixSession({
    content(previous) {
      const now = loaded();
      const { order } = indexFramework(now.framework);
      // Problems that stay as they are are not told again.
      if (order !== marked) marks = marksIn(document, now.framework, marks);
      marked = order;
      return {
        view: matrixView(now.framework, marks, previous, comparison.marks()),
        problem: textProblem(document, now),
        lock: edited.lock(),
      };
    },
    cursor() {
      const editor = textEditorsOf(document)[0];
      if (!editor) return undefined;
      return targetAt(loaded().framework, document.offsetAt(editor.selection.active));
    },
    post: message => void webview.postMessage(message),
    reveal: (target, focus) => void reveal(document, panel, services, target, focus),
    showProblem() {
      const problem = textProblem(document, loaded()) ?? firstProblem(document, loaded());
      if (!problem) return;
      const at = new vscode.Position(problem.line - 1, problem.column - 1);
      void showText(document, panel.viewColumn, new vscode.Range(at, at), true);
    },
    nextVersion: () =>
      void vscode.commands.executeCommand('frameworkWorkbench.startNextVersion', document.uri),
    run: edited.editing.run,
    fix: edited.editing.fix,
    history: what =>
      void edited.editing.after(async () => {
        // The command is for the active editor, which another one may be by now.
        if (panel.active) await vscode.commands.executeCommand(what);
      }),
    find: query => findInMatrix(loaded().framework, query),
    words({ against, rows }) {
      const { framework } = loaded();
      return against === 'since'
        ? comparison.words(framework, rows)
        : levelWords(framework, rows, documents.settings(document));
    },
    findings: target =>
      findingsAt(document, loaded(), documents.settings(document), target, edited.lock() !== null),
    since: asked => void comparison.ask(asked),
    refuse: message => log.warn('The matrix page sent something unknown.', JSON.stringify(message)),
    later(run) {
      const timer = setTimeout(run, PACE);
      return () => clearTimeout(timer);
    },
  });

  const subscriptions = [
    webview.onDidReceiveMessage(message => session.receive(message)),
    vscode.workspace.onDidChangeTextDocument(event => {
      if (event.document !== document) return;
      comparison.changed();
      session.changed();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some(uri => uri.toString() === document.uri.toString())) return;
      marked = undefined;
      session.changed();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === document) session.cursorMoved();
    }),
    panel.onDidChangeViewState(() => {
      if (!panel.visible) session.hidden();
    }),
    edited.onDidChangeLock(() => session.changed()),
  ];
  panel.onDidDispose(() => {
    session.dispose();
    comparison.dispose();
    for (const subscription of subscriptions) subscription.dispose();
  });
  webview.html = webviewHtml(webview, extension, 'matrix', 'Level matrix');
  return session;
}

async function reveal(
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
  { documents }: Services,
  target: MatrixTarget,
  focus: boolean,
): Promise<void> {
  const place = placeOf(documents.loaded(document).framework, target);
  if (!place) return;
  if (!focus && textEditorsOf(document).length === 0) return;
  await showText(document, panel.viewColumn, rangeOf(document, place.start, place.end), focus);
}
