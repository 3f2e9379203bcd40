import { isCount, isListOf, isObject, isOptional, isString } from './guards.ts';
import type {
  FromMatrix,
  LineSplice,
  MatrixCell,
  MatrixLevel,
  MatrixLine,
  MatrixPageState,
  MatrixTarget,
  MatrixView,
  TextProblem,
  ToMatrix,
  ViewChanges,
} from './matrix.ts';

const WHAT = new Set<unknown>(['area', 'section', 'topic', 'row']);

/** Whether a message from the page is one. */
export function isFromMatrix(value: unknown): value is FromMatrix {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'ready':
    case 'showProblem':
      return true;
    case 'reveal':
      return isTarget(value.target) && typeof value.focus === 'boolean';
    default:
      return false;
  }
}

/** Whether a message to the page is one. */
export function isToMatrix(value: unknown): value is ToMatrix {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'snapshot':
      return isCount(value.revision) && isView(value.view) && isProblem(value.problem);
    case 'changes':
      return isCount(value.from) && isCount(value.revision) && isChanges(value.changes);
    case 'problem':
      return isProblem(value.problem);
    case 'cursor':
      return value.target === null || isTarget(value.target);
    default:
      return false;
  }
}

/** Whether a stored state is one that this version of the page wrote. */
export function isPageState(value: unknown): value is MatrixPageState {
  return (
    isObject(value) &&
    isString(value.filter) &&
    typeof value.withdrawn === 'boolean' &&
    typeof value.notes === 'boolean' &&
    isOptional(value.outline, outline => typeof outline === 'boolean') &&
    isOptional(
      value.focus,
      focus => isObject(focus) && isString(focus.key) && Number.isInteger(focus.level),
    ) &&
    isOptional(value.top, top => isObject(top) && isString(top.key) && Number.isFinite(top.offset))
  );
}

/** Whether a value names a node or a cell of the matrix. */
export function isTarget(value: unknown): value is MatrixTarget {
  return isObject(value) && WHAT.has(value.what) && isString(value.id) && isOptional(value.level, isString);
}

function isProblem(value: unknown): value is TextProblem | null {
  if (value === null) return true;
  return (
    isObject(value) &&
    isString(value.message) &&
    isCount(value.line) &&
    isCount(value.column) &&
    isCount(value.count)
  );
}

function isView(value: unknown): value is MatrixView {
  return (
    isObject(value) && isHead(value.head) && isListOf(value.levels, isLevel) && isListOf(value.lines, isLine)
  );
}

function isChanges(value: unknown): value is ViewChanges {
  return (
    isObject(value) &&
    isOptional(value.head, isHead) &&
    isOptional(value.levels, levels => isListOf(levels, isLevel)) &&
    isListOf(value.splices, isSplice)
  );
}

function isSplice(value: unknown): value is LineSplice {
  return isObject(value) && isCount(value.at) && isCount(value.remove) && isListOf(value.lines, isLine);
}

function isHead(value: unknown): boolean {
  return (
    isObject(value) &&
    isString(value.title) &&
    isString(value.version) &&
    (value.status === 'draft' || value.status === 'published')
  );
}

function isLevel(value: unknown): value is MatrixLevel {
  return isObject(value) && isString(value.id) && isString(value.title);
}

function isLine(value: unknown): value is MatrixLine {
  if (!isObject(value) || !WHAT.has(value.type) || !isString(value.key) || !isString(value.id)) return false;
  if (value.type === 'row') return isListOf(value.cells, isCell);
  return isOptional(value.title, isString);
}

function isCell(value: unknown): value is MatrixCell {
  return (
    isObject(value) &&
    isOptional(value.text, isString) &&
    isOptional(value.blank, isString) &&
    isOptional(value.note, isString)
  );
}
