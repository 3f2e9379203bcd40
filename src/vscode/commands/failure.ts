import * as vscode from 'vscode';
import { ImportError, type Loaded, VersionError, WorkbookError } from '../../core/index.ts';
import type { Services } from '../services.ts';

/**
 * Runs a command; what goes wrong is said in one sentence and nothing is changed.
 * @param what for the sentence about a fault of our own: `Exporting`
 */
export async function guarded(services: Services, what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    const expected =
      error instanceof WorkbookError || error instanceof ImportError || error instanceof VersionError;
    services.log.error(error instanceof Error ? error : String(error));
    const detail = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      expected ? detail : `${what} did not work: ${detail} Nothing was changed.`,
    );
  }
}

/** Whether a framework can be used as a whole; if not, says so and offers to show what is wrong. */
export function isWhole(loaded: Loaded, document: vscode.TextDocument): boolean {
  if (loaded.whole) return true;
  const name = vscode.workspace.asRelativePath(document.uri);
  void vscode.window
    .showErrorMessage(`${name} has errors. Mend them first, so that nothing is lost.`, 'Show Problems')
    .then(async chosen => {
      if (!chosen) return;
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    });
  return false;
}
