// What VS Code calls to run the suites, the same in every host and on the desktop. Mocha's browser build
// needs neither Node nor a page, so it runs in the web worker too.
import 'mocha/mocha.js';
import * as vscode from 'vscode';

/** The file in the workspace where the outcome is left for whoever started VS Code. */
const resultFile = '.suite-result.json';

type Outcome = {
  title: string;
  state: 'passed' | 'failed' | 'skipped';
  milliseconds: number;
  error?: string;
};

/**
 * Runs every suite; leaves the outcome in the workspace.
 * @throws {Error} when a test failed or none ran, so that VS Code ends with an error
 */
export async function run(): Promise<void> {
  const outcomes: Outcome[] = [];
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: silent as unknown as string });
  await import('suites:all');
  await new Promise<void>(done => {
    const note = (test: Mocha.Test | Mocha.Hook, state: Outcome['state'], error?: Error) => {
      const title = test.fullTitle();
      const detail = error === undefined ? '' : `\n${error.stack ?? error.message}`;
      console.log(`${{ passed: '✓', failed: '✗', skipped: '-' }[state]} ${title}${detail}`);
      outcomes.push({
        title,
        state,
        milliseconds: test.duration ?? 0,
        ...(detail && { error: detail.trim() }),
      });
    };
    // `mocha.run` of the browser build wants a page's address; what it is built on does not.
    const runner = Mocha.prototype.run.call(mocha, () => done());
    runner.on('pass', test => note(test, 'passed'));
    runner.on('fail', (test, error) => note(test, 'failed', error));
    runner.on('pending', test => note(test, 'skipped'));
  });
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The suites need a workspace folder to leave their outcome in.');
  const report = { vscode: vscode.version, outcomes };
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, resultFile), bytes);
  const failed = outcomes.filter(({ state }) => state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} of ${outcomes.length} tests failed.`);
  if (outcomes.length === 0) throw new Error('No test ran.');
}

/** A reporter that says nothing: the outcome is told above, in words that every host can carry. */
function silent(): void {}
