import type { Plain } from '../../model/types.ts';
import type { ListedKind } from '../change.ts';
import { isRootKind, PARENT_KIND, placeIn } from '../tree.ts';
import type { MergeContext, Version } from './context.ts';
import { mergeValue } from './values.ts';

/**
 * The node that a node stands under in the result.
 * @param holders the sides that have the node
 */
export function mergeParent(
  context: MergeContext,
  kind: ListedKind,
  key: string,
  holders: readonly Version[],
): string | undefined {
  if (isRootKind(kind)) return undefined;
  const parents = holders.map(version => context.parent(version, kind, key));
  const { value, clash } = mergeValue(context.parent(context.base, kind, key), parents);
  if (clash)
    reportPlaces(
      context,
      kind,
      key,
      clash.map(at => holders[at]!),
    );
  return value;
}

/** Reports that sides put a node in different places. */
export function reportPlaces(
  context: MergeContext,
  kind: ListedKind,
  key: string,
  sides: readonly Version[],
): void {
  context.report({
    clash: 'place',
    what: kind,
    key,
    field: 'place',
    base: context.node(context.base, kind, key) && placeOf(context, context.base, kind, key),
    versions: sides.map(version => ({ side: version.name, value: placeOf(context, version, kind, key) })),
  });
}

/** Where a node stands in a version, in the ids of that version. */
function placeOf(context: MergeContext, version: Version, kind: ListedKind, key: string): Plain {
  const parent = context.parent(version, kind, key);
  const list = context.list(version, kind, parent);
  const above = list[list.indexOf(key) - 1];
  const ownParent =
    parent === undefined || isRootKind(kind) ? undefined : context.ownId(version, PARENT_KIND[kind], parent);
  return { ...placeIn(kind, ownParent, { after: above && context.ownId(version, kind, above) }) };
}
