import * as vscode from 'vscode';
import type { Loaded } from '../../core/index.ts';
import type { Services } from '../services.ts';

/** Errors whose message is a sentence for people; by name, since the Excel part has classes of its own. */
const FOR_PEOPLE = new Set([
  'WorkbookError',
  'ImportError',
  'BesideError',
  'VersionError',
  'WriteError',
  'WordListError',
]);

/**
 * Runs a command; what goes wrong is said in one sentence and nothing is changed.
 * @param what for the sentence about a fault of our own: `Exporting`
 */
export async function guarded(services: Services, what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    services.log.error(error instanceof Error ? error : String(error));
    const detail = error instanceof Error ? error.message : String(error);
    const told = error instanceof Error && FOR_PEOPLE.has(error.name);
    void vscode.window.showErrorMessage(told ? detail : `${what} did not work: ${detail}`);
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
