import { sameValue } from '../../model/equal.ts';
import type { Framework, Row, Section } from '../../model/types.ts';
import { usesLevel } from '../applyNodes.ts';
import type { ListedKind, ListedNode } from '../change.ts';
import { childKind, LISTED_KINDS, ROOT_LIST, type RootKind, withChildren, withoutChildren } from '../tree.ts';
import type { MergeContext, Version } from './context.ts';
import { mergeOrder } from './mergeOrder.ts';
import { mergeParent } from './mergeParent.ts';
import { mergeWithdrawal } from './mergeWithdrawal.ts';
import { type Holder, mergeNode } from './mergeWords.ts';

/** A node of the result, before the lists are put together. */
interface Standing {
  readonly node: ListedNode;
  readonly parent: string | undefined;
  /** The sides that removed it. */
  readonly removedBy: readonly Version[];
  /** No side changed what others removed: it goes, unless something still needs it. */
  readonly goes: boolean;
}

type Standings = Readonly<Record<ListedKind, Map<string, Standing>>>;

/**
 * Merges all that stands in lists.
 * @param words the framework's own words, merged
 * @returns the result, in the ids of the base
 */
export function mergeNodes(context: MergeContext, words: Framework): Framework {
  const found = context.found.length;
  let standings = standing(context);
  for (const [level, { removedBy }] of standings.level)
    if (removedBy.length > 0) context.keptLevels.add(level);
  if (context.keptLevels.size > 0) {
    // Who removed a level took away what stands there. While that is in dispute, all of it stays.
    context.found.length = found;
    standings = standing(context);
  }
  return assembled(context, words, standings);
}

/** What stays of all that any version has. */
function standing(context: MergeContext): Standings {
  const standings: Standings = {
    level: standingsOf(context, 'level'),
    sectionKind: standingsOf(context, 'sectionKind'),
    area: standingsOf(context, 'area'),
    section: standingsOf(context, 'section'),
    topic: standingsOf(context, 'topic'),
    row: standingsOf(context, 'row'),
  };
  // From below, since what still holds something or is still used cannot go.
  for (const kind of ['row', 'topic', 'section', 'area', 'sectionKind', 'level'] as const)
    removeUnneeded(context, kind, standings);
  return standings;
}

function standingsOf(context: MergeContext, kind: ListedKind): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const key of context.keys(kind)) {
    const base = context.node(context.base, kind, key);
    const holders = context.sides.flatMap((version): Holder<ListedNode>[] => {
      const node = context.node(version, kind, key);
      return node ? [{ version, node }] : [];
    });
    if (holders.length === 0) continue;
    const words = mergeNode(context, kind, key, base, holders);
    const node = base ? mergeWithdrawal(context, kind, key, base, words, holders) : words;
    const parent = mergeParent(
      context,
      kind,
      key,
      holders.map(({ version }) => version),
    );
    const removedBy = base ? context.sides.filter(side => !context.node(side, kind, key)) : [];
    const goes =
      base !== undefined && removedBy.length > 0 && !isChanged(context, kind, key, base, holders, removedBy);
    standings.set(key, { node, parent, removedBy, goes });
  }
  return standings;
}

/** Whether a side changed what another removed, which is a conflict. */
function isChanged(
  context: MergeContext,
  kind: ListedKind,
  key: string,
  base: ListedNode,
  holders: readonly Holder<ListedNode>[],
  removedBy: readonly Version[],
): boolean {
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
      if (removedBy.includes(version)) return [{ side: version.name }];
      const edited = editors.some(editor => editor.version === version);
      return edited ? [{ side: version.name, value: context.plain(version, kind, key) }] : [];
    }),
  });
  return true;
}

function removeUnneeded(context: MergeContext, kind: ListedKind, standings: Standings): void {
  const needed = neededKeys(context, kind, standings);
  for (const [key, { removedBy, goes }] of standings[kind]) {
    if (!goes) continue;
    if (!needed.has(key)) standings[kind].delete(key);
    else
      context.report({
        clash: 'emptied',
        what: kind,
        key,
        base: context.plain(context.base, kind, key),
        versions: context.sides.map(version =>
          removedBy.includes(version)
            ? { side: version.name }
            : { side: version.name, value: context.plain(version, kind, key) },
        ),
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
