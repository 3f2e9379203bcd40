import * as vscode from 'vscode';
import { CONFIG_NAME, readConfig, type Versioning } from '../core/index.ts';

/** What `framework.config.yaml` beside a framework file asks of the version number, where that is not as usual. */
export async function versioningBeside(framework: vscode.Uri): Promise<Versioning> {
  const uri = vscode.Uri.joinPath(framework, '..', CONFIG_NAME);
  const open = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  if (open) return readConfig(open.getText()).versioning;
  return vscode.workspace.fs.readFile(uri).then(
    bytes => readConfig(new TextDecoder().decode(bytes)).versioning,
    // Most folders have no settings.
    () => ({}),
  );
}
