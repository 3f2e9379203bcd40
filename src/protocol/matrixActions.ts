/**
 * What can be done with what is selected in a page: each is a command of VS Code, `frameworkWorkbench.matrix.NAME`,
 * and comes to the active page as `perform`.
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
