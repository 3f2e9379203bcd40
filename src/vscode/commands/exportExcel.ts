import * as vscode from 'vscode';
import { findings, type Loaded } from '../../core/index.ts';
import { type Breather, breatherFor, inSlices } from '../breather.ts';
import { frameworkFor } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { today } from '../today.ts';
import { writeWhole } from '../writeWhole.ts';
import { askChoices, type ExportChoices } from './exportChoices.ts';
import { isWhole } from './failure.ts';
import { readBook } from './readBook.ts';
import { refuseReviewed, tellWritten } from './replaceable.ts';

/**
 * `Framework: Export to Excel…`: a workbook for reviewers, checked by reading it back before it is written.
 * @param to where to write; asked for if absent
 * @param given what is asked for if `to` is absent
 */
export async function exportExcel(
  services: Services,
  from: unknown,
  to: unknown,
  given: unknown,
): Promise<void> {
  const uri = await frameworkFor(from, 'Export which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  if (!isWhole(services.documents.loaded(document), document)) return;
  const choices =
    to instanceof vscode.Uri
      ? ((given ?? {}) as ExportChoices)
      : await askChoices(uri, services.documents.loaded(document).framework);
  if (!choices) return;
  const target = to instanceof vscode.Uri ? to : await askTarget(uri, choices);
  if (!target) return;
  // The text may have changed while the questions were open.
  const loaded = services.documents.loaded(document);
  if (!isWhole(loaded, document)) return;
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Exporting to Excel', cancellable: true },
    async (progress, token) => {
      const next = async (message: string) => {
        progress.report({ message });
        // Lets the message be shown, and a cancel be heard.
        await new Promise<void>(done => setTimeout(done));
        if (token.isCancellationRequested) throw new vscode.CancellationError();
      };
      const breathe = breatherFor(token);
      const bytes = await workbookOf(services, document, loaded, choices, next, breathe);
      await refuseReviewed(services, target, breathe);
      await next('writing');
      await writeWhole(target, bytes);
    },
  );
  const { notCarried } = await services.platform.loadReviewing();
  const left = notCarried(loaded.framework);
  for (const { message } of left) services.log.info(message);
  const text = left.length > 0 ? ' What a workbook cannot carry is listed in the log.' : '';
  void tellWritten(services, target, { text, showsLog: left.length > 0 });
}

/** The bytes of the workbook, read back and compared. */
async function workbookOf(
  services: Services,
  document: vscode.TextDocument,
  loaded: Loaded,
  choices: ExportChoices,
  next: (message: string) => Promise<void>,
  breathe: Breather,
): Promise<Uint8Array> {
  await next('checking the framework');
  // Known already where the document is shown, for the problems are these.
  const found = findings(loaded, services.documents.settings(document));
  await next('laying out');
  const excel = await services.platform.loadExcel();
  const { checkingReceipt, layingOutWorkbook, unwritable } = await services.platform.loadReviewing();
  const options = { base: loaded.document.text, date: today(), findings: found, ...choices };
  const book = await inSlices(layingOutWorkbook(loaded.framework, options), breathe);
  const [bad] = unwritable(book);
  if (bad) throw new Error(bad.message);
  await next('making the workbook');
  const bytes = await excel.writeXlsx(book, { onStep: () => breathe.ifDue() });
  await next('reading it back');
  const review = await readBook(services, bytes, breathe);
  await next('comparing');
  const [lost] = await inSlices(checkingReceipt(loaded, review, choices.scope), breathe);
  if (lost !== undefined) throw new Error(`The workbook would not say what the framework says (${lost}).`);
  return bytes;
}

async function askTarget(uri: vscode.Uri, { reviewer }: ExportChoices): Promise<vscode.Uri | undefined> {
  const name = uri.path.replace(/^.*\//, '').replace(/\.framework\.ya?ml$/, '');
  // Each reviewer's workbook in a file of its own, by a name that every system takes.
  const whose = (reviewer ?? '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(uri, '..', `${name}${whose === '' ? '' : `-${whose}`}.xlsx`),
    filters: { 'Excel workbook': ['xlsx'] },
    saveLabel: 'Export',
    title: 'Export to Excel',
  });
}
