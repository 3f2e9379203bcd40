import * as vscode from 'vscode';

/** Whether a file cannot be written to, as far as VS Code tells; what is not known to be writable is not. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  const writable = vscode.workspace.fs.isWritableFileSystem(uri.scheme);
  if (writable === false) return true;
  const stat = await vscode.workspace.fs.stat(uri).then(
    found => found,
    () => undefined,
  );
  if (!stat) return writable !== true && uri.scheme !== 'file';
  return ((stat.permissions ?? 0) & vscode.FilePermission.Readonly) !== 0;
}
