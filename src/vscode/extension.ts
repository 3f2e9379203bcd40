import type * as vscode from 'vscode';

/**
 * Entry of the Node extension host (desktop, remote). What does the work is a file of its own, read in a turn of its
 * own: VS Code compiles no more than this before it goes on.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await new Promise<void>(done => setTimeout(done));
  const { activateWith } = await import('./activate.ts');
  activateWith(context, {
    host: 'node',
    loadExcel: () => import('../excel/index.ts'),
    loadSpelling: () => import('../spelling/index.ts'),
    loadExplaining: () => import('../core/explaining.ts'),
    loadReviewing: () => import('../core/reviewing.ts'),
    loadPublishing: () => import('../core/publishing.ts'),
  });
}
