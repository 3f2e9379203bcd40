import * as vscode from 'vscode';
import { type Framework, loadFramework, parseYaml } from '../core/index.ts';
import { isFrameworkFile } from './chooseFramework.ts';

/** More files than this are no versions of one framework, and are not read. */
const MOST = 50;

/** The frameworks in the other framework files of a file's folder, as they are on disk. */
export async function siblingFrameworks(uri: vscode.Uri): Promise<Framework[]> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  const files = entries
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .filter(file => isFrameworkFile(file) && file.path !== uri.path)
    .slice(0, MOST);
  const texts = await Promise.all(files.map(file => vscode.workspace.fs.readFile(file)));
  return texts.map(bytes => loadFramework(parseYaml(new TextDecoder().decode(bytes))).framework);
}
