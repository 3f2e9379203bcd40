import type { MatrixLine } from './lines.ts';
import type { MatrixSince } from './since.ts';
import type { MatrixHead, MatrixLevel, MatrixView } from './view.ts';

/** What leads from one view to the next. */
export interface ViewChanges {
  readonly head?: MatrixHead;
  readonly levels?: readonly MatrixLevel[];
  /** Null: the matrix is compared with no version any more. */
  readonly since?: MatrixSince | null;
  /** From top to bottom, apart from each other; indexes are those of the view before. */
  readonly splices: readonly LineSplice[];
}

/** `remove` lines from index `at` on give way to `lines`. */
export interface LineSplice {
  readonly at: number;
  readonly remove: number;
  readonly lines: readonly MatrixLine[];
}

/**
 * What changed between two views, by identity of their parts: made for views where {@link matrixView} was
 * given the one before.
 * @returns undefined where nothing did
 */
export function viewChanges(before: MatrixView, after: MatrixView): ViewChanges | undefined {
  const splices = lineSplices(before.lines, after.lines);
  const head = before.head === after.head ? undefined : after.head;
  const levels = before.levels === after.levels ? undefined : after.levels;
  const since = before.since === after.since ? undefined : (after.since ?? null);
  if (splices.length === 0 && !head && !levels && since === undefined) return undefined;
  return {
    ...(head && { head }),
    ...(levels && { levels }),
    ...(since !== undefined && { since }),
    splices,
  };
}

function lineSplices(before: readonly MatrixLine[], after: readonly MatrixLine[]): LineSplice[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  if (start === endBefore && start === endAfter) return [];

  const keysBefore = new Set(before.slice(start, endBefore).map(line => line.key));
  const keysAfter = new Set(after.slice(start, endAfter).map(line => line.key));
  const splices: { at: number; remove: number; lines: MatrixLine[] }[] = [];
  const splice = (at: number, remove: number, lines: readonly MatrixLine[]) => {
    const last = splices.at(-1);
    if (last && last.at + last.remove === at) {
      last.remove += remove;
      last.lines.push(...lines);
    } else splices.push({ at, remove, lines: [...lines] });
  };
  let i = start;
  let j = start;
  while (i < endBefore || j < endAfter) {
    const old = i < endBefore ? before[i] : undefined;
    const line = j < endAfter ? after[j] : undefined;
    if (old && line && old.key === line.key) {
      if (old !== line) splice(i, 1, [line]);
      i++;
      j++;
    } else if (old && !keysAfter.has(old.key)) {
      splice(i, 1, []);
      i++;
    } else if (line && !keysBefore.has(line.key)) {
      splice(i, 0, [line]);
      j++;
    } else {
      // Something moved: what remains is sent whole.
      splice(i, endBefore - i, after.slice(j, endAfter));
      break;
    }
  }
  return splices;
}
