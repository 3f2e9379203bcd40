import * as vscode from 'vscode';
import { activeFramework, frameworkFiles } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { repositoryRoot } from '../versions/gitFiles.ts';

const COMMAND = 'framework merge --install';

/**
 * `Framework: Set Up Merging in Git…`: Git merges framework files by what they mean from then on. It runs the command
 * line, so that is what sets it up: in a terminal, where one sees what it does.
 */
export async function setUpMerging({ platform }: Services): Promise<void> {
  const uri = activeFramework() ?? (await frameworkFiles())[0];
  const root = uri && platform.host === 'node' ? await repositoryRoot(uri) : undefined;
  if (!root) {
    void vscode.window.showInformationMessage(
      platform.host === 'node'
        ? 'No framework file here is in a Git repository that VS Code knows.'
        : 'Git is not available here. Set it up in VS Code on the computer where you merge.',
    );
    return;
  }
  const run = 'Run in the Terminal';
  const chosen = await vscode.window.showInformationMessage(
    'Git can merge framework files by what they mean: edits of different cells, rows and orders never clash then.',
    {
      modal: true,
      detail: `"${COMMAND}" enters the command line of Framework Workbench in the settings of the repository ${root.fsPath}, and the files in its .gitattributes. The command "framework" must be installed. Everybody who merges runs it once.`,
    },
    run,
  );
  if (chosen !== run) return;
  const terminal = vscode.window.createTerminal({ name: 'Framework', cwd: root });
  terminal.show();
  terminal.sendText(COMMAND);
}
