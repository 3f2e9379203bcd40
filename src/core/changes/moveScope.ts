import { indexFramework, partsOfSectionId, sectionId } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import type { MoveNode } from './change.ts';

/**
 * How far a node moved: `order`: it stands elsewhere among the same, which may be no more than another way of
 * sorting; else the widest of what it left.
 */
export type MoveScope = 'order' | 'topic' | 'section' | 'area';

/**
 * How far a change moves a node.
 * @param frameworks where topics are looked up, the newer one first
 */
export function moveScope({ what, from, to }: MoveNode, ...frameworks: readonly Framework[]): MoveScope {
  if (what === 'topic') return betweenSections(from.section, to.section);
  if (what !== 'row' || from.topic === to.topic) return 'order';
  const scope = betweenSections(...([from.topic, to.topic].map(id => sectionOf(id, frameworks)) as [Id, Id]));
  return scope === 'order' ? 'topic' : scope;
}

type Id = string | undefined;

function betweenSections(from: Id, to: Id): MoveScope {
  if (from === to || from === undefined || to === undefined) return 'order';
  return partsOfSectionId(from).area === partsOfSectionId(to).area ? 'section' : 'area';
}

function sectionOf(topic: Id, frameworks: readonly Framework[]): Id {
  for (const framework of frameworks) {
    const at = topic === undefined ? undefined : indexFramework(framework).topic(topic);
    if (at) return sectionId(at.area.id, at.section.kind);
  }
  return undefined;
}
