import * as vscode from 'vscode';
import { activeFramework } from './chooseFramework.ts';
import { countsText, findingCounts, problemsOf } from './findingCounts.ts';
import type { Register } from './services.ts';

/** Version, status and findings of the framework in the active editor; a click lists the problems. */
export const registerStatusBar: Register = (context, { documents }) => {
  const item = vscode.window.createStatusBarItem('version', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Framework Version';
  item.command = 'workbench.actions.view.problems';

  function update(): void {
    const uri = activeFramework();
    const document = uri && documents.open().find(each => each.uri.toString() === uri.toString());
    if (!document) {
      item.hide();
      return;
    }
    const { details } = documents.loaded(document).framework;
    const counts = findingCounts(problemsOf(document.uri));
    item.text = `$(versions) ${details.version} ${details.status} $(error) ${counts.errors} $(warning) ${counts.warnings}`;
    const found = countsText(counts) || 'nothing found';
    item.tooltip = `${details.title}, version ${details.version} (${details.status}): ${found}. Click for the problems.`;
    item.accessibilityInformation = {
      label: `Framework version ${details.version}, ${details.status}, ${found}`,
      role: 'button',
    };
    item.show();
  }

  // What has just been opened is still to be read, and whoever opens it does not wait for that.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const updateSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(update);
  };

  context.subscriptions.push(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.languages.onDidChangeDiagnostics(update),
    documents.onDidOpen(updateSoon),
    documents.onDidClose(update),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  updateSoon();
};
