import type { Hands, Scene } from '../scene.ts';

/** Something that can be done in the matrix: by a key, a menu, the bar, or from VS Code. */
export interface Action {
  readonly title: string;
  /** The keys for it, as `Ctrl+Shift+Enter`; Ctrl is ⌘ on a Mac. */
  readonly keys?: string;
  /** Whether it changes the framework: then it needs one that can be edited. */
  readonly edits: boolean;
  /** Why it cannot be done with what is selected; undefined: it can. */
  not?(scene: Scene): string | undefined;
  run(scene: Scene, hands: Hands): void | Promise<void>;
}

export const NEEDS_CELL = 'Select a cell of a row first.';
const NEEDS_ROWS = 'Select one or more rows first.';

/** For actions on the rows of the selection. */
export function needsRows({ rows }: Scene): string | undefined {
  return rows.length === 0 ? NEEDS_ROWS : undefined;
}

/** Why an action cannot be done now, by its own word or because nothing can be edited. */
export function whyNot(action: Action, scene: Scene): string | undefined {
  const { lock, problem } = scene.state;
  if (action.edits && problem) return 'The text cannot be read at the moment: mend it first.';
  if (action.edits && lock) return lock.message;
  return action.not?.(scene);
}
