import type { MatrixAction } from '../../../../protocol/matrixActions.ts';
import type { Action } from './action.ts';
import * as cells from './cells.ts';
import * as moving from './moving.ts';
import * as nodes from './nodes.ts';
import * as rows from './rows.ts';
import * as showing from './showing.ts';

/** Every action that a key stands for. The clipboard's and undo's keys are the browser's and VS Code's. */
export const KEYED: readonly Action[] = [
  cells.editCell,
  cells.clear,
  cells.fillDown,
  cells.moveDownALevel,
  cells.moveUpALevel,
  cells.editNote,
  cells.findings,
  cells.showText,
  rows.insertRowAbove,
  rows.insertRowBelow,
  rows.duplicateRows,
  rows.deleteRows,
  rows.splitRow,
  rows.mergeRows,
  moving.moveUp,
  moving.moveDown,
  nodes.widen,
  nodes.narrow,
  showing.toggleLens,
];

/** What VS Code may ask for by name; the rest opens a menu. */
export const NAMED: Readonly<Record<Exclude<MatrixAction, 'markBlank' | 'moveToLevel'>, Action>> = {
  find: showing.find,
  replace: showing.replace,
  editCell: cells.editCell,
  insertRowAbove: rows.insertRowAbove,
  insertRowBelow: rows.insertRowBelow,
  duplicateRows: rows.duplicateRows,
  deleteRows: rows.deleteRows,
  moveUp: moving.moveUp,
  moveDown: moving.moveDown,
  moveToTopic: rows.moveToTopic,
  fillDown: cells.fillDown,
  splitRow: rows.splitRow,
  mergeRows: rows.mergeRows,
  withdraw: rows.withdraw,
  restore: rows.restore,
  rename: nodes.rename,
  editNote: cells.editNote,
  insertTopic: nodes.insertTopic,
  insertArea: nodes.insertArea,
  insertLevel: nodes.insertLevel,
  removeLevel: nodes.removeLevel,
  toggleLens: showing.toggleLens,
  toggleCoverage: showing.toggleCoverage,
  compare: showing.compare,
};
