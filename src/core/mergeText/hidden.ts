import type { ListedKind } from '../changes/change.ts';
import type { Conflict } from '../changes/merge.ts';
import { LISTED_KINDS, nodeAt } from '../changes/tree.ts';
import { indexFramework } from '../model/index.ts';
import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import { LineIndex } from '../text/lines.ts';
import { scalarText } from '../write/scalarText.ts';
import { endOf, pairOf, startOf, type YamlMap } from '../yaml/nodes.ts';
import type { Hunk } from './mergeLines.ts';

/** Lines of our text that are in dispute, with what each side makes of them. */
export interface Dispute extends Hunk {
  readonly ours: readonly string[];
}

/** What the text is for each side. */
interface SideTexts {
  readonly ours: Loaded;
  readonly theirs: Loaded;
}

/**
 * What is in conflict and cannot be told by the lines in which the sides differ: a node that one removed and that
 * something still needs, for one. Its own lines are in dispute then.
 * @param lines of our text
 * @param hunks what leads from them to the lines of theirs
 */
export function hiddenDisputes(
  conflicts: readonly Conflict[],
  { ours, theirs }: SideTexts,
  lines: readonly string[],
  hunks: readonly Hunk[],
): Dispute[] {
  const index = new LineIndex(ours.document.text);
  const theirIndex = new LineIndex(theirs.document.text);
  const theirHunks = inTheirs(hunks);
  const found: Dispute[] = [];
  for (const conflict of conflicts) {
    const node = nodeOf(conflict, ours);
    if (!node) continue;
    const isTold =
      ownSpans(conflict, node, index).some(span => hunks.some(meets(span))) ||
      // A line that only theirs has is no line of ours, even where it is of the same node.
      ownSpans(conflict, nodeOf(conflict, theirs), theirIndex).some(span => theirHunks.some(meets(span)));
    const span = shownSpan(conflict, node, index);
    if (isTold || [...hunks, ...found].some(meets(span))) continue;
    const [from, to] = span;
    const of = (side: string) => linesOf(conflict, side, node, lines.slice(from, to), index);
    found.push({ from, to, ours: of('ours'), lines: of('theirs') });
  }
  return found;
}

/** What the lines of a conflict are for one side: of what cannot be done to them, too. */
function linesOf(
  { what, field, versions }: Conflict,
  side: string,
  node: YamlMap,
  lines: readonly string[],
  index: LineIndex,
): readonly string[] {
  const own = versions.find(version => version.side === side);
  const isRemoval = field === undefined && versions.some(({ value }) => value === undefined);
  // Without its first line, what an area or a topic holds could not be read.
  if (isRemoval && WHOLE.has(what) && own?.value === undefined) return [];
  const id = pairOf(node, 'id')?.value;
  if (field !== 'id' || typeof own?.value !== 'string' || id?.kind !== 'scalar') return lines;
  // The id that a side wants and something else has.
  const start = index.positionAt(startOf(id));
  const end = index.positionAt(endOf(id));
  const line = lines[0]!;
  const rest = end.line === start.line ? line.slice(end.character) : line.endsWith('\r') ? '\r' : '';
  const written = scalarText(own.value, { inline: true, flow: true }).head;
  return [line.slice(0, start.character) + written + rest];
}

function meets([from, to]: readonly [number, number]): (hunk: Span) => boolean {
  return hunk => hunk.from < to && Math.max(hunk.to, hunk.from + 1) > from;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where hunks stand among the lines that they lead to. */
function inTheirs(hunks: readonly Hunk[]): Span[] {
  let moved = 0;
  return hunks.map(({ from, to, lines }) => {
    const start = from + moved;
    moved += lines.length - (to - from);
    return { from: start, to: start + lines.length };
  });
}

/** What holds nothing that has lines in dispute of its own. */
const WHOLE: ReadonlySet<string> = new Set(['level', 'sectionKind', 'row']);

/** The keys of what holds such things under which these stand. */
const LISTS: ReadonlySet<string> = new Set(['sections', 'topics', 'rows']);

/** What a conflict is about, or the row that it is in. */
function nodeOf({ what, id, row }: Conflict, { framework }: Loaded): YamlMap | undefined {
  const kind = row === undefined ? what : 'row';
  const name = row ?? id;
  if (name === undefined || !LISTED_KINDS.some(each => each === kind)) return undefined;
  const node = nodeAt(indexFramework(framework), kind as ListedKind, name);
  return node && sourceOf(node);
}

function isWhole({ what, row }: Conflict): boolean {
  return row !== undefined || WHOLE.has(what);
}

/** The lines that are a node's own, as the first one and the one after the last. */
function ownSpans(conflict: Conflict, node: YamlMap | undefined, index: LineIndex): [number, number][] {
  if (!node) return [];
  if (isWhole(conflict)) return [shownSpan(conflict, node, index)];
  return node.pairs
    .filter(({ key }) => !LISTS.has(key.text))
    .map(({ key, value }) => linesAt(startOf(key), endOf(value ?? key), index));
}

/** The lines to show of a node; of areas and their like only the first. */
function shownSpan(conflict: Conflict, node: YamlMap, index: LineIndex): [number, number] {
  const id = pairOf(node, 'id')?.value;
  if (conflict.field === 'id' && id) return linesAt(startOf(id), endOf(id), index);
  const [from, to] = linesAt(startOf(node), endOf(node), index);
  return isWhole(conflict) ? [from, to] : [from, from + 1];
}

function linesAt(start: number, end: number, index: LineIndex): [number, number] {
  return [index.positionAt(start).line, index.positionAt(end).line + 1];
}
