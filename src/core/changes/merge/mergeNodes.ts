import { sameValue } from '../../model/equal.ts';
import { partsOfSectionId } from '../../model/index.ts';
import type { Framework, Row, Section } from '../../model/types.ts';
import type { Sliced } from '../../slices.ts';
import { usesLevel } from '../applyNodes.ts';
import type { ListedKind, ListedNode } from '../change.ts';
import {
  childKind,
  isRootKind,
  LISTED_KINDS,
  mapsByKind,
  PARENT_KIND,
  ROOT_LIST,
  type RootKind,
  withChildren,
  withoutChildren,
} from '../tree.ts';
import type { MergeContext, Version } from './context.ts';
import { mergeOrder } from './mergeOrder.ts';
import { mergeParent } from './mergeParent.ts';
import { mergeWithdrawal } from './mergeWithdrawal.ts';
import { type Holder, mergeNode } from './mergeWords.ts';

/** A node of the result, before the lists are put together. */
interface Standing {
  readonly node: ListedNode;
  readonly parent: string | undefined;
  /** Whether a side that has a say in it removed it. */
  readonly isRemoved: boolean;
  /** No side changed what others removed: it goes, unless something still needs it. */
  readonly goes: boolean;
}

type Standings = Readonly<Record<ListedKind, Map<string, Standing>>>;

/** So many nodes are merged before others may have a turn. */
const AT_A_TIME = 128;

/** From above, as what holds something comes before what it holds. */
const KINDS = ['level', 'sectionKind', 'area', 'section', 'topic', 'row'] as const;

/**
 * Merges all that stands in lists, in slices.
 * @param words the framework's own words, merged
 * @returns the result, in the ids of the base
 */
export function* mergingNodes(context: MergeContext, words: Framework): Sliced<Framework> {
  const found = context.found.length;
  let standings = yield* standing(context);
  // Who removed a topic or a level took away what stands there. While that is in dispute, all of it stays, and that
  // may need more that was removed.
  while (keepsMore(context, standings)) {
    context.found.length = found;
    standings = yield* standing(context);
  }
  return assembled(context, words, standings);
}

/** Keeps what was removed and stands all the same. @returns whether there is more of it than was known */
function keepsMore(context: MergeContext, standings: Standings): boolean {
  let isMore = false;
  for (const kind of KINDS)
    for (const [key, { isRemoved }] of kind === 'row' ? [] : standings[kind])
      if (isRemoved && context.keep(kind, key)) isMore = true;
  return isMore;
}

/** What stays of all that any version has. */
function* standing(context: MergeContext): Sliced<Standings> {
  const standings: Standings = mapsByKind();
  for (const kind of KINDS) yield* addStandings(context, kind, standings);
  // From below, since what still holds something or is still used cannot go.
  for (const kind of [...KINDS].reverse()) removeUnneeded(context, kind, standings);
  yield;
  return standings;
}

function* addStandings(context: MergeContext, kind: ListedKind, standings: Standings): Sliced<void> {
  let done = 0;
  for (const key of context.keys(kind)) {
    if (++done % AT_A_TIME === 0) yield;
    if (context.isGone(kind, key)) continue;
    const base = context.node(context.base, kind, key);
    const holders = context.sides.flatMap((version): Holder<ListedNode>[] => {
      const node = context.node(version, kind, key);
      return node ? [{ version, node }] : [];
    });
    if (holders.length === 0) continue;
    const words = mergeNode(context, kind, key, base, holders);
    const node = base ? mergeWithdrawal(context, kind, key, base, words, holders) : words;
    const sides = holders.map(({ version }) => version);
    const parent = standingParent(context, kind, key, mergeParent(context, kind, key, sides), standings);
    if (parent === 'gone') continue;
    const isEverywhere = holders.length === context.sides.length;
    const removers =
      base && !isEverywhere ? context.sides.filter(side => !context.node(side, kind, key)) : [];
    const isRemoved = removers.some(side => context.decidesOn(side, kind, key));
    const isChanged = base !== undefined && reportChanged(context, kind, key, base, holders, removers);
    standings[kind].set(key, {
      node: kind === 'row' ? withoutGoneLevels(context, node as Row) : node,
      parent: parent.id,
      isRemoved,
      goes: isRemoved && !isChanged,
    });
  }
}

/**
 * What a node stands under. Where that went, as the side has it whose word holds, the node is where that side has it,
 * or goes, too.
 */
function standingParent(
  context: MergeContext,
  kind: ListedKind,
  key: string,
  merged: string | undefined,
  standings: Standings,
): { readonly id: string | undefined } | 'gone' {
  if (!context.favoured || isRootKind(kind)) return { id: merged };
  if (kind === 'section' && context.isGone('sectionKind', partsOfSectionId(key).kind)) return 'gone';
  const own = context.parent(context.favoured, kind, key);
  const id = [merged, own].find(each => each !== undefined && standings[PARENT_KIND[kind]].has(each));
  return id === undefined ? 'gone' : { id };
}

/** A row without what stands at levels that went. */
function withoutGoneLevels(context: MergeContext, row: Row): Row {
  const isThere = ([level]: readonly [string, unknown]) => !context.isGone('level', level);
  const { statements, blank, notes } = row;
  if ([statements, blank, notes].every(cells => [...cells].every(isThere))) return row;
  return {
    ...row,
    statements: new Map([...statements].filter(isThere)),
    blank: new Map([...blank].filter(isThere)),
    notes: new Map([...notes].filter(isThere)),
  };
}

/** Reports it if a side changed what another removed. @returns whether that is so */
function reportChanged(
  context: MergeContext,
  kind: ListedKind,
  key: string,
  base: ListedNode,
  holders: readonly Holder<ListedNode>[],
  removers: readonly Version[],
): boolean {
  if (removers.length === 0) return false;
  const editors = holders.filter(
    ({ version, node }) =>
      !sameValue(withoutChildren(node), withoutChildren(base)) ||
      context.parent(version, kind, key) !== context.parent(context.base, kind, key),
  );
  if (editors.length === 0) return false;
  context.report({
    clash: 'removed',
    what: kind,
    key,
    base: context.plain(context.base, kind, key),
    versions: context.sides.flatMap(version => {
      if (removers.includes(version)) return [{ side: version.name }];
      const edited = editors.some(editor => editor.version === version);
      return edited ? [{ side: version.name, value: context.plain(version, kind, key) }] : [];
    }),
  });
  return true;
}

function removeUnneeded(context: MergeContext, kind: ListedKind, standings: Standings): void {
  const needed = neededKeys(context, kind, standings);
  for (const [key, { goes }] of standings[kind]) {
    if (!goes) continue;
    if (!needed.has(key)) standings[kind].delete(key);
    else
      context.report({
        clash: 'emptied',
        what: kind,
        key,
        base: context.plain(context.base, kind, key),
        versions: context.sides.map(version => ({
          side: version.name,
          value: context.plain(version, kind, key),
        })),
      });
  }
}

/** What cannot go, since it holds something or is used. */
function neededKeys(context: MergeContext, kind: ListedKind, standings: Standings): Set<string> {
  const needed = new Set<string>();
  const below = childKind(kind);
  if (below) for (const { parent } of standings[below].values()) needed.add(parent ?? '');
  if (kind === 'sectionKind')
    for (const { node } of standings.section.values()) needed.add((node as Section).kind);
  if (kind === 'level') {
    for (const [key, { goes }] of standings.level)
      if (goes && isUsed(context, key, standings)) needed.add(key);
  }
  return needed;
}

/** Whether anything stands at a level, or is in conflict there. */
function isUsed(context: MergeContext, level: string, standings: Standings): boolean {
  for (const { node } of standings.row.values()) if (usesLevel(node as Row, level)) return true;
  return context.found.some(found => found.level === level);
}

function assembled(context: MergeContext, words: Framework, standings: Standings): Framework {
  const inside = new Map<string, Set<string>>();
  for (const kind of LISTED_KINDS)
    for (const [key, { parent }] of standings[kind]) {
      const list = `${kind} ${parent ?? ''}`;
      inside.set(list, (inside.get(list) ?? new Set()).add(key));
    }
  const listOf = (kind: ListedKind, parent: string | undefined): ListedNode[] => {
    const members = inside.get(`${kind} ${parent ?? ''}`);
    if (!members) return [];
    return mergeOrder(context, kind, parent, members).map(key => {
      const { node } = standings[kind].get(key)!;
      const below = childKind(kind);
      return below ? withChildren(node, listOf(below, key)) : node;
    });
  };
  const lists = Object.entries(ROOT_LIST).map(([kind, list]) => [list, listOf(kind as RootKind, undefined)]);
  return { ...words, ...(Object.fromEntries(lists) as Pick<Framework, 'levels' | 'sectionKinds' | 'areas'>) };
}
