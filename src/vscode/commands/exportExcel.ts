import * as vscode from 'vscode';
import { layoutWorkbook, notCarried, readReview, receipt, unwritable } from '../../core/index.ts';
import { frameworkFor } from '../chooseFramework.ts';
import type { Register, Services } from '../services.ts';
import { guarded, isWhole } from './failure.ts';

/** `Framework: Export to Excel…`: a workbook for reviewers, checked by reading it back before it is written. */
export const registerExportExcel: Register = (context, services) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('frameworkWorkbench.exportExcel', (from?: unknown, to?: unknown) =>
      guarded(services, 'Exporting', () => exportExcel(services, from, to)),
    ),
  );
};

/** @param to where to write; asked for if absent */
async function exportExcel(services: Services, from: unknown, to: unknown): Promise<void> {
  const uri = await frameworkFor(from, 'Export which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const loaded = services.documents.loaded(document);
  if (!isWhole(loaded, document)) return;
  const target = to instanceof vscode.Uri ? to : await askTarget(uri);
  if (!target) return;

  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Exporting to Excel', cancellable: true },
    async (progress, token) => {
      const stopIfCancelled = () => {
        if (token.isCancellationRequested) throw new vscode.CancellationError();
      };
      const excel = await services.platform.loadExcel();
      const book = layoutWorkbook(loaded.framework, { base: loaded.document.text, date: today() });
      const [bad] = unwritable(book);
      if (bad) throw new Error(`${bad.place}: ${bad.message}`);
      progress.report({ message: 'writing' });
      const bytes = await excel.writeXlsx(book);
      stopIfCancelled();
      progress.report({ message: 'checking' });
      const lost = receipt(loaded, readReview(await excel.readWorkbook(bytes)));
      if (lost.length > 0)
        throw new Error(`The workbook would not say what the framework says (${lost[0]}).`);
      stopIfCancelled();
      await vscode.workspace.fs.writeFile(target, bytes);
    },
  );
  for (const { message } of notCarried(loaded.framework)) services.log.info(message);
  const left =
    notCarried(loaded.framework).length > 0 ? ' What a workbook cannot carry is listed in the log.' : '';
  void offer(services, `Exported to ${vscode.workspace.asRelativePath(target)}.${left}`, left !== '');
}

async function offer(services: Services, message: string, log: boolean): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(message, ...(log ? ['Show Log'] : []));
  if (chosen) services.log.show();
}

async function askTarget(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = uri.path.replace(/^.*\//, '').replace(/\.framework\.ya?ml$/, '');
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(uri, '..', `${name}.xlsx`),
    filters: { 'Excel workbook': ['xlsx'] },
    saveLabel: 'Export',
    title: 'Export to Excel',
  });
}

/** The calendar date here and now: 2026-11-23. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
