import { normaliseStatement } from './statement.ts';
import type { Framework } from './types.ts';

/**
 * Whether two frameworks mean the same: everything in the model counts, notes and `x-` keys included. The
 * order of lists counts, the order of keys does not; statements are compared as they are meant.
 */
export function sameMeaning(a: Framework, b: Framework): boolean {
  return sameValue(a, b);
}

/**
 * Whether two values of the model (a node, a Map of it, a plain value) mean the same. A key that is undefined
 * is as good as absent. What both share is not looked at.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
  if (a instanceof Map || b instanceof Map) return a instanceof Map && b instanceof Map && sameMap(a, b);
  return sameKeys(a as Keys, b as Keys);
}

/** Whether two statements mean the same; nothing and empty text do. */
export function sameStatement(a: string | undefined, b: string | undefined): boolean {
  return a === b || normaliseStatement(a ?? '') === normaliseStatement(b ?? '');
}

type Keys = { readonly [key: string]: unknown };

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => sameValue(value, b[index]));
}

function sameMap(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  if (a.size === 0) return true;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined ? !b.has(key) || value !== undefined : !sameValue(value, other)) return false;
  }
  return true;
}

function sameKeys(a: Keys, b: Keys): boolean {
  for (const key of Object.keys(a)) if (!sameKey(key, a[key], b[key])) return false;
  for (const key of Object.keys(b)) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
}

function sameKey(key: string, a: unknown, b: unknown): boolean {
  const statements = key === 'statements' && a instanceof Map && b instanceof Map;
  return statements ? sameStatements(a, b) : sameValue(a, b);
}

function sameStatements(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  for (const [level, text] of a) if (!sameStatement(text, b.get(level))) return false;
  for (const [level, text] of b) if (!a.has(level) && !sameStatement(text, undefined)) return false;
  return true;
}
