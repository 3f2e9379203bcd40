import * as vscode from 'vscode';

/** The name of a file without its folder. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * The text of a file that is kept beside a framework file; undefined where there is none yet.
 * @throws Error if it is open with changes that are not saved, for they would be lost
 */
export async function textBeside(beside: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(
    one => one.isDirty && one.uri.toString() === beside.toString(),
  );
  if (open) throw new Error(`${nameOf(beside)} has changes that are not saved. Save it first.`);
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(beside));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
