import type { ComparedView, Verdict, WordPart } from '../core/index.ts';
import { isListOf, isObject, isOptional, isString } from './guards.ts';
import { isTarget } from './matrixCommandGuards.ts';

/** Whether a value is what a page shows of a comparison of versions. */
export function isCompared(value: unknown): value is ComparedView {
  return (
    isObject(value) &&
    isListOf(value.classes, isCount) &&
    isTable(value.table) &&
    isListOf(value.pairs, isPair) &&
    isString(value.pair) &&
    typeof value.canJudge === 'boolean' &&
    isOptional(value.outcome, isString)
  );
}

export function isVerdict(value: unknown): value is Verdict {
  return (
    isObject(value) &&
    [value.class, value.label, value.because, value.row, value.level].every(isString) &&
    isOptional(value.reason, isString) &&
    isOptional(value.overruled, isString)
  );
}

export function isWords(value: unknown): value is readonly WordPart[] {
  return isListOf(value, isWord);
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isString);
}

function isTable(value: unknown): boolean {
  return (
    isObject(value) &&
    isListOf(value.levels, isTitled) &&
    isListOf(value.areas, isArea) &&
    typeof value.isWhole === 'boolean'
  );
}

type Guard = (value: unknown) => value is object;

const isWord: Guard = (value): value is object =>
  isObject(value) && isString(value.text) && /^(?:same|removed|added)$/.test(String(value.kind));
const isTitled: Guard = (value): value is object =>
  isObject(value) && isString(value.id) && isString(value.title);
const isCount: Guard = (value): value is object =>
  isObject(value) && isString(value.id) && isString(value.label) && typeof value.count === 'number';
const isPair: Guard = (value): value is object =>
  isObject(value) && isString(value.id) && isString(value.label);
const isArea: Guard = (value): value is object => isTitled(value) && isListOf(areaOf(value), isTopic);
const isTopic: Guard = (value): value is object =>
  isObject(value) &&
  isTitled(value) &&
  isObject(value) &&
  isListOf((value as { rows?: unknown }).rows, isRow) &&
  typeof (value as { unchanged?: unknown }).unchanged === 'number';
const isRow: Guard = (value): value is object =>
  isObject(value) &&
  isString(value.key) &&
  isString(value.row) &&
  typeof value.isChanged === 'boolean' &&
  isOptional(value.kind, isString) &&
  isOptional(value.link, isLink) &&
  isListOf(value.cells, isCell) &&
  isOptional(value.inFrom, isTarget) &&
  isOptional(value.inTo, isTarget);
const isCell: Guard = (value): value is object =>
  isObject(value) &&
  isString(value.level) &&
  isWords(value.words) &&
  isOptional(value.kind, isString) &&
  isOptional(value.verdict, isVerdict) &&
  isOptional(value.link, isLink) &&
  isOptional(value.steps, isTexts);
const isLink: Guard = (value): value is object =>
  isObject(value) && isString(value.to) && isString(value.label);

function areaOf(value: object): unknown {
  return (value as { topics?: unknown }).topics;
}
