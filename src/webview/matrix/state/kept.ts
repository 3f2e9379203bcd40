import { isListOf, isObject, isOptional, isString } from '../../../protocol/guards.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';

/** What the page keeps for itself while it is hidden or VS Code restarts. */
export interface Kept {
  readonly filter: Filter;
  readonly withdrawn: boolean;
  readonly notes: boolean;
  readonly lens: boolean;
  readonly coverage: boolean;
  readonly compact: boolean;
  /** Undefined until the reader chooses: then the width decides. */
  readonly outline: boolean | undefined;
  readonly columns: Columns;
  readonly focus: { readonly key: string; readonly level: number } | undefined;
  /** What stood at the top of the view, and how many pixels of it were scrolled away. */
  readonly top: { readonly key: string; readonly offset: number } | undefined;
  /** What the matrix was compared with. */
  readonly since: string | undefined;
  /** A cell that was being edited: nobody's typing is lost because a tab was hidden. */
  readonly draft: Draft | undefined;
}

/** A text that is being typed. */
export interface Draft {
  readonly key: string;
  readonly level: number;
  /** What stood there when typing began; absent: nothing did. */
  readonly was: string | undefined;
  readonly text: string;
}

/** Whether a stored state is one that this version of the page wrote. */
export function isKept(value: unknown): value is Kept {
  return (
    isObject(value) &&
    isFilter(value.filter) &&
    ['withdrawn', 'notes', 'lens', 'coverage', 'compact'].every(key => typeof value[key] === 'boolean') &&
    isOptional(value.outline, outline => typeof outline === 'boolean') &&
    isColumns(value.columns) &&
    isOptional(value.focus, isPosition) &&
    isOptional(value.top, top => isObject(top) && isString(top.key) && Number.isFinite(top.offset)) &&
    isOptional(value.since, isString) &&
    isOptional(value.draft, isDraft)
  );
}

function isFilter(value: unknown): boolean {
  return (
    isObject(value) &&
    [value.text, value.level, value.area].every(isString) &&
    ['', 'any', 'error', 'warning'].includes(String(value.findings)) &&
    typeof value.changed === 'boolean'
  );
}

function isColumns(value: unknown): boolean {
  return (
    isObject(value) &&
    isListOf(value.hidden, isString) &&
    isObject(value.widths) &&
    Object.values(value.widths).every(width => Number.isFinite(width))
  );
}

function isPosition(value: unknown): boolean {
  return isObject(value) && isString(value.key) && Number.isInteger(value.level);
}

function isDraft(value: unknown): boolean {
  return isPosition(value) && isObject(value) && isString(value.text) && isOptional(value.was, isString);
}
