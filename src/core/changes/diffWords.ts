import { sameValue } from '../model/equal.ts';
import type { Framework, Row } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import type { Change, ListedKind, NodeKind, SetField } from './change.ts';
import { diffCells } from './diffCells.ts';
import { type FieldHolder, fieldOf, fieldsOfBoth } from './fields.ts';
import type { ListPairs } from './listPairs.ts';
import { idOf, LISTED_KINDS } from './tree.ts';

/**
 * The changes of words (fields, glossary, statements and their like) of all that both frameworks have, from the
 * top of the file to its end. In slices.
 * @param lists the lists of both side by side
 */
export function* diffWords(
  a: Framework,
  b: Framework,
  lists: Readonly<Record<ListedKind, ListPairs>>,
): Sliced<Change[]> {
  const levels = b.levels.map(level => level.id);
  const changes: Change[] = [
    ...diffFields('file', '', a, b),
    ...diffDetails(a, b),
    ...diffGlossary(a.glossary, b.glossary),
  ];
  for (const kind of LISTED_KINDS)
    for (const { after, was } of lists[kind].pairs) {
      yield;
      for (const [position, node] of after.nodes.entries()) {
        const id = idOf(node, after.parent);
        const before = was[position] ?? lists[kind].elsewhereBefore(id);
        if (!before || before === node) continue;
        for (const change of diffFields(kind, id, before, node)) changes.push(change);
        if (kind !== 'row') continue;
        for (const change of diffCells(before as Row, node as Row, levels)) changes.push(change);
      }
    }
  return changes;
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
