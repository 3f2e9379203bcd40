import * as vscode from 'vscode';
import { changesView, compareVersions, type Loaded } from '../../core/index.ts';
import { showComparison } from '../changesView/panel.ts';
import { chooseFramework, frameworkFor } from '../chooseFramework.ts';
import type { Register, Services } from '../services.ts';
import { guarded, isWhole } from './failure.ts';

/** `Framework: Compare with Another Version…`: how two framework files differ, as a list to read. */
export const registerCompare: Register = (context, services) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('frameworkWorkbench.compare', (one?: unknown, other?: unknown) =>
      guarded(services, 'Comparing', () => compare(services, one, other)),
    ),
  );
};

interface Side {
  readonly document: vscode.TextDocument;
  readonly loaded: Loaded;
}

/** @param other the file to compare with, or the list of files that were selected in the explorer */
async function compare(services: Services, one: unknown, other: unknown): Promise<void> {
  const uri = await frameworkFor(one, 'Compare which framework?');
  if (!uri) return;
  const selected = Array.isArray(other) ? other.find(each => String(each) !== String(uri)) : other;
  const second =
    selected instanceof vscode.Uri ? selected : await chooseFramework('Compare with which version?', uri);
  if (!second) return;
  const sides = await Promise.all(
    [uri, second].map(async file => {
      const document = await vscode.workspace.openTextDocument(file);
      return { document, loaded: services.documents.loaded(document) };
    }),
  );
  if (sides.some(({ loaded, document }) => !isWhole(loaded, document))) return;
  // The older version is what the newer one is compared with, whichever was chosen first.
  const [from, to] = sides.sort((a, b) => compareVersions(versionOf(a.loaded), versionOf(b.loaded)));
  const { compare: compareFrameworks, doubts, toldChanges } = await services.platform.loadPublishing();
  const comparison = compareFrameworks(from!.loaded.framework, to!.loaded.framework);
  if (comparison.changes.length === 0) {
    void vscode.window.showInformationMessage('The two files say the same.');
    return;
  }
  const view = changesView({
    mode: 'comparison',
    title: `${versionOf(from!.loaded)} → ${versionOf(to!.loaded)}`,
    from: { name: nameOf(from!, to!), framework: comparison.from },
    to: { name: nameOf(to!, from!), framework: comparison.to },
    ...toldChanges(comparison),
    problems: doubts(comparison, nameOf(to!, from!)),
  });
  await showComparison(services, view, { texts: { from: from!.document.uri, to: to!.document.uri } });
}

function versionOf({ framework }: Loaded): string {
  return framework.details.version;
}

/** `Version 1.3`, or the file where both are of one version. */
function nameOf(side: Side, other: Side): string {
  const version = versionOf(side.loaded);
  return version === versionOf(other.loaded)
    ? vscode.workspace.asRelativePath(side.document.uri)
    : `Version ${version}`;
}
