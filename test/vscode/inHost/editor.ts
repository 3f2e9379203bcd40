import * as vscode from 'vscode';

/** Opens a new file with a text and gives its editor. */
export async function open(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'framework-yaml', content });
  return vscode.window.showTextDocument(document);
}

/**
 * Waits until a value is there, or what is asked for holds.
 * @throws after ten seconds, naming what was waited for
 */
export async function soon<T>(
  what: string,
  find: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (let waited = 0; waited < 10_000; waited += 25) {
    const found = await find();
    if (found) return found;
    await new Promise<void>(done => setTimeout(done, 25));
  }
  throw new Error(`Waited in vain for ${what}.`);
}
