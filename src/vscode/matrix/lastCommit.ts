import * as vscode from 'vscode';

/** What is used of VS Code's own Git extension. */
interface Git {
  getAPI(version: 1): {
    toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
    getRepository(uri: vscode.Uri): unknown;
  };
}

/** Where a file can be read as it is in the last commit; undefined where there is no Git, or it is not in it. */
export async function fileAtLastCommit(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const extension = vscode.extensions.getExtension<Git>('vscode.git');
  if (!extension || uri.scheme !== 'file') return undefined;
  try {
    const git = (await extension.activate()).getAPI(1);
    if (!git.getRepository(uri)) return undefined;
    const committed = git.toGitUri(uri, 'HEAD');
    await vscode.workspace.fs.readFile(committed);
    return committed;
  } catch {
    // Git is switched off or not installed, or the file is new: then there is nothing to compare with.
    return undefined;
  }
}
