import * as vscode from 'vscode';
import { outline, previousVersion } from '../core/index.ts';
import { FRAMEWORK_FILES } from './chooseFramework.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';
import { fileOfVersion } from './siblings.ts';

/** Where the version before is not in a file beside, it is looked for once the lens is in view. */
class CompareLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly uri: vscode.Uri,
    readonly framework: string,
    readonly supersedes: string,
  ) {
    super(range);
  }
}

/**
 * Above the framework what can be done with it; above each area its size. The commands take no arguments: VS Code
 * keeps those only until lenses are asked for anew, and on a busy machine goes on to show lenses from before, which
 * then do nothing. A click on a lens makes its editor the active one, which the commands are for.
 */
export const registerCodeLens: Register = (context, { documents }) => {
  const changed = new vscode.EventEmitter<void>();
  const watcher = vscode.workspace.createFileSystemWatcher(FRAMEWORK_FILES, false, true, false);
  /** The files that were looked for, by the file that they come before and their version. */
  const found = new Map<string, Promise<vscode.Uri | undefined>>();
  const again = () => {
    found.clear();
    changed.fire();
  };
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const { framework, document: yaml } = documents.loaded(document);
      const { id, supersedes } = framework.details;
      const top = /^framework:/m.exec(yaml.text)?.index;
      const here = top === undefined ? undefined : rangeOf(document, top, top);
      const lens = (range: vscode.Range, title: string, command: string) =>
        new vscode.CodeLens(range, { title, command });
      const previous = previousVersion(framework, documents.settings(document).siblings ?? []);
      const comparing = (range: vscode.Range) => {
        if (!previous && supersedes !== undefined)
          return new CompareLens(range, document.uri, id, supersedes);
        return new vscode.CodeLens(range, compare(previous?.framework.details.version));
      };
      const areas = outline(documents.loaded(document), 0).filter(({ kind }) => kind === 'area');
      return [
        ...(here
          ? [
              lens(here, '$(table) Open Level Matrix', 'frameworkWorkbench.openMatrix'),
              comparing(here),
              lens(here, '$(export) Export to Excel…', 'frameworkWorkbench.exportExcel'),
            ]
          : []),
        ...areas.flatMap(({ start }, index) => {
          const rows = (framework.areas[index]?.sections ?? [])
            .flatMap(section => section.topics.flatMap(topic => topic.rows))
            .filter(row => !row.withdrawn);
          const statements = rows.reduce((sum, row) => sum + row.statements.size, 0);
          const title = `${many(rows.length, 'row')}, ${many(statements, 'statement')}: open the matrix`;
          return [lens(rangeOf(document, start, start), title, 'frameworkWorkbench.openMatrix')];
        }),
      ];
    },
    async resolveCodeLens(lens) {
      if (!(lens instanceof CompareLens)) return lens;
      const { uri, framework, supersedes } = lens;
      const key = `${uri}\n${framework}\n${supersedes}`;
      const looking = found.get(key) ?? fileOfVersion(uri, framework, supersedes).then(file => file?.uri);
      found.set(key, looking);
      lens.command = compare((await looking) ? supersedes : undefined);
      return lens;
    },
  };
  context.subscriptions.push(
    changed,
    watcher,
    watcher.onDidCreate(again),
    watcher.onDidDelete(again),
    // Which version came before is known once the files beside have been read.
    documents.onDidChangeSettings(again),
    vscode.languages.registerCodeLensProvider(LANGUAGE, provider),
  );
};

/** @param version the one before, where its file is known: else one is chosen */
function compare(version: string | undefined): vscode.Command {
  return version === undefined
    ? { title: '$(diff) Compare with Another Version…', command: 'frameworkWorkbench.compare' }
    : { title: `$(diff) Compare with Version ${version}`, command: 'frameworkWorkbench.compareWithPrevious' };
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
