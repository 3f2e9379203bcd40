import { sameValue } from '../../model/equal.ts';
import type { Framework, Row } from '../../model/types.ts';
import type { CellKind, ListedKind, ListedNode, NodeKind } from '../change.ts';
import { movedStatements } from '../diffCells.ts';
import { type FieldHolder, fieldOf, fieldsOfBoth, withField } from '../fields.ts';
import { withoutChildren } from '../tree.ts';
import type { MergeContext, Version } from './context.ts';
import { keysOf, mergeValue } from './values.ts';

/** A version that has a node, and the node there. */
export interface Holder<N> {
  readonly version: Version;
  readonly node: N;
}

const CELLS = { statement: 'statements', blank: 'blank', note: 'notes' } as const;

/** Merges what is the framework's own: details, `x-` keys and glossary. Its lists are those of the base. */
export function mergeOwnWords(context: MergeContext): Framework {
  const { base, sides } = context;
  const file = mergeFields(
    context,
    'file',
    '',
    base.framework,
    sides.map(version => ({ version, node: version.framework })),
  );
  const details = mergeFields(
    context,
    'framework',
    base.framework.details.id,
    base.framework.details,
    sides.map(version => ({ version, node: version.framework.details })),
  );
  return { ...file, details, glossary: mergeGlossary(context) };
}

/**
 * Merges the words of one node, without its children, its id and its place.
 * @param base the node in the base; undefined: it is new
 * @param holders the sides that have it, at least one
 */
export function mergeNode(
  context: MergeContext,
  kind: ListedKind,
  key: string,
  base: ListedNode | undefined,
  holders: readonly Holder<ListedNode>[],
): ListedNode {
  const first = holders[0]!.node;
  if (!base) {
    const same = holders.every(({ node }) => sameValue(withoutChildren(node), withoutChildren(first)));
    if (!same)
      context.report({
        clash: 'added',
        what: kind,
        key,
        versions: holders.map(({ version }) => ({
          side: version.name,
          value: context.plain(version, kind, key),
        })),
      });
    return first;
  }
  const changed = holders.filter(({ node }) => node !== base);
  if (changed.length === 0) return base;
  // What only one side changed is as that side has it.
  if (kind === 'row' && changed.length === 1 && !context.keepsRemoved) return changed[0]!.node;
  const merged = mergeFields(context, kind, key, base, holders);
  if (kind !== 'row') return merged;
  return mergeCells(context, base as Row, merged as Row, holders as readonly Holder<Row>[]);
}

function mergeFields<N extends FieldHolder>(
  context: MergeContext,
  what: NodeKind,
  key: string,
  base: N,
  holders: readonly Holder<N>[],
): N {
  let merged = base;
  const fields = new Set(holders.flatMap(({ node }) => [...fieldsOfBoth(what, base, node)]));
  for (const field of fields) {
    // The ids of nodes are merged when all else is.
    if (field === 'id' && what !== 'framework') continue;
    const before = fieldOf(base, field);
    const values = holders.map(({ node }) => fieldOf(node, field));
    const { value, clash } = mergeValue(before, values);
    if (!sameValue(value, before)) merged = withField(merged, field, value);
    if (clash)
      context.report({
        clash: 'differently',
        what,
        key,
        field,
        base: before,
        versions: clash.map(at => ({ side: holders[at]!.version.name, value: values[at] })),
      });
  }
  return merged;
}

function mergeGlossary(context: MergeContext): ReadonlyMap<string, string> {
  const base = context.base.framework.glossary;
  const glossaries = context.sides.map(side => side.framework.glossary);
  const merged = new Map<string, string>();
  for (const key of keysOf([base, ...glossaries])) {
    const values = glossaries.map(glossary => glossary.get(key));
    const { value, clash } = mergeValue(base.get(key), values);
    if (value !== undefined) merged.set(key, value);
    if (clash)
      context.report({
        clash: 'differently',
        what: 'term',
        key,
        base: base.get(key),
        versions: clash.map(at => ({ side: context.sides[at]!.name, value: values[at] })),
      });
  }
  return merged;
}

function mergeCells(context: MergeContext, base: Row, merged: Row, holders: readonly Holder<Row>[]): Row {
  const statements = mergeByLevel(context, 'statement', base, holders);
  const blank = mergeByLevel(context, 'blank', base, holders);
  const notes = mergeByLevel(context, 'note', base, holders);
  settleMovedStatements(context, base, holders, statements);
  for (const level of [...blank.keys()])
    if (statements.has(level))
      oneOfBoth(context, base, deciding(context, level, holders), level, statements, blank);
  return { ...merged, statements, blank, notes } as Row;
}

function mergeByLevel(
  context: MergeContext,
  what: CellKind,
  base: Row,
  holders: readonly Holder<Row>[],
): Map<string, string> {
  const before: ReadonlyMap<string, string> = base[CELLS[what]];
  const cellsOf = ({ node }: Holder<Row>): ReadonlyMap<string, string> => node[CELLS[what]];
  const merged = new Map<string, string>();
  for (const level of keysOf([before, ...holders.map(cellsOf)])) {
    const values = holders.map(holder => cellsOf(holder).get(level));
    const { clash } = mergeValue(before.get(level), values);
    const decisive = deciding(context, level, holders).map(holder => cellsOf(holder).get(level));
    const { value } = mergeValue(before.get(level), decisive);
    if (value !== undefined) merged.set(level, value);
    if (clash)
      context.report({
        clash: 'differently',
        what,
        key: base.id,
        level,
        base: before.get(level),
        versions: clash.map(at => ({ side: holders[at]!.version.name, value: values[at] })),
      });
  }
  return merged;
}

/** Those who have a say in what stands at a level. */
function deciding(
  context: MergeContext,
  level: string,
  holders: readonly Holder<Row>[],
): readonly Holder<Row>[] {
  return holders.filter(({ version }) => context.decidesAt(version, level));
}

/** One side wrote a statement where another said what the empty cell means: only one of them can hold. */
function oneOfBoth(
  context: MergeContext,
  base: Row,
  holders: readonly Holder<Row>[],
  level: string,
  statements: Map<string, string>,
  blank: Map<string, string>,
): void {
  if (holders.some(({ node }) => node.statements.has(level) && node.blank.has(level))) return;
  const kept = holders[0]?.node;
  if (!kept) return;
  const writers = holders.filter(
    ({ node }) =>
      node.statements.get(level) !== base.statements.get(level) ||
      node.blank.get(level) !== base.blank.get(level),
  );
  context.report({
    clash: 'blankAndStatement',
    what: 'statement',
    key: base.id,
    level,
    base: base.statements.get(level),
    versions: writers.map(({ version, node }) => ({ side: version.name, value: node.statements.get(level) })),
  });
  if (kept.statements.has(level)) blank.delete(level);
  else statements.delete(level);
  if (!kept.statements.has(level) && !kept.blank.has(level)) blank.delete(level);
}

/**
 * A statement that two sides moved to different levels would stand at both, and no cell would clash: that is reported,
 * and it stands only where the side put it whose word holds, if there is one.
 */
function settleMovedStatements(
  context: MergeContext,
  base: Row,
  holders: readonly Holder<Row>[],
  statements: Map<string, string>,
): void {
  const levels = context.base.framework.levels.map(level => level.id);
  const moves = holders.flatMap(({ version, node }) =>
    node === base ? [] : movedStatements(base, node, levels).map(move => ({ version, node, move })),
  );
  for (const from of new Set(moves.map(({ move }) => move.from.level))) {
    const those = moves.filter(({ move }) => move.from.level === from);
    if (new Set(those.map(({ move }) => move.to.level)).size < 2) continue;
    context.report({
      clash: 'movedStatement',
      what: 'statement',
      key: base.id,
      level: from,
      base: base.statements.get(from),
      versions: those.map(({ version, move }) => ({ side: version.name, value: { level: move.to.level } })),
    });
    const own = those.find(({ version }) => version === context.favoured);
    if (!own) continue;
    for (const { move } of those) {
      const text = own.node.statements.get(move.to.level);
      if (text === undefined) statements.delete(move.to.level);
      else statements.set(move.to.level, text);
    }
  }
}
