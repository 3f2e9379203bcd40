import type { ListedKind } from '../changes/change.ts';
import type { Conflict } from '../changes/merge.ts';
import { LISTED_KINDS, nodeAt } from '../changes/tree.ts';
import { indexFramework } from '../model/index.ts';
import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import { LineIndex } from '../text/lines.ts';
import { endOf, startOf } from '../yaml/nodes.ts';
import type { Hunk } from './mergeLines.ts';

/** Lines of our text that are in dispute, with what each side makes of them. */
export interface Dispute extends Hunk {
  readonly ours: readonly string[];
}

/**
 * What is in conflict and cannot be told by the lines in which the sides differ: a node that one removed and that
 * something still needs, for one. Its own lines are in dispute then.
 * @param lines of our text
 * @param hunks where the texts of the two sides differ
 */
export function hiddenDisputes(
  conflicts: readonly Conflict[],
  loaded: Loaded,
  lines: readonly string[],
  hunks: readonly Hunk[],
): Dispute[] {
  const index = new LineIndex(loaded.document.text);
  const found: Dispute[] = [];
  for (const conflict of conflicts) {
    const span = spanOf(conflict, loaded, index);
    if (!span) continue;
    const [from, to] = span;
    const meets = (hunk: Hunk) => hunk.from < to && Math.max(hunk.to, hunk.from + 1) > from;
    if (hunks.some(meets) || found.some(meets)) continue;
    const own = lines.slice(from, to);
    const has = (side: string) =>
      conflict.versions.find(version => version.side === side)?.value !== undefined;
    const isRemoval =
      conflict.field === undefined && conflict.versions.some(({ value }) => value === undefined);
    // Without its first line, what an area or a topic holds could not be read: both sides have it, to be seen.
    const isWhole = WHOLE.has(conflict.what);
    const of = (side: string) => (isRemoval && isWhole && !has(side) ? [] : own);
    found.push({ from, to, ours: of('ours'), lines: of('theirs') });
  }
  return found;
}

/** What holds nothing that has lines in dispute of its own. */
const WHOLE: ReadonlySet<string> = new Set(['level', 'sectionKind', 'row']);

/** The first line of what a conflict is about, and the first one after it; of areas and their like only the first. */
function spanOf(conflict: Conflict, { framework }: Loaded, index: LineIndex): [number, number] | undefined {
  const { what, id, row } = conflict;
  const kind = row === undefined ? what : 'row';
  const name = row ?? id;
  if (name === undefined || !LISTED_KINDS.some(each => each === kind)) return undefined;
  const node = nodeAt(indexFramework(framework), kind as ListedKind, name);
  const source = node && sourceOf(node);
  if (!source) return undefined;
  const from = index.positionAt(startOf(source)).line;
  const to = index.positionAt(endOf(source)).line + 1;
  return WHOLE.has(kind) ? [from, to] : [from, from + 1];
}
