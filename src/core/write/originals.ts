import { append } from '../append.ts';
import type { Framework } from '../model/types.ts';
import { childrenOf, type Kind, LISTS, type Node } from './values.ts';

/** Which node of the text each node of the target was. */
export interface Originals {
  /** Of a node that does not stand, the same as before, where {@link sharedEnds} says so. */
  readonly of: (after: Node) => Node | undefined;
  /** Of any node. Where a node is the same as before, and so is what holds it, all have to be looked through. */
  readonly ofAny: (after: Node) => Node | undefined;
  /** Ids of levels in the target → in the text, where they differ. */
  readonly renamedLevels: ReadonlyMap<string, string>;
}

/** How many nodes two lists have in common at their beginnings, and at their ends: the very same ones. */
export function sharedEnds(before: readonly Node[], after: readonly Node[]): { first: number; last: number } {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  return { first, last };
}

/** The ids that nodes had in the text, by list and the id that they have in the target, as far as that is known. */
export type Renames = ReadonlyMap<Kind, ReadonlyMap<string, string>>;

/**
 * By what is known of renames, else by id, else by a former id that is not in use any more. Sections by the area and kind that they were in. What both
 * frameworks share is not looked at, so that an edit costs what it touches.
 */
export function findOriginals(before: Framework, after: Framework, renames: Renames = new Map()): Originals {
  const originals = new Map<Node, Node>([
    [after, before],
    [after.details, before.details],
  ]);
  const pair = (list: Kind, { was, is }: Differing) => {
    for (const [node, original] of pairById(was, is, renames.get(list))) originals.set(node, original);
  };
  const top: Differing = { was: [before], is: [after] };
  for (const list of ['levels', 'sectionKinds'] as const) pair(list, { was: before[list], is: after[list] });
  const areas = below(top, 'areas', originals);
  pair('areas', areas);
  const kindBefore = new Map(
    after.sectionKinds.map(kind => [kind.id, (originals.get(kind) as { id: string } | undefined)?.id]),
  );
  const sections = below(areas, 'sections', originals);
  for (const area of areas.is) {
    const original = originals.get(area);
    if (original) pairSections(original, area, kindBefore, originals);
  }
  const topics = below(sections, 'topics', originals);
  pair('topics', topics);
  pair('rows', below(topics, 'rows', originals));

  const renamedLevels = new Map<string, string>();
  for (const level of after.levels) {
    const was = originals.get(level) as { readonly id: string } | undefined;
    if (was && was.id !== level.id) renamedLevels.set(level.id, was.id);
  }
  let all: Set<Node> | undefined;
  const isOld = (node: Node) => {
    all ??= new Set(nodesIn('file', before));
    return all.has(node);
  };
  const of = (node: Node) => originals.get(node);
  return { of, ofAny: node => of(node) ?? (isOld(node) ? node : undefined), renamedLevels };
}

/** Nodes of the text and of the target that are not the same in the same place. */
interface Differing {
  readonly was: readonly Node[];
  readonly is: readonly Node[];
}

/** What differs in the lists of nodes that differ. */
function below({ was, is }: Differing, list: Kind, originals: ReadonlyMap<Node, Node>): Differing {
  const found: { was: Node[]; is: Node[] } = { was: [], is: [] };
  const seen = new Set<Node>();
  for (const node of is) {
    const original = originals.get(node);
    const to = childrenOf(node, list);
    if (!original) append(found.is, to);
    else {
      seen.add(original);
      if (original === node) continue;
      const from = childrenOf(original, list);
      const { first, last } = sharedEnds(from, to);
      append(found.was, from.slice(first, from.length - last));
      append(found.is, to.slice(first, to.length - last));
    }
  }
  for (const node of was) if (!seen.has(node)) append(found.was, childrenOf(node, list));
  return found;
}

function pairSections(
  original: Node,
  area: Node,
  kindBefore: ReadonlyMap<string, string | undefined>,
  originals: Map<Node, Node>,
): void {
  type Sections = readonly { readonly kind: string }[];
  const sections = childrenOf(original, 'sections') as unknown as Sections;
  for (const section of childrenOf(area, 'sections') as unknown as Sections) {
    const was =
      sections.find(each => each.kind === kindBefore.get(section.kind)) ??
      sections.find(each => each.kind === section.kind);
    if (was) originals.set(section as Node, was as Node);
  }
}

function* nodesIn(kind: Kind, node: Node): Generator<Node> {
  yield node;
  for (const list of LISTS[kind]) for (const child of childrenOf(node, list)) yield* nodesIn(list, child);
}

type Named = Node & { readonly id: string; readonly formerIds?: readonly string[] };

function pairById(
  before: readonly Node[],
  after: readonly Node[],
  renamed: ReadonlyMap<string, string> = new Map(),
): Map<Node, Node> {
  const byId = new Map((before as readonly Named[]).map(node => [node.id, node]));
  const ids = new Set((after as readonly Named[]).map(node => node.id));
  const byFormerId = new Map<string, Named>();
  for (const node of before as readonly Named[])
    if (!ids.has(node.id)) for (const id of node.formerIds ?? []) byFormerId.set(id, node);
  const pairs = new Map<Node, Node>();
  const used = new Set<Node>();
  const pair = (node: Node, original: Node | undefined) => {
    if (!original || used.has(original) || pairs.has(node)) return;
    used.add(original);
    pairs.set(node, original);
  };
  const named = after as readonly Named[];
  for (const node of named) pair(node, byId.get(renamed.get(node.id) ?? ''));
  for (const node of named) pair(node, byId.get(node.id));
  for (const node of named) {
    const former = node.formerIds?.find(id => byId.has(id) && !ids.has(id));
    pair(node, former === undefined ? undefined : byId.get(former));
    // What has an earlier id of its own again.
    pair(node, byFormerId.get(node.id));
  }
  return pairs;
}
