import { type Dictionary, isCount, isListOf, isObject, isOptional, isString } from './guards.ts';
import type { CellText, CommandPlace, FindQuery, MatrixCommand, MatrixTarget, NewRow } from './matrix.ts';

/** What each command must carry. */
const CARRIES: Readonly<Record<MatrixCommand['type'], (command: Dictionary) => boolean>> = {
  setTexts: ({ cells, append }) =>
    isListOf(cells, isCellText) &&
    isOptional(append, append => isObject(append) && isPlace(append.to) && isListOf(append.rows, isNewRow)),
  setBlanks: ({ cells, meaning }) => isListOf(cells, isCellName) && (meaning === null || isBlank(meaning)),
  setNote: ({ target, was, text }) => isTarget(target) && isOptional(was, isString) && isString(text),
  setTitle: ({ what, id, was, title }) =>
    TITLED.has(what) && isString(id) && isOptional(was, isString) && isString(title),
  replace: ({ query, replacement, only }) =>
    isFindQuery(query) &&
    isString(replacement) &&
    isOptional(only, only => isCellName(only) && isCount((only as Dictionary).nth)),
  moveStatement: ({ from, was, to }) => isCellName(from) && isString(was) && isCellName(to),
  insertRows: ({ to, rows }) => isPlace(to) && isListOf(rows, isNewRow),
  duplicateRows: ({ rows }) => isListOf(rows, isString),
  splitRow: ({ row, level, was, first, second }) => [row, level, was, first, second].every(isString),
  mergeRows: ({ into, rows }) => isString(into) && isListOf(rows, isString),
  move: ({ what, ids, to }) => MOVABLE.has(what) && isListOf(ids, isString) && isPlace(to),
  delete: isWithdrawal,
  withdraw: isWithdrawal,
  restore: ({ nodes }) => isListOf(nodes, isNodeName),
  insertTopic: ({ to, title, rows }) =>
    isPlace(to) && isOptional(title, isString) && isOptional(rows, rows => isListOf(rows, isNewRow)),
  insertArea: ({ to, title }) => isPlace(to) && isOptional(title, isString),
  insertSection: ({ area, kind }) => isString(area) && isString(kind),
  insertLevel: ({ to, title }) => isPlace(to) && isString(title),
  removeLevel: ({ level, statements }) => isString(level) && isCount(statements),
};

const TITLED = new Set<unknown>(['area', 'topic', 'sectionKind', 'level']);
const MOVABLE = new Set<unknown>(['row', 'topic', 'area', 'level']);
const WITHDRAWABLE = new Set<unknown>(['row', 'topic', 'area']);
const BLANKS = new Set<unknown>(['not-applicable', 'as-below', 'missing']);
const TARGETS = new Set<unknown>(['area', 'section', 'topic', 'row']);

/** Whether a value is a command. */
export function isCommand(value: unknown): value is MatrixCommand {
  return (
    isObject(value) &&
    isString(value.type) &&
    Object.hasOwn(CARRIES, value.type) &&
    CARRIES[value.type as MatrixCommand['type']](value)
  );
}

/** Whether a value says what to look for. */
export function isFindQuery(value: unknown): value is FindQuery {
  return (
    isObject(value) &&
    isString(value.text) &&
    typeof value.matchCase === 'boolean' &&
    typeof value.wholeWord === 'boolean' &&
    typeof value.withdrawn === 'boolean' &&
    isOptional(value.levels, levels => isListOf(levels, isString)) &&
    isOptional(value.areas, areas => isListOf(areas, isString))
  );
}

/** Whether a value names a node or a cell of the matrix. */
export function isTarget(value: unknown): value is MatrixTarget {
  return (
    isObject(value) && TARGETS.has(value.what) && isString(value.id) && isOptional(value.level, isString)
  );
}

function isPlace(value: unknown): value is CommandPlace {
  return (
    isObject(value) &&
    ['above', 'below', 'endOf'].filter(side => value[side] !== undefined).length === 1 &&
    (isString(value.above) || isString(value.below) || isString(value.endOf))
  );
}

function isCellName(value: unknown): value is { row: string; level: string } {
  return isObject(value) && isString(value.row) && isString(value.level);
}

function isCellText(value: unknown): value is CellText {
  return (
    isCellName(value) &&
    isString((value as Dictionary).text) &&
    isOptional((value as Dictionary).was, isString)
  );
}

function isNewRow(value: unknown): value is NewRow {
  return isObject(value) && isListOf(value.texts, isLevelText);
}

function isLevelText(value: unknown): value is NewRow['texts'][number] {
  return isObject(value) && isString(value.level) && isString(value.text);
}

function isNodeName(value: unknown): value is { what: string; id: string } {
  return isObject(value) && WITHDRAWABLE.has(value.what) && isString(value.id);
}

function isWithdrawal({ nodes, reason }: Dictionary): boolean {
  return isListOf(nodes, isNodeName) && isOptional(reason, isString);
}

function isBlank(value: unknown): boolean {
  return BLANKS.has(value);
}
