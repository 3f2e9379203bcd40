import * as vscode from 'vscode';

/**
 * Loads a second bundle of this extension in the web-worker host, where `require` knows only `vscode` and
 * `import()` of an extension's file is not possible. VS Code starts the first bundle in the same way.
 * @param extension the extension's folder (`context.extensionUri`)
 * @param file path of a CommonJS bundle in that folder, such as `dist/web/excel.js`
 * @returns the bundle's exports, which the caller types with `typeof import('…')`; rejects when the file
 *   cannot be read or throws while it loads
 */
export async function loadScript<Exports>(extension: vscode.Uri, file: string): Promise<Exports> {
  const uri = vscode.Uri.joinPath(extension, file);
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${uri.toString(true)}`);
  run(module, module.exports, (name: string) => {
    throw new Error(`${file} asks for the module "${name}"; a lazy bundle must hold all that it needs.`);
  });
  return module.exports as Exports;
}
