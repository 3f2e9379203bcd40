import * as vscode from 'vscode';
import { publishedRows } from '../../core/index.ts';
import { frameworkFor } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { siblingFrameworks } from '../siblings.ts';
import { today } from '../today.ts';
import { writeWhole } from '../writeWhole.ts';
import { isWhole } from './failure.ts';
import { refuseReviewed, tellWritten } from './replaceable.ts';
import { askReturned, readReturnedFiles } from './returnedFiles.ts';
import { sentVersion } from './sentVersion.ts';

/**
 * `Framework: Summarise Reviews…`: a workbook for the meeting that decides, with all that came back side by side.
 * @param workbooks what came back; asked for if absent
 * @param to where to write; asked for if absent
 */
export async function summariseReviews(
  services: Services,
  of: unknown,
  workbooks: unknown,
  to: unknown,
): Promise<void> {
  const uri = await frameworkFor(of, 'Summarise the reviews of which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  if (!isWhole(services.documents.loaded(document), document)) return;
  // From a menu the second argument is the list of files that were selected there.
  const given =
    to instanceof vscode.Uri && Array.isArray(workbooks) ? (workbooks as vscode.Uri[]) : undefined;
  const files = given ?? (await askReturned(uri, 'Summarise Reviews', 'Summarise'));
  if (!files?.length) return;
  const returned = await readReturnedFiles(services, files, services.documents.loaded(document));
  const target = to instanceof vscode.Uri ? to : await askTarget(uri);
  if (!target) return;
  const version = await sentVersion(services, uri, returned);
  const { layoutRound, reviewRound } = await services.platform.loadReviewing();
  const loaded = services.documents.loaded(document);
  if (!isWhole(loaded, document)) return;
  const published = publishedRows(loaded.framework.details.id, await siblingFrameworks(uri));
  const round = reviewRound(loaded, returned, {
    ...(published && { published }),
    ...(version !== undefined && { versions: [version] }),
  });
  const excel = await services.platform.loadExcel();
  const bytes = await excel.writeXlsx(layoutRound(round, today()));
  await refuseReviewed(services, target);
  await writeWhole(target, bytes);
  void tellWritten(services, target, { text: '', showsLog: false });
}

function askTarget(uri: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const name = uri.path.replace(/^.*\//, '').replace(/\.framework\.ya?ml$/, '');
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(uri, '..', `${name}-summary.xlsx`),
    filters: { 'Excel workbook': ['xlsx'] },
    saveLabel: 'Export',
    title: 'Summarise Reviews',
  });
}
