import { peer } from '../measure.ts';
import type { Told } from './answers.ts';
import type { Plain, PlainNode } from './plain.ts';

/** By what it can pair the items of a list: an `objectHash` of ids or of words, or nothing but their places. */
export type Pairing = 'ids' | 'words' | 'places';
export type Shape = 'nested' | 'flat';
type Delta = Readonly<Record<string, unknown>>;

const HASHES: Readonly<Record<Pairing, ((node: PlainNode) => string) | undefined>> = {
  ids: ({ id, kind }) => id ?? kind ?? '',
  words: ({ title, kind, statements }) => title ?? kind ?? JSON.stringify(statements),
  places: undefined,
};

/** What says what differs, with the letters that differ in each text. */
export function differ(by: Pairing, shape: Shape): (before: Plain, after: Plain) => Delta | undefined {
  const objectHash = HASHES[by];
  const made = peer('jsondiffpatch').create({
    ...(objectHash ? { objectHash } : {}),
    textDiff: { diffMatchPatch: peer('diff-match-patch') },
  });
  return (before, after) => made.diff(before[shape], after[shape]);
}

/**
 * What it says in our words: a row is reworded where a statement in it differs, moved where what it stands in
 * differs, withdrawn where it has that key newly. A row deleted here and inserted there is no move.
 */
export function toldIn(delta: Delta | undefined, before: Plain, after: Plain, shape: Shape): Told[] {
  const idOf = (row: PlainNode) => after.idOf.get(row) ?? before.idOf.get(row)!;
  const whole = (kind: 'added' | 'removed', node: unknown) =>
    rowsIn(node as PlainNode).map((row): Told => ({ kind, row: idOf(row) }));
  const inNode = (node: PlainNode, changes: Delta): Told[] => {
    const below = LISTS.find(list => list in node);
    if (below) return changes[below] ? inList(node[below]!, changes[below] as Delta) : [];
    const row = idOf(node);
    return [
      ...Object.keys(changes.statements ?? {}).map((level): Told => ({ kind: 'reworded', row, level })),
      ...('withdrawn' in changes ? [{ kind: 'withdrawn', row } as const] : []),
      ...(['area', 'section', 'topic'].some(key => key in changes) ? [{ kind: 'moved', row } as const] : []),
    ];
  };
  const inList = (list: readonly PlainNode[], { _t, ...changes }: Delta): Told[] =>
    Object.entries(changes).flatMap(([key, change]) => {
      if (!Array.isArray(change)) return inNode(list[Number(key)]!, change as Delta);
      if (!key.startsWith('_')) return whole('added', change[0]);
      return change[2] === MOVED ? [] : whole('removed', change[0]);
    });
  if (!delta) return [];
  return shape === 'flat' ? inList(after.flat, delta) : inNode(after.nested, delta);
}

const MOVED = 3;
const LISTS = ['areas', 'sections', 'topics', 'rows'] as const;

function rowsIn(node: PlainNode): PlainNode[] {
  const below = LISTS.find(list => list in node);
  return below ? node[below]!.flatMap(rowsIn) : [node];
}
