import { isCount, isListOf, isObject, isOptional, isString } from './guards.ts';
import type {
  Coverage,
  GoneNode,
  LineSince,
  LineSplice,
  MatrixCell,
  MatrixLevel,
  MatrixLine,
  MatrixSince,
  MatrixView,
  ViewChanges,
} from './matrix.ts';

const LINES = new Set<unknown>(['area', 'section', 'topic', 'row']);

/** Whether a value is a view of the matrix. */
export function isView(value: unknown): value is MatrixView {
  return (
    isObject(value) &&
    isHead(value.head) &&
    isListOf(value.levels, isLevel) &&
    isListOf(value.lines, isLine) &&
    isOptional(value.since, isSince)
  );
}

/** Whether a value leads from one view to the next. */
export function isChanges(value: unknown): value is ViewChanges {
  return (
    isObject(value) &&
    isOptional(value.head, isHead) &&
    isOptional(value.levels, levels => isListOf(levels, isLevel)) &&
    isOptional(value.since, since => since === null || isSince(since)) &&
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
  if (!isObject(value) || !LINES.has(value.type) || !isString(value.key) || !isString(value.id)) return false;
  if (!isOptional(value.since, isLineSince)) return false;
  if (value.type === 'row') return isListOf(value.cells, isCell);
  return isOptional(value.title, isString) && (value.type !== 'topic' || isCoverage(value.coverage));
}

function isCoverage(value: unknown): value is Coverage {
  return isObject(value) && isCount(value.rows) && isListOf(value.statements, isCount);
}

function isLineSince(value: unknown): value is LineSince {
  return isObject(value) && isListOf(value.kinds, isString) && isListOf(value.told, isString);
}

function isCell(value: unknown): value is MatrixCell {
  return (
    isObject(value) &&
    isOptional(value.text, isString) &&
    isOptional(value.blank, isString) &&
    isOptional(value.note, isString) &&
    isOptional(value.since, isString)
  );
}

function isSince(value: unknown): value is MatrixSince {
  return (
    isObject(value) &&
    isString(value.name) &&
    isOptional(value.where, isString) &&
    isString(value.source) &&
    isCount(value.changes) &&
    isListOf(value.told, isString) &&
    isListOf(value.gone, isGone)
  );
}

function isGone(value: unknown): value is GoneNode {
  return (
    isObject(value) &&
    LINES.has(value.what) &&
    isString(value.id) &&
    isOptional(value.parent, isString) &&
    isOptional(value.below, isString) &&
    isOptional(value.title, isString) &&
    isOptional(value.texts, texts => isListOf(texts, isLevelText))
  );
}

function isLevelText(value: unknown): value is { level: string; text: string } {
  return isObject(value) && isString(value.level) && isString(value.text);
}
