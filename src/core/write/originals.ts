import type { Framework, Topic } from '../model/types.ts';
import { childrenOf, type Node } from './values.ts';

/** Which node of the text each node of the target was. */
export interface Originals {
  readonly of: (after: Node) => Node | undefined;
  /** Ids of levels in the target → in the text, where they differ. */
  readonly renamedLevels: ReadonlyMap<string, string>;
}

/** By id, else by a former id that is not in use any more. Sections by the area and kind that they were in. */
export function findOriginals(before: Framework, after: Framework): Originals {
  const originals = new Map<Node, Node>([
    [after, before],
    [after.details, before.details],
  ]);
  const pair = (from: readonly Node[], to: readonly Node[]) => {
    for (const [node, original] of pairById(from, to)) originals.set(node, original);
  };
  pair(before.levels, after.levels);
  pair(before.sectionKinds, after.sectionKinds);
  pair(before.areas, after.areas);
  const kindBefore = new Map(
    after.sectionKinds.map(kind => [kind.id, (originals.get(kind) as { id: string } | undefined)?.id]),
  );
  for (const area of after.areas) {
    const was = originals.get(area);
    if (!was) continue;
    const sections = childrenOf(was, 'sections') as readonly { readonly kind: string }[];
    for (const section of area.sections) {
      const original =
        sections.find(each => each.kind === kindBefore.get(section.kind)) ??
        sections.find(each => each.kind === section.kind);
      if (original) originals.set(section, original as Node);
    }
  }
  const [topicsBefore, topicsAfter] = [topicsOf(before), topicsOf(after)];
  pair(topicsBefore, topicsAfter);
  // What stands in a topic that both share is what it was.
  const known = new Set<Node>(topicsBefore);
  const shared = new Set<Node>(topicsAfter.filter(topic => known.has(topic)));
  const rowsIn = (topics: readonly Topic[]) =>
    topics.filter(topic => !shared.has(topic)).flatMap(topic => topic.rows);
  pair(rowsIn(topicsBefore), rowsIn(topicsAfter));

  const renamedLevels = new Map<string, string>();
  for (const level of after.levels) {
    const was = originals.get(level) as { readonly id: string } | undefined;
    if (was && was.id !== level.id) renamedLevels.set(level.id, was.id);
  }
  let sharedRows: Set<Node> | undefined;
  const isShared = (node: Node) => {
    sharedRows ??= new Set([...shared].flatMap(topic => (topic as Topic).rows));
    return sharedRows.has(node);
  };
  return { of: node => originals.get(node) ?? (isShared(node) ? node : undefined), renamedLevels };
}

function pairById(before: readonly Node[], after: readonly Node[]): Map<Node, Node> {
  type Named = Node & { readonly id: string; readonly formerIds?: readonly string[] };
  const byId = new Map((before as readonly Named[]).map(node => [node.id, node]));
  const ids = new Set((after as readonly Named[]).map(node => node.id));
  const pairs = new Map<Node, Node>();
  const used = new Set<Node>();
  for (const node of after as readonly Named[]) {
    const former = node.formerIds?.find(id => byId.has(id) && !ids.has(id));
    const original = byId.get(node.id) ?? (former === undefined ? undefined : byId.get(former));
    if (!original || used.has(original)) continue;
    used.add(original);
    pairs.set(node, original);
  }
  return pairs;
}

function topicsOf(framework: Framework): Topic[] {
  return framework.areas.flatMap(area => area.sections.flatMap(section => section.topics));
}
