import { eachRow } from '../../model/index.ts';
import { normaliseStatement } from '../../model/statement.ts';
import type { Framework } from '../../model/types.ts';
import type { Sliced } from '../../slices.ts';
import { type Holder, type HolderPair, matchHolders } from './matchHolders.ts';

/** The texts that are found under each of some names. */
type TextsBy = ReadonlyMap<string, ReadonlySet<string>>;

interface Column {
  readonly id: string;
  readonly title: string;
}

/** The levels that are one in two versions under different ids. @param open whether an id is without its like */
export function matchLevels(before: Framework, after: Framework, open: Open): Sliced<HolderPair[]> {
  return matchColumns(before.levels, after.levels, open, () => [byLevel(before), byLevel(after)]);
}

/** The kinds of section that are one in two versions under different ids. */
export function matchKinds(before: Framework, after: Framework, open: Open): Sliced<HolderPair[]> {
  return matchColumns(before.sectionKinds, after.sectionKinds, open, () => [byKind(before), byKind(after)]);
}

interface Open {
  before(id: string): boolean;
  after(id: string): boolean;
}

function* matchColumns(
  before: readonly Column[],
  after: readonly Column[],
  open: Open,
  texts: () => [before: Sliced<TextsBy>, after: Sliced<TextsBy>],
): Sliced<HolderPair[]> {
  const left = before.filter(({ id }) => open.before(id));
  const right = after.filter(({ id }) => open.after(id));
  if (left.length === 0 || right.length === 0) return [];
  const [textsBefore, textsAfter] = texts();
  const held = yield* textsBefore;
  const there = yield* textsAfter;
  const shared = new Map<number, Map<number, number>>();
  for (const [at, { id }] of left.entries()) {
    const own = held.get(id) ?? new Set();
    const counts = new Map<number, number>();
    for (const [to, { id: other }] of right.entries()) {
      const count = common(own, there.get(other) ?? new Set());
      if (count > 0) counts.set(to, count);
      yield;
    }
    shared.set(at, counts);
  }
  const holders = (columns: readonly Column[], by: TextsBy) =>
    columns.map(({ id, title }): Holder => ({ id, title, parent: '', size: by.get(id)?.size ?? 0 }));
  return matchHolders(holders(left, held), holders(right, there), shared);
}

function* byLevel(framework: Framework): Sliced<TextsBy> {
  const texts = new Map<string, Set<string>>();
  for (const { row } of eachRow(framework)) {
    for (const [level, text] of row.statements) put(texts, level, normaliseStatement(text));
    yield;
  }
  return texts;
}

function* byKind(framework: Framework): Sliced<TextsBy> {
  const texts = new Map<string, Set<string>>();
  for (const { row, section } of eachRow(framework)) {
    for (const text of row.statements.values()) put(texts, section.kind, normaliseStatement(text));
    yield;
  }
  return texts;
}

function put(texts: Map<string, Set<string>>, key: string, text: string): void {
  const known = texts.get(key);
  if (known) known.add(text);
  else texts.set(key, new Set([text]));
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const text of a) if (b.has(text)) count++;
  return count;
}
