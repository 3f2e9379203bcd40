import * as vscode from 'vscode';
import { type OutlineEntry, outline } from '../core/index.ts';
import { activeFramework } from './chooseFramework.ts';
import { rangeOf } from './convert.ts';
import { countsText, findingCounts, problemsOf } from './findingCounts.ts';
import type { Register, Services } from './services.ts';

const VIEW = 'frameworkWorkbench.framework';
const PAUSE_MS = 250;

interface Node {
  readonly document: vscode.TextDocument;
  readonly entry: OutlineEntry;
  /** The section of a topic. */
  readonly section: string;
}

/** The Framework view: areas and topics of the framework that was looked at last, with what was found in each. */
export const registerFrameworkView: Register = (context, { documents }) => {
  const tree = new FrameworkTree(documents);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  let timer: TimerHandle | undefined;
  const update = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      tree.look();
      const details = tree.shown && documents.loaded(tree.shown).framework.details;
      view.description = details ? `${details.version} · ${details.status}` : '';
    }, PAUSE_MS);
  };
  context.subscriptions.push(
    view,
    tree,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.languages.onDidChangeDiagnostics(update),
    documents.onDidOpen(update),
    documents.onDidChange(update),
    documents.onDidClose(update),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  update();
};

class FrameworkTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #documents: Services['documents'];
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** The file that the view is about. */
  shown: vscode.TextDocument | undefined;
  /** Its problems: asked for once, not once an item. */
  #problems: readonly vscode.Diagnostic[] = [];

  constructor(documents: Services['documents']) {
    this.#documents = documents;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Finds the file that the view is about, and shows it as it is now. */
  look(): void {
    const open = this.#documents.open();
    const active = activeFramework()?.toString();
    this.shown =
      open.find(({ uri }) => uri.toString() === active) ??
      open.find(document => document === this.shown) ??
      open[0];
    this.#problems = this.shown ? problemsOf(this.shown.uri) : [];
    this.#changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    if (node)
      return node.entry.children.flatMap(section =>
        section.children.map(entry => ({ document: node.document, entry, section: section.name })),
      );
    const document = this.shown;
    if (!document || document.isClosed) return [];
    const areas = outline(this.#documents.loaded(document), 0).filter(({ kind }) => kind === 'area');
    return areas.map(entry => ({ document, entry, section: '' }));
  }

  getTreeItem({ document, entry, section }: Node): vscode.TreeItem {
    const isArea = entry.kind === 'area';
    const item = new vscode.TreeItem(
      entry.name,
      isArea && entry.children.length > 0
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.None,
    );
    const range = rangeOf(document, entry.start, entry.end);
    const counts = findingCounts(this.#problems, range);
    const found = countsText(counts);
    const worst = counts.errors > 0 ? 'error' : counts.warnings > 0 ? 'warning' : undefined;
    const withdrawn = entry.withdrawn ? 'withdrawn' : '';
    item.id = `${document.uri} ${entry.kind} ${entry.detail} ${entry.start}`;
    item.description = [section, withdrawn, found].filter(Boolean).join(' · ');
    item.tooltip = [entry.name, section, entry.detail, withdrawn, found].filter(Boolean).join('\n');
    item.iconPath = new vscode.ThemeIcon(worst ?? (isArea ? 'symbol-module' : 'symbol-class'));
    item.command = {
      title: 'Show',
      command: 'vscode.open',
      arguments: [document.uri, { selection: rangeOf(document, entry.nameStart, entry.nameStart) }],
    };
    return item;
  }
}
