import type { Plain } from '../../model/types.ts';
import type { CellKind, ListedKind, NodeKind } from '../change.ts';
import { CELL_NAMES, nameOf } from '../reasons.ts';

/** What several sides made of the same thing, to be decided by a person. Plain data, fit for JSON. */
export interface Conflict {
  readonly what: NodeKind | CellKind | 'term';
  /** The id of the node, or the term. */
  readonly id?: string;
  /** For what stands at a row and level. */
  readonly row?: string;
  readonly level?: string;
  /** The field they differ in; `place` for where a node stands. Absent where it is about the whole node. */
  readonly field?: string;
  /** What it was; absent: there was none. */
  readonly base?: Plain;
  /** What each side that changed it made of it; without a value: it took it away. */
  readonly versions: readonly { readonly side: string; readonly value?: Plain }[];
  /** One sentence or two for people. */
  readonly message: string;
}

/** How sides clash. */
export type Clash =
  | 'differently'
  | 'added'
  | 'place'
  | 'removed'
  | 'emptied'
  | 'withdrawn'
  | 'sameId'
  | 'blankAndStatement'
  | 'movedStatement';

/** A conflict as it is found, with the ids that the base has. */
export interface Found {
  readonly clash: Clash;
  readonly what: NodeKind | CellKind | 'term';
  /** The id of the node, of the row of a cell, or the term. */
  readonly key: string;
  readonly level?: string;
  readonly field?: string;
  readonly base?: Plain | undefined;
  readonly versions: readonly { readonly side: string; readonly value?: Plain | undefined }[];
}

/** The id that a node has in the result, by the id it has in the base. */
export type IdNow = (kind: ListedKind, key: string) => string;

/** The conflicts for people, with the ids of the result. */
export function conflictsIn(found: readonly Found[], idNow: IdNow): Conflict[] {
  return found.map(each => {
    const { what, key, level, field, base } = each;
    const versions = each.versions.map(({ side, value }) =>
      value === undefined ? { side } : { side, value },
    );
    const shared = {
      ...(field === undefined ? {} : { field }),
      ...(base === undefined ? {} : { base }),
      versions,
    };
    if (level !== undefined) {
      const row = idNow('row', key);
      const address = { row, level: idNow('level', level) };
      const name = `${CELL_NAMES[what as CellKind]} at ${address.row}, ${address.level}`;
      return { what, ...address, ...shared, message: messageOf(each, `the ${name}`) };
    }
    if (what === 'term')
      return { what, id: key, ...shared, message: messageOf(each, `the meaning of "${key}"`) };
    if (what === 'file') return { what, ...shared, message: messageOf(each, 'the file') };
    const id = what === 'framework' ? key : idNow(what as ListedKind, key);
    return { what, id, ...shared, message: messageOf(each, nameOf(what as NodeKind, id)) };
  });
}

/** What is said of the removal of a thing that others need or changed, if that is not as of what holds others. */
const KEPT: Partial<Record<Found['what'], string>> = {
  level: 'It was kept, with all that stands there',
  row: 'It was kept',
};

function messageOf({ clash, what, field, versions }: Found, name: string): string {
  const sides = versions.map(version => version.side);
  const takers = versions.filter(version => version.value === undefined).map(version => version.side);
  const others = versions.filter(version => version.value !== undefined).map(version => version.side);
  const all = list(sides);
  const kept = KEPT[what] ?? 'It was kept, with all that stands in it';
  const of = field === undefined ? name : `\`${field}\` of ${name}`;
  switch (clash) {
    case 'differently':
      return sentence(`${of} was changed differently by ${all}. Decide which holds.`);
    case 'added':
      return sentence(`${name} was added with different contents by ${all}. Decide which holds.`);
    case 'place':
      return sentence(`${name} was put in different places by ${all}. Decide where it belongs.`);
    case 'removed':
      return sentence(
        `${name} was removed by ${list(takers)} but changed by ${list(others)}. ${kept}: decide whether it goes.`,
      );
    case 'emptied':
      return sentence(
        `${name} was removed by ${list(takers)}, but others still need it. ${kept}: decide whether it goes.`,
      );
    case 'withdrawn':
      return sentence(
        `${name} was withdrawn by ${list(others)} but changed by ${list(takers)}. Decide whether it is withdrawn.`,
      );
    case 'sameId':
      return sentence(
        `${name} was given an id by ${all} that something else has by now. It keeps its id: decide on another.`,
      );
    case 'blankAndStatement':
      return sentence(
        `${name} was written by one and its cell said to be empty by another. Decide which holds.`,
      );
    case 'movedStatement':
      return sentence(
        `${name} was moved to different levels by ${all}. It stands at each: decide which holds.`,
      );
  }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function list(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? 'nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
