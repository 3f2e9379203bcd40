import * as vscode from 'vscode';
import { outline } from '../core/index.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';

/** Above the framework what can be done with it; above each area its size. */
export const registerCodeLens: Register = (context, { documents }) => {
  context.subscriptions.push(
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      provideCodeLenses(document) {
        const { framework, document: yaml } = documents.loaded(document);
        const top = /^framework:/m.exec(yaml.text)?.index;
        const here = top === undefined ? undefined : rangeOf(document, top, top);
        const lens = (range: vscode.Range, title: string, command: string) =>
          new vscode.CodeLens(range, { title, command, arguments: [document.uri] });
        const areas = outline(documents.loaded(document), 0).filter(({ kind }) => kind === 'area');
        return [
          ...(here
            ? [
                lens(here, '$(table) Open Level Matrix', 'frameworkWorkbench.openMatrix'),
                lens(here, '$(diff) Compare with Another Version…', 'frameworkWorkbench.compare'),
                lens(here, '$(export) Export to Excel…', 'frameworkWorkbench.exportExcel'),
              ]
            : []),
          ...areas.flatMap(({ start }, index) => {
            const rows = (framework.areas[index]?.sections ?? [])
              .flatMap(section => section.topics.flatMap(topic => topic.rows))
              .filter(row => !row.withdrawn);
            const statements = rows.reduce((sum, row) => sum + row.statements.size, 0);
            const title = `${rows.length} rows, ${statements} statements: open the matrix`;
            return [lens(rangeOf(document, start, start), title, 'frameworkWorkbench.openMatrix')];
          }),
        ];
      },
    }),
  );
};
