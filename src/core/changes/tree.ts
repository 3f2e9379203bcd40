import { type FrameworkIndex, sectionId } from '../model/index.ts';
import type { Framework, Row, Section, Topic } from '../model/types.ts';
import type { ListedKind, ListedNode, Place } from './change.ts';

/** The kinds that stand in lists, parents before children. */
export const LISTED_KINDS: readonly ListedKind[] = [
  'level',
  'sectionKind',
  'area',
  'section',
  'topic',
  'row',
];

/** A map for each kind, all of them empty. */
export function mapsByKind<V>(): Record<ListedKind, Map<string, V>> {
  return {
    level: new Map(),
    sectionKind: new Map(),
    area: new Map(),
    section: new Map(),
    topic: new Map(),
    row: new Map(),
  };
}

/** The kind of the node that holds a list of these; nothing for the three lists of the framework itself. */
export const PARENT_KIND = { section: 'area', topic: 'section', row: 'topic' } as const;

/** The lists of the framework itself. */
export const ROOT_LIST = { level: 'levels', sectionKind: 'sectionKinds', area: 'areas' } as const;
export type RootKind = keyof typeof ROOT_LIST;

export function isRootKind(kind: ListedKind): kind is RootKind {
  return kind in ROOT_LIST;
}

/** The list of the framework itself that holds the nodes of this kind. */
export function rootList(framework: Framework, kind: RootKind): readonly ListedNode[] {
  return framework[ROOT_LIST[kind]];
}

/** The nodes directly below a node; empty for levels, section kinds and rows. */
export function childrenOf(node: ListedNode): readonly ListedNode[] {
  if ('sections' in node) return node.sections;
  if ('topics' in node) return node.topics;
  if ('rows' in node) return node.rows;
  return [];
}

/** The same node with other children. */
export function withChildren(node: ListedNode, children: readonly ListedNode[]): ListedNode {
  if ('sections' in node) return { ...node, sections: children as readonly Section[] };
  if ('topics' in node) return { ...node, topics: children as readonly Topic[] };
  if ('rows' in node) return { ...node, rows: children as readonly Row[] };
  return node;
}

/** The same node without children, as additions and removals carry it. */
export function withoutChildren(node: ListedNode): ListedNode {
  return childrenOf(node).length > 0 ? withChildren(node, []) : node;
}

/** The kind of the children of a node of this kind. */
export function childKind(kind: ListedKind): ListedKind | undefined {
  if (kind === 'area') return 'section';
  if (kind === 'section') return 'topic';
  return kind === 'topic' ? 'row' : undefined;
}

/** The id of a node below the given parent: a section's is made from its area and its kind. */
export function idOf(node: ListedNode, parent: string | undefined): string {
  return 'topics' in node ? sectionId(parent ?? '', node.kind) : node.id;
}

/** The id of the node whose list a place is in; undefined for the lists of the framework itself. */
export function parentIn(place: Place, kind: ListedKind): string | undefined {
  return isRootKind(kind) ? undefined : place[PARENT_KIND[kind]];
}

/** A place in the list of the nodes of this kind below the given parent; neighbours that are undefined are left out. */
export function placeIn(
  kind: ListedKind,
  parent: string | undefined,
  { after, before }: { readonly after?: string | undefined; readonly before?: string | undefined },
): Place {
  return {
    ...(isRootKind(kind) || parent === undefined ? {} : { [PARENT_KIND[kind]]: parent }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  };
}

/** One list of nodes of a framework. */
export interface NodeList {
  /** The id of the node that holds it; undefined for the lists of the framework itself. */
  readonly parent: string | undefined;
  readonly nodes: readonly ListedNode[];
}

/** Every list of nodes of one kind, in document order. */
export function* listsOf(framework: Framework, kind: ListedKind): Generator<NodeList> {
  if (isRootKind(kind)) yield { parent: undefined, nodes: rootList(framework, kind) };
  else
    for (const area of framework.areas) {
      if (kind === 'section') yield { parent: area.id, nodes: area.sections };
      else
        for (const section of area.sections) {
          if (kind === 'topic') yield { parent: sectionId(area.id, section.kind), nodes: section.topics };
          else for (const topic of section.topics) yield { parent: topic.id, nodes: topic.rows };
        }
    }
}

/** The ids of a list, in order. */
export function idsOf(list: NodeList): string[] {
  return list.nodes.map(node => idOf(node, list.parent));
}

/** The node of a kind with this id. */
export function nodeAt(index: FrameworkIndex, kind: ListedKind, id: string): ListedNode | undefined {
  switch (kind) {
    case 'level':
      return index.level(id);
    case 'sectionKind':
      return index.sectionKind(id);
    case 'area':
      return index.area(id)?.area;
    case 'section':
      return index.section(id)?.section;
    case 'topic':
      return index.topic(id)?.topic;
    case 'row':
      return index.row(id)?.row;
  }
}
