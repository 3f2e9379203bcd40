import { sameValue } from '../model/equal.ts';
import type { Row, Section } from '../model/types.ts';
import { Entry } from './chain.ts';
import type { AddNode, ListedKind, ListedNode, MoveNode, Place, RemoveNode } from './change.ts';
import type { Draft } from './draft.ts';
import { changed, exists, gone, nameOf } from './reasons.ts';
import { childrenOf, idOf, isRootKind, PARENT_KIND, parentIn, withoutChildren } from './tree.ts';

/** Adds a node. Returns why not, if it cannot be done. */
export function addNode(draft: Draft, { what, id, to, after: node }: AddNode): string | undefined {
  const parent = parentIn(to, what);
  const list = draft.list(what, parent);
  if (!list) return noParent(what, to);
  if (idOf(node, parent) !== id) return `${nameOf(what, id)} cannot be added under another id`;
  if (draft.find(what, id)) return exists(what, id);
  if (childrenOf(node).length > 0)
    return `${nameOf(what, id)} must be added empty: what it holds is added by changes of its own`;
  const missing = missingName(draft, node);
  if (missing) return missing;
  draft.insert(new Entry(what, node), list, to);
  return undefined;
}

/** Removes a node that holds nothing any more. Returns why not, if it cannot be done. */
export function removeNode(draft: Draft, { what, id, before }: RemoveNode): string | undefined {
  const entry = draft.find(what, id);
  if (!entry) return gone(what, id);
  if (entry.children && !draft.isEmpty(entry.children)) return `${nameOf(what, id)} is not empty`;
  if (what === 'level' && draft.some('row', node => usesLevel(node as Row, id)))
    return `level ${id} is still used by rows`;
  if (what === 'sectionKind' && draft.some('section', node => (node as Section).kind === id))
    return `section kind ${id} is still used by sections`;
  if (!sameValue(withoutChildren(entry.node), withoutChildren(before))) return changed(nameOf(what, id));
  draft.takeOut(entry);
  return undefined;
}

/** Moves a node with all it holds. Returns why not, if it cannot be done. */
export function moveNode(draft: Draft, { what, id, to }: MoveNode): string | undefined {
  const entry = draft.find(what, id);
  if (!entry) return gone(what, id);
  const list = draft.list(what, parentIn(to, what));
  if (!list) return noParent(what, to);
  if (what === 'section' && list !== entry.list) return `${nameOf(what, id)} cannot move to another area`;
  draft.takeOut(entry);
  draft.insert(entry, list, to);
  return undefined;
}

export function usesLevel(row: Row, level: string): boolean {
  return row.statements.has(level) || row.blank.has(level) || row.notes.has(level);
}

function noParent(what: ListedKind, place: Place): string {
  if (isRootKind(what)) return `${what} has no parent`;
  const parent = parentIn(place, what);
  const kind = PARENT_KIND[what];
  return parent === undefined ? `it is not said which ${kind} the ${what} belongs to` : gone(kind, parent);
}

/** Why a new node cannot stand: it uses a level or a section kind that is not there. */
function missingName(draft: Draft, node: ListedNode): string | undefined {
  if ('topics' in node && !draft.find('sectionKind', node.kind)) return gone('sectionKind', node.kind);
  if (!('statements' in node)) return undefined;
  for (const cells of [node.statements, node.blank, node.notes])
    for (const level of cells.keys()) if (!draft.find('level', level)) return gone('level', level);
  return undefined;
}
