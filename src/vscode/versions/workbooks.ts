import * as vscode from 'vscode';
import { readReturned } from '../commands/readReturned.ts';
import type { Register, Services } from '../services.ts';
import type { VersionSource } from './chooseVersion.ts';

/** The scheme of the framework as it stands in a workbook: a text to look at, which nobody can write. */
const SCHEME = 'framework-workbook';

/** Texts that were read for a document which is about to open. */
const read = new Map<string, string>();

/** Lets a framework be looked at as it stands in a workbook. */
export const registerWorkbookVersions: Register = (context, services) => {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent(uri) {
        const key = uri.toString();
        const text = read.get(key) ?? (await readWorkbook(services, workbookOf(uri))).text;
        read.delete(key);
        return text;
      },
    }),
  );
};

export function isWorkbook(uri: vscode.Uri): boolean {
  return /\.(?:xlsx|xlsm|ods)$/i.test(uri.path);
}

/** Whether it is the framework in a workbook, as {@link readable} names it. */
export function isInWorkbook(uri: vscode.Uri): boolean {
  return uri.scheme === SCHEME;
}

/** The file that a version is in: the workbook, if it is one of a workbook. */
export function workbookOf(uri: vscode.Uri): vscode.Uri {
  return isInWorkbook(uri) ? vscode.Uri.parse(uri.query) : uri;
}

/**
 * A version that can be opened as a text; one in a workbook is read for it.
 * @throws WorkbookError if the workbook cannot be read
 */
export async function readable(services: Services, source: VersionSource): Promise<VersionSource> {
  if (isInWorkbook(source.uri) || !isWorkbook(source.uri)) return source;
  const { text, problems } = await readWorkbook(services, source.uri);
  const uri = source.uri.with({
    scheme: SCHEME,
    path: `${source.uri.path}.framework.yaml`,
    query: source.uri.toString(),
  });
  read.set(uri.toString(), text);
  return { uri, name: source.name, problems };
}

function readWorkbook(services: Services, file: vscode.Uri) {
  const name = vscode.workspace.asRelativePath(file);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Reading ${name}`, cancellable: true },
    async (_, token) => {
      const review = await readReturned(services, file, name, undefined, token);
      const { frameworkIn } = await services.platform.loadReviewing();
      return frameworkIn(review, name);
    },
  );
}
