import * as vscode from 'vscode';
import { type Framework, loadFramework, parseYaml, previousVersion } from '../core/index.ts';
import { frameworkFiles, isFrameworkFile } from './chooseFramework.ts';

/** More files than this are no versions of one framework, and are not read. */
const MOST = 50;

/** A framework file as it is on disk. */
export interface FrameworkFile {
  readonly uri: vscode.Uri;
  readonly framework: Framework;
}

/** The frameworks in the other framework files of a file's folder, as they are on disk. */
export async function siblingFrameworks(uri: vscode.Uri): Promise<Framework[]> {
  return (await siblingFiles(uri)).map(({ framework }) => framework);
}

/** The other framework files of a file's folder, with what they hold. */
export async function siblingFiles(uri: vscode.Uri): Promise<FrameworkFile[]> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  const files = entries
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .filter(file => isFrameworkFile(file) && file.path !== uri.path)
    .slice(0, MOST);
  return readFrameworks(files);
}

/** The file that holds a version of a framework: one beside a file, else one of the workspace. */
export async function fileOfVersion(
  beside: vscode.Uri,
  framework: string,
  version: string,
): Promise<FrameworkFile | undefined> {
  const isMeant = ({ framework: { details } }: FrameworkFile) =>
    details.id === framework && details.version === version;
  return (
    (await siblingFiles(beside)).find(isMeant) ?? (await readFrameworks(await frameworkFiles())).find(isMeant)
  );
}

/**
 * The file of the version before a framework: the one that it supersedes, or else the newest older one, of those
 * beside it; else the one of the workspace that it supersedes.
 */
export async function fileBefore(uri: vscode.Uri, framework: Framework): Promise<FrameworkFile | undefined> {
  const { id, supersedes } = framework.details;
  const beside = previousVersion(framework, await siblingFiles(uri));
  return beside ?? (supersedes === undefined ? undefined : fileOfVersion(uri, id, supersedes));
}

/** The frameworks in some files, as they are on disk; a file that cannot be read any more is passed over. */
export async function readFrameworks(files: readonly vscode.Uri[]): Promise<FrameworkFile[]> {
  const read = await Promise.all(
    files.map(async uri => {
      const bytes = await vscode.workspace.fs.readFile(uri).then(
        found => found,
        () => undefined,
      );
      if (!bytes) return [];
      return [{ uri, framework: loadFramework(parseYaml(new TextDecoder().decode(bytes))).framework }];
    }),
  );
  return read.flat();
}
