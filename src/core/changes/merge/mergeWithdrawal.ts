import { sameValue } from '../../model/equal.ts';
import type { Plain, Withdrawn } from '../../model/types.ts';
import type { ListedKind, ListedNode } from '../change.ts';
import { withField } from '../fields.ts';
import type { MergeContext } from './context.ts';
import type { Holder } from './mergeWords.ts';

/**
 * Reports a node that one side withdrew and another changed, itself or anything below it: the new words would
 * stand in what is no longer part of the standard.
 * @param merged the node with its merged words
 * @returns the node; where there is such a conflict, withdrawn or not as the first side has it
 */
export function mergeWithdrawal(
  context: MergeContext,
  kind: ListedKind,
  key: string,
  base: ListedNode,
  merged: ListedNode,
  holders: readonly Holder<ListedNode>[],
): ListedNode {
  if (withdrawnOf(base)) return merged;
  const takers = holders.filter(({ node }) => withdrawnOf(node));
  if (takers.length === 0) return merged;
  const words = new Map(takers.map(taker => [taker, inForce(taker.node)]));
  const editors = holders.filter(
    ({ node }) =>
      !withdrawnOf(node) &&
      !sameValue(node, base) &&
      !takers.some(taker => sameValue(words.get(taker), inForce(node))),
  );
  if (editors.length === 0) return merged;
  context.report({
    clash: 'withdrawn',
    what: kind,
    key,
    field: 'withdrawn',
    versions: holders.flatMap(holder => {
      if (takers.includes(holder))
        return [{ side: holder.version.name, value: withdrawnOf(holder.node) as Plain | undefined }];
      return editors.includes(holder) ? [{ side: holder.version.name }] : [];
    }),
  });
  return withField(merged, 'withdrawn', withdrawnOf(holders[0]!.node) as Plain | undefined);
}

function withdrawnOf(node: ListedNode): Withdrawn | undefined {
  return 'withdrawn' in node ? node.withdrawn : undefined;
}

/** The node as if it were not withdrawn. */
function inForce(node: ListedNode): ListedNode {
  return { ...node, withdrawn: undefined };
}
