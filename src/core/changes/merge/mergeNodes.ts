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
  /** The sides that removed it where no other changed it: it goes, unless something still needs it. */
  readonly removedBy: readonly Version[];
}

type Standings = Readonly<Record<ListedKind, Map<string, Standing>>>;

/**
 * Merges all that stands in lists.
 * @param words the framework's own words, merged
 * @returns the result, in the ids of the base
 */
export function mergeNodes(context: MergeContext, words: Framework): Framework {
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
  return assembled(context, words, standings);
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
    standings.set(key, { node, parent, removedBy: base ? removers(context, kind, key, base, holders) : [] });
  }
  return standings;
}

/** The sides that removed a node; none where another side changed it, which is a conflict. */
function removers(
  context: MergeContext,
  kind: ListedKind,
  key: string,
  base: ListedNode,
  holders: readonly Holder<ListedNode>[],
): readonly Version[] {
  const removedBy = context.sides.filter(side => !context.node(side, kind, key));
  if (removedBy.length === 0) return [];
  const editors = holders.filter(
    ({ version, node }) =>
      !sameValue(withoutChildren(node), withoutChildren(base)) ||
      context.parent(version, kind, key) !== context.parent(context.base, kind, key),
  );
  if (editors.length === 0) return removedBy;
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
  return [];
}

function removeUnneeded(context: MergeContext, kind: ListedKind, standings: Standings): void {
  const needed = neededKeys(context, kind, standings);
  for (const [key, { removedBy }] of standings[kind]) {
    if (removedBy.length === 0) continue;
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
    for (const [key, { removedBy }] of standings.level)
      if (removedBy.length > 0 && isUsed(context, key, standings)) needed.add(key);
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
