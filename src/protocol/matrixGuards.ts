import { isCount, isListOf, isObject, isOptional, isString } from './guards.ts';
import type {
  CommandRefusal,
  FoundCell,
  FromMatrix,
  MatrixFinding,
  MatrixLock,
  RowWords,
  TextProblem,
  ToMatrix,
  WordPart,
} from './matrix.ts';
import { MATRIX_ACTIONS } from './matrixActions.ts';
import { isCommand, isFindQuery, isTarget } from './matrixCommandGuards.ts';
import { isChanges, isView } from './matrixViewGuards.ts';

/** Whether a message from the page is one. */
export function isFromMatrix(value: unknown): value is FromMatrix {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'ready':
    case 'showProblem':
    case 'nextVersion':
      return true;
    case 'reveal':
      return isTarget(value.target) && typeof value.focus === 'boolean';
    case 'command':
      return isCount(value.id) && isCommand(value.command);
    case 'fix':
      return (
        isCount(value.id) &&
        isTarget(value.target) &&
        [value.rule, value.message, value.title].every(isString)
      );
    case 'history':
      return value.what === 'undo' || value.what === 'redo';
    case 'find':
      return isCount(value.id) && isFindQuery(value.query);
    case 'words':
      return isCount(value.id) && isAgainst(value.against) && isListOf(value.rows, isString);
    case 'findings':
      return isCount(value.id) && isTarget(value.target);
    case 'since':
      return value.what === 'again'
        ? isString(value.source)
        : value.what === 'choose' || value.what === 'list' || value.what === 'off';
    default:
      return false;
  }
}

/** Whether a message to the page is one. */
export function isToMatrix(value: unknown): value is ToMatrix {
  if (!isObject(value)) return false;
  const { id, revision } = value;
  switch (value.type) {
    case 'snapshot':
      return isCount(revision) && isView(value.view) && isProblem(value.problem) && isLock(value.lock);
    case 'changes':
      return isCount(value.from) && isCount(revision) && isChanges(value.changes);
    case 'problem':
      return isProblem(value.problem);
    case 'lock':
      return isLock(value.lock);
    case 'cursor':
      return value.target === null || isTarget(value.target);
    case 'outcome':
      return (
        isCount(id) &&
        typeof value.done === 'boolean' &&
        isString(value.told) &&
        isListOf(value.select, isTarget) &&
        isListOf(value.refusals, isRefusal) &&
        isOptional(value.lock, lock => lock !== null && isLock(lock))
      );
    case 'found':
      return (
        isCount(id) &&
        isCount(revision) &&
        isCount(value.matches) &&
        isCount(value.cells) &&
        isListOf(value.found, isFoundCell)
      );
    case 'words':
      return isCount(id) && isCount(revision) && isAgainst(value.against) && isListOf(value.rows, isRowWords);
    case 'findings':
      return isCount(id) && isCount(revision) && isListOf(value.findings, isFinding);
    case 'perform':
      return ACTIONS.has(value.what);
    default:
      return false;
  }
}

const ACTIONS = new Set<unknown>(MATRIX_ACTIONS);

function isAgainst(value: unknown): boolean {
  return value === 'below' || value === 'since';
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

function isLock(value: unknown): value is MatrixLock | null {
  if (value === null) return true;
  return (
    isObject(value) &&
    (value.why === 'published' || value.why === 'errors' || value.why === 'readOnly') &&
    isString(value.message)
  );
}

function isRefusal(value: unknown): value is CommandRefusal {
  return (
    isObject(value) &&
    isString(value.reason) &&
    isOptional(value.target, isTarget) &&
    isOptional(value.now, isString)
  );
}

function isFoundCell(value: unknown): value is FoundCell {
  return isObject(value) && isString(value.row) && isString(value.level) && isListOf(value.at, isStretch);
}

function isStretch(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(isCount);
}

function isRowWords(value: unknown): value is RowWords {
  return isObject(value) && isString(value.row) && isListOf(value.cells, isCellWords);
}

function isCellWords(value: unknown): value is RowWords['cells'][number] {
  return (
    isObject(value) &&
    isString(value.level) &&
    isListOf(value.parts, isPart) &&
    isOptional(value.step, step => step === 'lowest' || step === 'same' || step === 'more') &&
    isOptional(value.less, isString)
  );
}

function isPart(value: unknown): value is WordPart {
  return (
    isObject(value) &&
    isString(value.text) &&
    (value.kind === 'same' || value.kind === 'removed' || value.kind === 'added')
  );
}

function isFinding(value: unknown): value is MatrixFinding {
  return (
    isObject(value) &&
    (value.severity === 'error' || value.severity === 'warning' || value.severity === 'info') &&
    isString(value.rule) &&
    isString(value.message) &&
    isListOf(value.fixes, isFix)
  );
}

function isFix(value: unknown): value is MatrixFinding['fixes'][number] {
  return isObject(value) && isString(value.title) && typeof value.preferred === 'boolean';
}
