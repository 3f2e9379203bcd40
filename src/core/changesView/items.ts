import type { AddNode, Change, RemoveNode } from '../changes/change.ts';
import { describeChange } from '../changes/describe.ts';
import type { ChangeKind } from '../changes/kinds.ts';
import { type WordPart, wordDiff } from '../changes/words.ts';
import type { MatrixTarget } from '../matrix/target.ts';
import { indexFramework } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import type { ChangeCell, ChangeItem } from './view.ts';

/** So many items or decisions are made before others may have a turn. */
export const AT_A_TIME = 64;

/** The changes as items, in their order, in slices. @param kinds one a change */
export function* makingItems(
  changes: readonly Change[],
  kinds: readonly ChangeKind[],
  from: Framework,
  to: Framework,
): Sliced<ChangeItem[]> {
  const used = new Map<string, number>();
  const ids = changes.map(change => changeId(change, used));
  const adding = new Map<string, string>();
  changes.forEach((change, at) => {
    if (change.op === 'add') adding.set(`${change.what}:${change.id}`, ids[at]!);
  });
  const items: ChangeItem[] = [];
  for (const [at, change] of changes.entries()) {
    if (at % AT_A_TIME === 0) yield;
    const needs = neededBy(change).flatMap(key => adding.get(key) ?? [])[0];
    const [level, row] = addressOf(change);
    const item: Loose<ChangeItem> = {
      id: ids[at]!,
      kind: kinds[at]!,
      sentence: describeChange(change, to, from),
      row,
      level,
      words: wordsOf(change),
      cells: cellsOf(change, to, from),
      inFrom: targetIn(from, change, 'from'),
      inTo: targetIn(to, change, 'to'),
      needs,
    };
    items.push(compact(item));
  }
  return items;
}

/**
 * The name of a change: what it does to what. Stays the same when a list is made anew.
 * @param used how often each name was given already; changed by this
 */
export function changeId(change: Change, used: Map<string, number>): string {
  const { op, what } = change;
  const of =
    'id' in change
      ? change.id
      : 'row' in change
        ? `${change.row}/${change.level}`
        : `${change.from.row}/${change.from.level}/${change.to.row}/${change.to.level}`;
  const name = [op, what, of, ...('field' in change ? [change.field] : [])].join(':');
  const times = used.get(name) ?? 0;
  used.set(name, times + 1);
  return times === 0 ? name : `${name}#${times + 1}`;
}

/** What must be there for a change to be applied, by kind and id. */
function neededBy(change: Change): string[] {
  if (change.op === 'set') {
    if ('row' in change) return [`row:${change.row}`, `level:${change.level}`];
    return change.what === 'term' ? [] : [`${change.what}:${change.id}`];
  }
  if (change.op === 'remove') return [];
  const { to } = change;
  if ('row' in to) return [`row:${to.row}`, `level:${to.level}`];
  return Object.entries(to).flatMap(([kind, id]) =>
    kind === 'area' || kind === 'section' || kind === 'topic' ? [`${kind}:${id}`] : [],
  );
}

/** The level and the row that a change is about. */
function addressOf(change: Change): [string | undefined, string | undefined] {
  if ('row' in change) return [change.level, change.row];
  if (change.what === 'statement') return [change.to.level, change.to.row];
  return [undefined, change.what === 'row' ? change.id : undefined];
}

function wordsOf(change: Change): WordPart[] | undefined {
  if (change.op === 'move')
    return change.what === 'statement' ? [{ text: change.text, kind: 'same' }] : undefined;
  if (change.op !== 'set' || change.what === 'blank') return undefined;
  const { before = '', after = '' } = change;
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  if ('field' in change && SAID.has(change.field)) return undefined;
  return wordDiff(before, after);
}

/** Fields whose values the sentence says in full. */
const SAID = new Set(['id', 'version', 'status', 'date', 'fingerprint', 'supersedes', 'splitFrom', 'kind']);

function cellsOf(change: Change, ...frameworks: readonly Framework[]): ChangeCell[] | undefined {
  if (change.what !== 'row' || (change.op !== 'add' && change.op !== 'remove')) return undefined;
  const kind = change.op === 'add' ? 'added' : 'removed';
  const statements = statementsOf(change);
  const levels = frameworks.flatMap(framework => framework.levels);
  const known = [...new Set(levels.map(level => level.id))].filter(id => statements.has(id));
  return known.map(level => ({
    level,
    title: levels.find(({ id }) => id === level)?.title ?? level,
    words: [{ text: statements.get(level) ?? '', kind }],
  }));
}

function statementsOf(change: AddNode | RemoveNode): ReadonlyMap<string, string> {
  const node = change.op === 'add' ? change.after : change.before;
  return 'statements' in node ? node.statements : new Map();
}

/** Where a change is seen in one of the sides. */
function targetIn(framework: Framework, change: Change, side: 'from' | 'to'): MatrixTarget | undefined {
  const index = indexFramework(framework);
  const { what } = change;
  if ('row' in change) return index.row(change.row) && { what: 'row', id: change.row, level: change.level };
  if (what === 'statement') {
    const { row, level } = change[side];
    return index.row(row) && { what: 'row', id: row, level };
  }
  if (what !== 'row' && what !== 'topic' && what !== 'section' && what !== 'area') return undefined;
  const id = idOn(change, side);
  return index[what](id) && { what, id };
}

/** A node whose id was changed has another one on the other side. */
function idOn(change: Change & { readonly id: string }, side: 'from' | 'to'): string {
  if (side === 'to' && change.op === 'set' && 'field' in change && change.field === 'id')
    return typeof change.after === 'string' ? change.after : change.id;
  return change.id;
}

type Loose<T> = { [K in keyof T]: T[K] | undefined };

function compact<T extends object>(value: Loose<T>): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
