import * as vscode from 'vscode';
import { outline, previousVersion } from '../core/index.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';

/** Above the framework what can be done with it; above each area its size. */
export const registerCodeLens: Register = (context, { documents }) => {
  const provider: vscode.CodeLensProvider = {
    // Which version came before is known once the files beside have been read.
    onDidChangeCodeLenses: documents.onDidChangeSettings,
    provideCodeLenses(document) {
      const { framework, document: yaml } = documents.loaded(document);
      const top = /^framework:/m.exec(yaml.text)?.index;
      const here = top === undefined ? undefined : rangeOf(document, top, top);
      const lens = (range: vscode.Range, title: string, command: string, ...more: unknown[]) =>
        new vscode.CodeLens(range, { title, command, arguments: [document.uri, ...more] });
      const previous = previousVersion(framework, documents.settings(document).siblings ?? []);
      const compare = 'frameworkWorkbench.compare';
      const areas = outline(documents.loaded(document), 0).filter(({ kind }) => kind === 'area');
      return [
        ...(here
          ? [
              lens(here, '$(table) Open Level Matrix', 'frameworkWorkbench.openMatrix'),
              previous
                ? lens(
                    here,
                    `$(diff) Compare with Version ${previous.framework.details.version}`,
                    compare,
                    vscode.Uri.joinPath(document.uri, '..', previous.name),
                  )
                : lens(here, '$(diff) Compare with Another Version…', compare),
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
  };
  context.subscriptions.push(vscode.languages.registerCodeLensProvider(LANGUAGE, provider));
};

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
