import * as vscode from 'vscode';
import { versionLinks } from '../core/index.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';
import { fileOfVersion } from './siblings.ts';

class VersionLink extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly uri: vscode.Uri,
    readonly version: string,
    readonly framework: string,
  ) {
    super(range);
    this.tooltip = `Open version ${version}`;
  }
}

/**
 * From `supersedes` to the file that holds that version: one beside it, else one of the workspace. The files are
 * read when the link is followed.
 */
export const registerVersionLinks: Register = (context, { documents }) => {
  const provider: vscode.DocumentLinkProvider<VersionLink> = {
    provideDocumentLinks(document) {
      const loaded = documents.loaded(document);
      return versionLinks(loaded).map(
        ({ start, end, version }) =>
          new VersionLink(rangeOf(document, start, end), document.uri, version, loaded.framework.details.id),
      );
    },
    async resolveDocumentLink(link) {
      const file = await fileOfVersion(link.uri, link.framework, link.version);
      if (file) link.target = file.uri;
      return link;
    },
  };
  context.subscriptions.push(vscode.languages.registerDocumentLinkProvider(LANGUAGE, provider));
};
