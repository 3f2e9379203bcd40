import * as vscode from 'vscode';
import { publishedRows } from '../../core/index.ts';
import { inSlices, withStages } from '../breather.ts';
import { frameworkFor } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { siblingFrameworks } from '../siblings.ts';
import { onSteadyText } from '../steadyText.ts';
import { today } from '../today.ts';
import { writeWhole } from '../writeWhole.ts';
import { isWhole } from './failure.ts';
import { refuseReviewed, tellWritten } from './replaceable.ts';
import { askReturned, readReturnedFiles, roundFiles } from './returnedFiles.ts';
import { sentVersion } from './sentVersion.ts';

/**
 * `Framework: Summarise Reviews…`: a workbook for the meeting that decides, with all that came back side by side.
 * @param of the framework, or what came back
 * @param workbooks what came back, or what is selected in the explorer; asked for if nothing did
 * @param to where to write; asked for if absent
 */
export async function summariseReviews(
  services: Services,
  of: unknown,
  workbooks: unknown,
  to: unknown,
): Promise<void> {
  const named = roundFiles(of, workbooks);
  const uri = await frameworkFor(named.into, 'Summarise the reviews of which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  if (!isWhole(services.documents.loaded(document), document)) return;
  const files =
    named.files.length > 0 ? named.files : await askReturned(uri, 'Summarise Reviews', 'Summarise');
  if (!files?.length) return;
  const returned = await readReturnedFiles(services, files, services.documents.loaded(document));
  const target = to instanceof vscode.Uri ? to : await askTarget(uri);
  if (!target) return;
  const version = await sentVersion(services, uri, returned);
  const { layingOutRound, readingRound } = await services.platform.loadReviewing();
  const { details } = services.documents.loaded(document).framework;
  const published = publishedRows(details.id, await siblingFrameworks(uri));
  const options = {
    ...(published && { published }),
    ...(version !== undefined && { versions: [version] }),
  };
  const excel = await services.platform.loadExcel();
  if (!isWhole(services.documents.loaded(document), document)) return;
  await withStages('Summarising reviews', async breathe => {
    await breathe.stage('comparing');
    const reading = () => readingRound(services.documents.loaded(document), returned, options);
    const round = await onSteadyText(document, reading, breathe);
    await breathe.stage('making the workbook');
    const book = await inSlices(layingOutRound(round, today()), breathe);
    const bytes = await excel.writeXlsx(book, { onStep: () => breathe.ifDue() });
    await refuseReviewed(services, target, breathe);
    await breathe.stage('writing');
    await writeWhole(target, bytes);
  });
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
