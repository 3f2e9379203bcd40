import type { ListedKind } from '../changes/change.ts';
import type { Conflict } from '../changes/merge.ts';
import { LISTED_KINDS, nodeAt } from '../changes/tree.ts';
import { indexFramework } from '../model/index.ts';
import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import { pairOf, startOf, type YamlScalar } from '../yaml/nodes.ts';
import { lineIndexOf } from './layout.ts';
import type { Hunk } from './mergeLines.ts';

/** Lines of our text that are in dispute, with what each side makes of them. */
export interface Dispute extends Hunk {
  readonly ours: readonly string[];
}

/**
 * Ids that a side wants and something else has. No text can have them, so the sides do not differ in their lines: a
 * comment above the id says it, on the side that wants it.
 * @param lines of our text
 * @param hunks what leads from them to the lines of theirs
 */
export function wantedIds(
  conflicts: readonly Conflict[],
  { document, framework }: Loaded,
  lines: readonly string[],
  hunks: readonly Hunk[],
): Dispute[] {
  const index = lineIndexOf(document.text);
  return conflicts.flatMap(({ what, id, field, versions }): Dispute[] => {
    const kind = LISTED_KINDS.find(each => each === what);
    const scalar = field === 'id' && kind && id !== undefined && idOf(framework, kind, id);
    if (!scalar) return [];
    const at = index.positionAt(startOf(scalar)).line;
    if (hunks.some(({ from, to }) => from <= at && at < to)) return [];
    const of = (side: string) => {
      const wanted = versions.find(version => version.side === side)?.value;
      return typeof wanted === 'string' ? [commentOn(wanted, lines[at]!)] : [];
    };
    return [{ from: at, to: at, ours: of('ours'), lines: of('theirs') }];
  });
}

function idOf(framework: Loaded['framework'], kind: ListedKind, id: string): YamlScalar | undefined {
  const node = nodeAt(indexFramework(framework), kind, id);
  const source = node && sourceOf(node);
  const value = source && pairOf(source, 'id')?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

function commentOn(wanted: string, line: string): string {
  const space = /^ */.exec(line)![0];
  const end = line.endsWith('\r') ? '\r' : '';
  return `${space}# The id ${JSON.stringify(wanted)} was wanted here, but something else has it: choose another one.${end}`;
}
