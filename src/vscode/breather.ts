import * as vscode from 'vscode';

/** Work on the extension host goes on no longer than this without letting others in, in milliseconds. */
const LONGEST = 20;

/** Lets others in between two pieces of long work. */
export interface Breather {
  /**
   * Lets others in if the work has gone on long enough.
   * @throws CancellationError if the person has had enough
   */
  ifDue(): Promise<void>;
}

export function breatherFor(token: vscode.CancellationToken): Breather {
  let since = performance.now();
  return {
    async ifDue() {
      if (performance.now() - since <= LONGEST) return;
      await new Promise<void>(done => setTimeout(done));
      since = performance.now();
      if (token.isCancellationRequested) throw new vscode.CancellationError();
    },
  };
}
