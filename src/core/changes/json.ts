import type { Plain } from '../model/types.ts';
import type { Change, ListedNode } from './change.ts';
import { type ChangeKind, kindOf } from './kinds.ts';
import type { MoveScope } from './moveScope.ts';

/** A change as `diff` and `import` print it: the fields of the command line's contract, absent ones left out. */
export interface ChangeJson {
  readonly op: Change['op'];
  readonly kind: ChangeKind;
  readonly what: Change['what'];
  readonly id?: string;
  readonly row?: string;
  readonly level?: string;
  readonly field?: string;
  readonly before?: Plain;
  readonly after?: Plain;
  readonly from?: Plain;
  readonly to?: Plain;
  /** Of a move: whether the order alone changed, or the topic, the section or the area. */
  readonly scope?: MoveScope;
  /** Of a row that was split or merged: the row it came from or went into, where only likeness tells. */
  readonly origin?: string;
  /** How sure that is which likeness tells, 0 to 1. */
  readonly confidence?: number;
}

/**
 * A change as plain data. A node is given as the file has it; a statement that moved has its text both
 * `before` and `after`.
 * @param kind what the change is for a reader, where the list it stands in says more than the change alone
 * @param more what a comparison knows beyond the change
 */
export function toJson(
  change: Change,
  kind: ChangeKind = kindOf(change),
  more: Pick<ChangeJson, 'scope' | 'origin' | 'confidence'> = {},
): ChangeJson {
  return { ...plainChange(change, kind), ...more };
}

function plainChange(change: Change, kind: ChangeKind): ChangeJson {
  const { op, what } = change;
  if (op === 'add')
    return { op, kind, what, id: change.id, after: plainNode(change.after), to: { ...change.to } };
  if (op === 'remove')
    return { op, kind, what, id: change.id, before: plainNode(change.before), from: { ...change.from } };
  if (op === 'move') {
    const places = { from: { ...change.from }, to: { ...change.to } };
    return change.what === 'statement'
      ? { op, kind, what, row: change.to.row, before: change.text, after: change.text, ...places }
      : { op, kind, what, id: change.id, ...places };
  }
  const address =
    'row' in change
      ? { row: change.row, level: change.level }
      : {
          ...(change.id === '' ? {} : { id: change.id }),
          ...('field' in change ? { field: change.field } : {}),
        };
  return {
    op,
    kind,
    what,
    ...address,
    ...(change.before === undefined ? {} : { before: change.before }),
    ...(change.after === undefined ? {} : { after: change.after }),
  };
}

/** A node as plain data, with the keys that the file has: `x-` keys among the others, nothing for an empty map. */
export function plainNode(node: ListedNode): Plain {
  const plain: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (value === undefined || key === 'extra') continue;
    if (value instanceof Map) {
      if (value.size > 0) plain[key] = plainMap(value);
    } else if (key === 'sections' || key === 'topics' || key === 'rows') {
      const children = value as readonly ListedNode[];
      if (children.length > 0) plain[key] = children.map(plainNode);
    } else plain[key] = value as Plain;
  }
  for (const [key, value] of node.extra) plain[key] = value;
  return plain;
}

/** Keys may be any text, so the object has no prototype that one of them could meet. */
function plainMap(map: ReadonlyMap<string, Plain>): Plain {
  const plain: Record<string, Plain> = Object.create(null);
  for (const [key, value] of map) plain[key] = value;
  return plain;
}
