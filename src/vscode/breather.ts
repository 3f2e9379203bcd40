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
  /**
   * Says what is done next, and lets others in.
   * @throws CancellationError if the person has had enough
   */
  stage(message: string): Promise<void>;
}

/** Does work that is cut in slices, others let in between them. */
export async function inSlices<T>(work: Generator<void, T>, breathe: Breather): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await breathe.ifDue();
  }
}

/** Shows long work, the stage that it is at, and a way to end it. */
export function withStages<T>(title: string, work: (breathe: Breather) => Promise<T>): Thenable<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => work(breatherFor(token, message => progress.report({ message }))),
  );
}

/** @param report shows what is done next */
export function breatherFor(
  token: vscode.CancellationToken,
  report: (message: string) => void = () => undefined,
): Breather {
  let since = performance.now();
  const breathe = async () => {
    await new Promise<void>(done => setTimeout(done));
    since = performance.now();
    if (token.isCancellationRequested) throw new vscode.CancellationError();
  };
  return {
    async ifDue() {
      if (performance.now() - since > LONGEST) await breathe();
    },
    stage(message) {
      report(message);
      return breathe();
    },
  };
}
