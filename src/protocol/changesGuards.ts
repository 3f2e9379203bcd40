import type { ChangeFilters, ChangesPageState, ChangesView, FromChanges, ToChanges } from './changes.ts';
import { isCompared, isTexts, isVerdict, isWords } from './comparedGuards.ts';
import { isCount, isListOf, isObject, isOptional, isString } from './guards.ts';
import { isTarget } from './matrixCommandGuards.ts';

/** Whether a message from the page is one. */
export function isFromChanges(value: unknown): value is FromChanges {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'ready':
    case 'cancel':
    case 'publish':
    case 'addVersion':
      return true;
    case 'pair':
      return isString(value.pair);
    case 'judge':
      return isString(value.row) && isString(value.level);
    case 'answer':
      return isAnswers(value.answers);
    case 'apply':
      return isListOf(value.accepted, isString) && isAnswers(value.answers);
    case 'open':
      return (value.side === 'from' || value.side === 'to') && isTarget(value.target);
    default:
      return false;
  }
}

/** Whether a message to the page is one. */
export function isToChanges(value: unknown): value is ToChanges {
  return isObject(value) && value.type === 'show' && isView(value.view) && isObject(value.texts);
}

/** Whether a stored state is one that this version of the page wrote. */
export function isChangesPageState(value: unknown): value is ChangesPageState {
  return (
    isObject(value) &&
    isListOf(value.refused, isString) &&
    isAnswers(value.answers) &&
    isFilters(value.filters) &&
    isLayout(value.layout)
  );
}

function isFilters(value: unknown): value is ChangeFilters {
  return (
    isObject(value) &&
    isString(value.area) &&
    isString(value.level) &&
    isString(value.kind) &&
    isString(value.class) &&
    isString(value.step) &&
    isString(value.reviewer) &&
    isString(value.agreement)
  );
}

function isLayout(value: unknown): boolean {
  return (
    isObject(value) &&
    (value.show === 'list' || value.show === 'table') &&
    (value.by === 'area' || value.by === 'level' || value.by === 'class') &&
    typeof value.unchanged === 'boolean'
  );
}

function isAnswers(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every(isString);
}

function isView(value: unknown): value is ChangesView {
  return (
    isObject(value) &&
    (value.mode === 'preview' || value.mode === 'comparison') &&
    isString(value.title) &&
    isString(value.from) &&
    isString(value.to) &&
    isListOf(value.levels, isTitled) &&
    isListOf(value.groups, isGroup) &&
    isListOf(value.conflicts, isDecision) &&
    isListOf(value.questions, isDecision) &&
    isListOf(value.problems, isProblem) &&
    isListOf(value.notes, isNote) &&
    isObject(value.counts) &&
    isOptional(value.compared, isCompared) &&
    isOptional(value.round, isRound)
  );
}

type Guard = (value: unknown) => value is object;

const isTitled: Guard = (value): value is object =>
  isObject(value) && isString(value.id) && isString(value.title);
const isGroup: Guard = (value): value is object =>
  isObject(value) &&
  isOptional(value.area, isString) &&
  isString(value.title) &&
  isListOf(value.topics, isTopic);
const isTopic: Guard = (value): value is object =>
  isObject(value) &&
  isString(value.title) &&
  isOptional(value.topic, isString) &&
  isOptional(value.section, isString) &&
  isListOf(value.items, isItem);
const isItem: Guard = (value): value is object =>
  isObject(value) &&
  isString(value.id) &&
  isString(value.kind) &&
  isString(value.sentence) &&
  isOptional(value.words, isWords) &&
  isOptional(value.cells, cells => isListOf(cells, isCell)) &&
  isOptional(value.inFrom, isTarget) &&
  isOptional(value.inTo, isTarget) &&
  isOptional(value.needs, isString) &&
  isOptional(value.scope, isString) &&
  isOptional(value.verdict, isVerdict) &&
  isOptional(value.wanted, isWanted) &&
  isOptional(value.steps, isTexts);
const isWanted: Guard = (value): value is object =>
  isObject(value) &&
  isTexts(value.reviewers) &&
  isOptional(value.agreement, isString) &&
  isString(value.words);
const isRound: Guard = (value): value is object =>
  isObject(value) &&
  isListOf(value.reviewers, isReviewer) &&
  isListOf(value.agreements, isAgreement) &&
  isString(value.outcome);
const isReviewer: Guard = (value): value is object =>
  isObject(value) && isString(value.name) && isCount(value.count);
const isAgreement: Guard = (value): value is object =>
  isObject(value) && isString(value.id) && isString(value.label) && isCount(value.count);
const isCell: Guard = (value): value is object =>
  isObject(value) &&
  isString(value.level) &&
  isString(value.title) &&
  isWords(value.words) &&
  isOptional(value.verdict, isVerdict);
const isProblem: Guard = (value): value is object =>
  isObject(value) && isString(value.place) && isString(value.message);
const isNote: Guard = (value): value is object =>
  isObject(value) &&
  isString(value.place) &&
  isString(value.author) &&
  isString(value.text) &&
  isOptional(value.date, isString) &&
  isOptional(value.about, isString) &&
  typeof value.isNew === 'boolean';
const isOption: Guard = (value): value is object =>
  isObject(value) && isString(value.value) && isString(value.label) && isOptional(value.words, isWords);
const isDecision: Guard = (value): value is object =>
  isObject(value) &&
  isString(value.id) &&
  isString(value.message) &&
  isOptional(value.place, isString) &&
  isListOf(value.options, isOption) &&
  isOptional(value.default, isString) &&
  isOptional(value.answer, isString);
