import * as vscode from 'vscode';

/** Why a file could not be written, in a sentence with what to do. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/**
 * Writes a file so that it holds either all of the new or all of the old, whatever happens.
 * @throws WriteError if it cannot be written
 */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const name = target.path.replace(/^.*\//, '');
  const beside = vscode.Uri.joinPath(target, '..', `.${name.slice(0, 100)}.${Date.now().toString(36)}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
    await vscode.workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(
      () => undefined,
      () => undefined,
    );
    const code = error instanceof vscode.FileSystemError ? ` (${error.code})` : '';
    throw new WriteError(
      `${vscode.workspace.asRelativePath(target)} cannot be written${code}: close it in Excel and other programs, or choose another place.`,
    );
  }
}
