import * as vscode from 'vscode';

/** The folder that a page may load from. */
export function pageRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview')];
}

/**
 * The HTML of a page: its one script, its one style sheet and nothing else. What it shows comes by messages.
 * @param webview made with {@link pageRoots}
 * @param extension the extension's folder
 * @param page name of the bundle in dist/webview
 * @param title what a screen reader calls the page
 */
export function webviewHtml(
  webview: vscode.Webview,
  extension: vscode.Uri,
  page: 'matrix' | 'changes',
  title: string,
): string {
  const file = (ending: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', `${page}.${ending}`)).toString();
  const nonce = newNonce();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource};`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${encoded(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${encoded(title)}</title>
<link rel="stylesheet" href="${encoded(file('css'))}">
</head>
<body>
<div id="app"></div>
<script nonce="${nonce}" src="${encoded(file('js'))}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function encoded(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
