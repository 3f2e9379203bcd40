import * as vscode from 'vscode';
import type { ChangeProblem } from '../../core/index.ts';
import { frameworkFiles } from '../chooseFramework.ts';
import { siblingFiles } from '../siblings.ts';
import { revisionsOf } from './gitFiles.ts';
import { isWorkbook } from './workbooks.ts';

/** A version to compare: where it can be read, and what people call it where its number does not tell. */
export interface VersionSource {
  readonly uri: vscode.Uri;
  readonly name: string;
  /** Of one in a workbook: what of it was not understood. */
  readonly problems?: readonly ChangeProblem[];
}

const FRAMEWORKS = { Frameworks: ['yaml', 'yml'] };
const WORKBOOKS = { Workbooks: ['xlsx', 'xlsm', 'ods'] };

interface Item extends vscode.QuickPickItem {
  readonly source?: VersionSource | typeof FRAMEWORKS | typeof WORKBOOKS;
}

/**
 * Asks for another version of a framework: one beside it, the previous one first; the last commit, a tag or an
 * earlier commit; another file; a workbook that was made from one.
 * @param supersedes the number of the version before
 * @param without versions that are not offered
 */
export async function chooseVersion(
  uri: vscode.Uri,
  supersedes: string | undefined,
  placeHolder: string,
  without: readonly vscode.Uri[] = [uri],
): Promise<VersionSource | undefined> {
  const items = itemsFor(uri, supersedes, new Set(without.map(String)));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  const source = chosen?.source;
  if (!source || 'uri' in source) return source;
  const files = await vscode.window.showOpenDialog({
    defaultUri: vscode.Uri.joinPath(uri, '..'),
    filters: source,
    openLabel: 'Compare',
  });
  const file = files?.[0];
  return file && sourceOf(file);
}

/** A file as a version, by its path in the workspace. */
export function sourceOf(uri: vscode.Uri): VersionSource {
  return { uri, name: vscode.workspace.asRelativePath(uri) };
}

async function itemsFor(
  uri: vscode.Uri,
  supersedes: string | undefined,
  without: ReadonlySet<string>,
): Promise<Item[]> {
  const [beside, files, revisions] = await Promise.all([
    siblingFiles(uri),
    frameworkFiles(),
    isWorkbook(uri) ? [] : revisionsOf(uri),
  ]);
  const version = new Map(beside.map(file => [file.uri.toString(), file.framework.details.version]));
  const inFiles = files
    .filter(file => !without.has(file.toString()))
    .map(file => {
      const name = vscode.workspace.asRelativePath(file);
      const number = version.get(file.toString());
      const isPrevious = number !== undefined && number === supersedes;
      const description =
        number === undefined ? '' : `version ${number}${isPrevious ? ', the previous one' : ''}`;
      return { label: name, description, isPrevious, source: { uri: file, name } };
    })
    .sort((a, b) => Number(b.isPrevious) - Number(a.isPrevious) || a.label.localeCompare(b.label));
  const inGit = (revisions ?? [])
    .filter(revision => !without.has(revision.uri.toString()))
    .map(({ uri: file, name, description }) => ({ label: name, description, source: { uri: file, name } }));
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    ...(inFiles.length > 0 ? [separator('framework files')] : []),
    ...inFiles,
    ...(revisions && inGit.length === 0
      ? []
      : [separator(revisions ? 'this file in Git' : 'Git is not available for this file')]),
    ...inGit,
    separator('elsewhere'),
    { label: 'Another File…', source: FRAMEWORKS },
    { label: 'A Workbook…', source: WORKBOOKS },
  ];
}
