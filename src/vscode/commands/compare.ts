import * as vscode from 'vscode';
import type { Framework } from '../../core/index.ts';
import { withStages } from '../breather.ts';
import { frameworkFor, isFrameworkFile } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { fileBefore } from '../siblings.ts';
import { chooseVersion, sourceOf, type VersionSource } from '../versions/chooseVersion.ts';
import { compareSources, UnreadableVersion } from '../versions/comparison.ts';
import { fileAtLastCommit } from '../versions/gitFiles.ts';
import { openComparison, shownOf } from '../versions/showComparison.ts';
import { isWorkbook } from '../versions/workbooks.ts';
import { isWhole } from './failure.ts';

/**
 * `Framework: Compare with Another Version…`: how versions of a framework differ, as a table and as a list.
 * @param one a framework file or a workbook
 * @param others the file to compare with, or the list of files that were selected in the explorer
 */
export async function compare(services: Services, one: unknown, others: unknown): Promise<void> {
  const uri = await frameworkFor(uriOf(one), 'Compare which framework?');
  if (!uri) return;
  const given = (Array.isArray(others) ? others : [others])
    .flatMap(each => uriOf(each) ?? [])
    .filter(each => (isFrameworkFile(each) || isWorkbook(each)) && each.toString() !== uri.toString());
  if (given.length > 0) return show(services, [...given, uri].map(sourceOf));
  const supersedes = (await frameworkOf(services, uri))?.details.supersedes;
  const chosen = await chooseVersion(uri, supersedes, 'Compare with which version?');
  if (chosen) await show(services, [chosen, sourceOf(uri)]);
}

/** `Framework: Compare with the Last Commit` */
export async function compareWithLastCommit(services: Services, one: unknown): Promise<void> {
  const uri = await frameworkFor(uriOf(one), 'Compare which framework with the last commit?');
  if (!uri) return;
  const committed = await fileAtLastCommit(uri);
  if (!committed) {
    const name = vscode.workspace.asRelativePath(uri);
    const why =
      services.platform.host === 'web' || uri.scheme !== 'file'
        ? 'Git is not available here. Compare it with another file, or open the folder in VS Code on a computer.'
        : 'it is not in the last commit of a Git repository. Commit it first, or compare it with another file.';
    void vscode.window.showInformationMessage(`${name} cannot be compared with the last commit: ${why}`);
    return;
  }
  await show(services, [{ uri: committed, name: 'the last commit' }, sourceOf(uri)]);
}

/** `Framework: Compare with the Previous Version` */
export async function compareWithPrevious(services: Services, one: unknown): Promise<void> {
  const uri = await frameworkFor(uriOf(one), 'Compare which framework with its previous version?');
  if (!uri) return;
  const framework = await frameworkOf(services, uri);
  const previous = framework && (await fileBefore(uri, framework));
  if (previous) return show(services, [sourceOf(previous.uri), sourceOf(uri)]);
  const supersedes = framework?.details.supersedes;
  const missing =
    supersedes === undefined
      ? `${vscode.workspace.asRelativePath(uri)} does not say which version it supersedes, and no older one stands beside it.`
      : `Version ${supersedes}, which ${vscode.workspace.asRelativePath(uri)} supersedes, is not in this workspace.`;
  const choose = 'Choose a Version…';
  if ((await vscode.window.showInformationMessage(missing, choose)) === choose)
    await compare(services, uri, []);
}

async function show(services: Services, sources: readonly VersionSource[]): Promise<void> {
  try {
    const opened = await withStages('Comparing versions', async breathe => {
      const compared = await compareSources(services, sources);
      const { comparison } = await compared.pair(breathe);
      if (sources.length === 2 && comparison.changes.length === 0) return undefined;
      return { compared, first: await shownOf(compared, breathe) };
    });
    if (opened) await openComparison(services, opened.compared, opened.first);
    else void vscode.window.showInformationMessage('The two say the same.');
  } catch (error) {
    if (!(error instanceof UnreadableVersion)) throw error;
    isWhole(services.documents.loaded(error.document), error.document);
  }
}

/** What a file holds; nothing where that is a workbook. */
async function frameworkOf({ documents }: Services, uri: vscode.Uri): Promise<Framework | undefined> {
  if (isWorkbook(uri)) return undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  return documents.loaded(document).framework;
}

/** The file that a menu was opened on; in source control that is a change of one. */
function uriOf(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  const { resourceUri } = (value ?? {}) as { readonly resourceUri?: unknown };
  return resourceUri instanceof vscode.Uri ? resourceUri : undefined;
}
