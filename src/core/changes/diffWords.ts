import { sameValue } from '../model/equal.ts';
import { indexFramework } from '../model/index.ts';
import type { Framework, Row } from '../model/types.ts';
import type { Change, ListedKind, ListedNode, NodeKind, SetField } from './change.ts';
import { diffCells } from './diffCells.ts';
import { type FieldHolder, fieldOf, fieldsOfBoth } from './fields.ts';
import type { Sliced } from './slices.ts';
import { changedLists, idOf, LISTED_KINDS, nodeAt, nodeIn } from './tree.ts';

/**
 * The changes of words (fields, glossary, statements and their like) of all that both frameworks have, from the
 * top of the file to its end. In slices.
 */
export function* diffWords(a: Framework, b: Framework): Sliced<Change[]> {
  if (a === b) return [];
  const index = indexFramework(a);
  const levels = b.levels.map(level => level.id);
  const changes: Change[] = [
    ...diffFields('file', '', a, b),
    ...diffDetails(a, b),
    ...diffGlossary(a.glossary, b.glossary),
  ];
  for (const kind of LISTED_KINDS) {
    const lists = new Map(Array.from(changedLists(a, b, kind), list => [list.parent, list]));
    for (const list of changedLists(b, a, kind)) {
      yield;
      const was = lists.get(list.parent);
      for (const [position, node] of list.nodes.entries()) {
        const id = idOf(node, list.parent);
        const before = nodeIn(was, position, id) ?? nodeAt(index, kind, id);
        if (before && before !== node) changes.push(...diffNode(kind, id, before, node, levels));
      }
    }
  }
  return changes;
}

function diffNode(
  kind: ListedKind,
  id: string,
  a: ListedNode,
  b: ListedNode,
  levels: readonly string[],
): Change[] {
  const fields = diffFields(kind, id, a, b);
  return kind === 'row' ? [...fields, ...diffCells(a as Row, b as Row, levels)] : fields;
}

function diffFields(what: NodeKind, id: string, a: FieldHolder, b: FieldHolder): SetField[] {
  const changes: SetField[] = [];
  for (const field of fieldsOfBoth(what, a, b)) {
    const before = fieldOf(a, field);
    const after = fieldOf(b, field);
    if (sameValue(before, after)) continue;
    changes.push({
      op: 'set',
      what,
      id,
      field,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  }
  return changes;
}

/** The framework's own id comes first, and the other changes go by the new one. */
function diffDetails({ details: a }: Framework, { details: b }: Framework): SetField[] {
  return diffFields('framework', b.id, a, b).map(change =>
    change.field === 'id' ? { ...change, id: a.id } : change,
  );
}

function diffGlossary(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): Change[] {
  const changes: Change[] = [];
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const before = a.get(id);
    const after = b.get(id);
    if (before === after) continue;
    changes.push({
      op: 'set',
      what: 'term',
      id,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  }
  return changes;
}
