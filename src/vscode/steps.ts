import * as vscode from 'vscode';

/** Said by a step when the person wants the one before again. */
const BACK: unique symbol = Symbol('back');

/** Which of several questions is being asked. */
export interface StepAt {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks one of several questions; undefined: the person has left. */
export type Step<S> = (answers: S, at: StepAt) => Promise<S | typeof BACK | undefined>;

/**
 * Asks several questions in turn, each with a way back.
 * @param start the answers that hold where nothing else is chosen
 * @returns the answers, or undefined if the person has left
 */
export async function askSteps<S>(
  title: string,
  start: S,
  steps: readonly Step<S>[],
): Promise<S | undefined> {
  const answers = [start];
  for (let at = 0; at < steps.length; ) {
    const answer = await steps[at]!(answers[at]!, { title, step: at + 1, totalSteps: steps.length });
    if (answer === undefined) return undefined;
    if (answer === BACK) at--;
    else answers[++at] = answer;
  }
  return answers[steps.length];
}

/** Lets one of several be chosen. */
export function chooseOne<T extends vscode.QuickPickItem>(
  at: StepAt,
  placeholder: string,
  items: readonly T[],
  active: T | undefined,
): Promise<T | typeof BACK | undefined> {
  const input = vscode.window.createQuickPick<T>();
  Object.assign(input, { ...at, placeholder, items, matchOnDescription: true });
  if (active) input.activeItems = [active];
  return shown(at, input, () => input.activeItems[0]);
}

/** Lets any number of several be chosen. */
export function chooseMany<T extends vscode.QuickPickItem>(
  at: StepAt,
  placeholder: string,
  items: readonly T[],
  chosen: readonly T[],
): Promise<readonly T[] | typeof BACK | undefined> {
  const input = vscode.window.createQuickPick<T>();
  Object.assign(input, { ...at, placeholder, items, canSelectMany: true });
  input.selectedItems = chosen;
  return shown(at, input, () => input.selectedItems);
}

/** Lets a line be written, which may stay empty. */
export function writeLine(
  at: StepAt,
  prompt: string,
  value: string,
): Promise<string | typeof BACK | undefined> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { ...at, prompt, value });
  return shown(at, input, () => input.value);
}

interface Input extends vscode.QuickInput {
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
  buttons: readonly vscode.QuickInputButton[];
}

function shown<T>(at: StepAt, input: Input, answer: () => T): Promise<T | typeof BACK | undefined> {
  input.buttons = at.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  input.ignoreFocusOut = true;
  return new Promise(done => {
    input.onDidAccept(() => {
      const given = answer();
      done(given);
      input.dispose();
    });
    input.onDidTriggerButton(() => {
      done(BACK);
      input.dispose();
    });
    input.onDidHide(() => {
      done(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** What is made of an answer; the way back and the way out are passed on as they are. */
export function answered<T, S>(
  answer: T | typeof BACK | undefined,
  make: (answer: T) => S,
): S | typeof BACK | undefined {
  return answer === BACK || answer === undefined ? (answer as typeof BACK | undefined) : make(answer);
}
