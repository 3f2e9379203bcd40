import * as vscode from 'vscode';
import {
  checkRenamable,
  type Framework,
  type IdAt,
  idAt,
  type Occurrence,
  occurrencesOf,
  renameId,
} from '../core/index.ts';
import { rangeOf, workspaceEditOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';
import { siblingFrameworks } from './siblings.ts';

/** Go to definition, references, highlights and F2 for the ids of levels, kinds of section, areas, topics, rows. */
export const registerIds: Register = (context, { documents }) => {
  function at(document: vscode.TextDocument, position: vscode.Position): IdAt | undefined {
    return idAt(documents.loaded(document), document.offsetAt(position));
  }
  function occurrences(document: vscode.TextDocument, position: vscode.Position): readonly Occurrence[] {
    const found = at(document, position);
    return found ? occurrencesOf(documents.loaded(document), found.kind, found.id) : [];
  }
  const locationOf = (document: vscode.TextDocument) => (each: Occurrence) =>
    new vscode.Location(document.uri, rangeOf(document, each.start, each.end));

  context.subscriptions.push(
    vscode.languages.registerDefinitionProvider(LANGUAGE, {
      provideDefinition: (document, position) =>
        occurrences(document, position)
          .filter(each => each.definition)
          .map(locationOf(document)),
    }),
    vscode.languages.registerReferenceProvider(LANGUAGE, {
      provideReferences: (document, position, { includeDeclaration }) =>
        occurrences(document, position)
          .filter(each => includeDeclaration || !each.definition)
          .map(locationOf(document)),
    }),
    vscode.languages.registerDocumentHighlightProvider(LANGUAGE, {
      provideDocumentHighlights(document, position) {
        const found = occurrences(document, position);
        // None: VS Code marks equal words instead.
        if (found.length === 0) return undefined;
        return found.map(
          each =>
            new vscode.DocumentHighlight(
              rangeOf(document, each.start, each.end),
              each.definition ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read,
            ),
        );
      },
    }),
    vscode.languages.registerRenameProvider(LANGUAGE, {
      prepareRename(document, position) {
        const found = named(at(document, position));
        checkRenamable(documents.loaded(document), found.kind, found.id);
        return { range: rangeOf(document, found.start, found.end), placeholder: found.id };
      },
      async provideRenameEdits(document, position, newName) {
        const { version } = document;
        const others = await versionsBeside(document.uri);
        if (document.version !== version)
          throw new Error('The text changed in the meantime. Rename the id again.');
        const found = named(at(document, position));
        const to = newName.trim().replace(/^(["'])(.*)\1$/, '$2');
        return workspaceEditOf(
          document,
          renameId(documents.loaded(document), found.kind, found.id, to, others),
        );
      },
    }),
  );
};

function named(found: IdAt | undefined): IdAt {
  if (!found)
    throw new Error(
      'Only ids can be renamed: put the cursor on the id of a level, an area, a topic or a row.',
    );
  return found;
}

function versionsBeside(uri: vscode.Uri): Promise<Framework[]> | readonly Framework[] {
  return uri.scheme === 'untitled' ? [] : siblingFrameworks(uri);
}
