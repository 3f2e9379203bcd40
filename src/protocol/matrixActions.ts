import type { MatrixTarget } from '../core/index.ts';

/**
 * What can be done with what is selected in a page: each is a command of VS Code, `frameworkWorkbench.matrix.NAME`,
 * and comes to the active page as `perform`. For its context menu a page puts {@link MatrixContext} as JSON into
 * `data-vscode-context` of its elements.
 */
export const MATRIX_ACTIONS = [
  'find',
  'replace',
  'editCell',
  'insertRowAbove',
  'insertRowBelow',
  'duplicateRows',
  'deleteRows',
  'moveUp',
  'moveDown',
  'moveToTopic',
  'fillDown',
  'splitRow',
  'mergeRows',
  'markBlank',
  'moveToLevel',
  'withdraw',
  'restore',
  'rename',
  'editNote',
  'insertTopic',
  'insertArea',
  'insertLevel',
  'removeLevel',
  'toggleLens',
  'toggleCoverage',
  'compare',
] as const;

export type MatrixAction = (typeof MATRIX_ACTIONS)[number];

/** What a context menu is opened on. */
export interface MatrixContext {
  readonly matrixOn: 'cell' | 'row' | 'topic' | 'section' | 'area' | 'level';
  /** Whether it, or what it stands in, is withdrawn. */
  readonly matrixWithdrawn: boolean;
  /** Comes back as `on`; absent for a level. */
  readonly target?: MatrixTarget;
  readonly preventDefaultContextMenuItems: true;
}
