import type { ListedKind } from '../changes/change.ts';
import type { Conflict } from '../changes/merge.ts';
import { LISTED_KINDS, nodeAt } from '../changes/tree.ts';
import { indexFramework } from '../model/index.ts';
import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import { LineIndex } from '../text/lines.ts';
import { scalarText } from '../write/scalarText.ts';
import { endOf, pairOf, startOf, type YamlScalar } from '../yaml/nodes.ts';
import type { Hunk } from './mergeLines.ts';

/** Lines of our text that are in dispute, with what each side makes of them. */
export interface Dispute extends Hunk {
  readonly ours: readonly string[];
}

/**
 * Ids that a side wants and something else has. No text can have them, so the sides do not differ in their lines.
 * @param lines of our text
 * @param hunks what leads from them to the lines of theirs
 */
export function wantedIds(
  conflicts: readonly Conflict[],
  { document, framework }: Loaded,
  lines: readonly string[],
  hunks: readonly Hunk[],
): Dispute[] {
  const index = new LineIndex(document.text);
  const found: Dispute[] = [];
  for (const { what, id, field, versions } of conflicts) {
    const kind = LISTED_KINDS.find(each => each === what);
    const scalar = field === 'id' && kind && id !== undefined && idOf(framework, kind, id);
    if (!scalar) continue;
    const from = index.positionAt(startOf(scalar)).line;
    const to = index.positionAt(endOf(scalar)).line + 1;
    if ([...hunks, ...found].some(hunk => hunk.from < to && Math.max(hunk.to, hunk.from + 1) > from))
      continue;
    const of = (side: string) => {
      const wanted = versions.find(version => version.side === side)?.value;
      return typeof wanted === 'string'
        ? [withId(wanted, scalar, lines[from]!, index)]
        : lines.slice(from, to);
    };
    found.push({ from, to, ours: of('ours'), lines: of('theirs') });
  }
  return found;
}

function idOf(framework: Loaded['framework'], kind: ListedKind, id: string): YamlScalar | undefined {
  const node = nodeAt(indexFramework(framework), kind, id);
  const source = node && sourceOf(node);
  const value = source && pairOf(source, 'id')?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

/** The first line of an id with another one in its place. */
function withId(id: string, scalar: YamlScalar, line: string, index: LineIndex): string {
  const start = index.positionAt(startOf(scalar));
  const end = index.positionAt(endOf(scalar));
  const rest = end.line === start.line ? line.slice(end.character) : line.endsWith('\r') ? '\r' : '';
  return line.slice(0, start.character) + scalarText(id, { inline: true, flow: true }).head + rest;
}
