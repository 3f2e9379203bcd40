import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import type { LivingCell } from './cells.ts';
import { type Compared, type Crossing, crosswalk } from './crosswalk.ts';
import { type Follow, follow } from './follow.ts';
import type { Judgement } from './judgement.ts';
import { levelOrder } from './levelOrder.ts';
import { judgeWords } from './words/judgeWords.ts';

/** A line of a crosswalk and what it does to the bar; nothing of what is unchanged. */
export interface JudgedCrossing extends Crossing {
  readonly judgement?: Judgement;
}

/**
 * The crosswalk between two versions with a judgement of every line that changed. The parts of a split statement
 * are judged together, and so are statements that were merged: it is all of them that ask.
 */
export function judgedCrosswalk(compared: Compared): JudgedCrossing[] {
  return atOnce(judging(compared));
}

/** The same in slices. */
export function* judging(compared: Compared): Sliced<JudgedCrossing[]> {
  const lines = crosswalk(compared);
  yield;
  const levels = levelsOf(compared.from, compared.to, follow(compared.changes));
  const judged = new Map<Crossing, Judgement>();
  const alone = (line: Crossing) => isAcrossLevels(line, levels);
  const groups = [
    ...lines.filter(alone).map(line => [line]),
    ...groupsOf(lines.filter(line => !alone(line))),
  ];
  for (const group of groups) {
    const judgement = group.length === 1 ? judgeLine(group[0]!, levels) : judgeGroup(group);
    if (!judgement) continue;
    for (const line of group) judged.set(line, judgement);
    yield;
  }
  return lines.map(line => {
    const judgement = line.disposition === 'unchanged' ? undefined : judged.get(line);
    return judgement ? { ...line, judgement } : line;
  });
}

/** Whether a statement was merged into one at another level, which is asked of other people. */
function isAcrossLevels({ disposition, from, to }: Crossing, levels: Levels): boolean {
  return disposition === 'merged' && levels.now(from!.level) !== to!.level;
}

interface Levels {
  /** From 0 for the lowest level of either version. */
  readonly rank: ReadonlyMap<string, number>;
  /** What a level of the older version is called in the newer one. */
  readonly now: (older: string) => string;
  /** Levels that the older version did not have. */
  readonly fresh: ReadonlySet<string>;
}

function levelsOf(older: Framework, newer: Framework, followed: Follow): Levels {
  const now = (id: string) => followed.id('level', id);
  const kept = new Set(older.levels.map(({ id }) => now(id)));
  return {
    rank: new Map(levelOrder(older, newer, now).map(({ id }, rank) => [id, rank])),
    now,
    fresh: new Set(newer.levels.map(({ id }) => id).filter(id => !kept.has(id))),
  };
}

const NOBODY: Judgement = {
  class: 'clarifies',
  because: [{ reason: 'a new level, at which nobody was assessed' }],
};

/** Lines that share an old or a new statement belong together. */
function groupsOf(lines: readonly Crossing[]): Crossing[][] {
  const groupOf = new Map<LivingCell, Set<Crossing>>();
  for (const line of lines) {
    const group = new Set<Crossing>();
    for (const cell of cellsOf(line)) for (const other of groupOf.get(cell) ?? []) group.add(other);
    group.add(line);
    for (const one of group) for (const cell of cellsOf(one)) groupOf.set(cell, group);
  }
  return [...new Set(groupOf.values())].map(group => [...group]);
}

function cellsOf({ from, to }: Crossing): LivingCell[] {
  return [from, to].flatMap(cell => cell ?? []);
}

function judgeGroup(group: readonly Crossing[]): Judgement {
  const texts = (cells: readonly (LivingCell | undefined)[]) =>
    [...new Set(cells.flatMap(cell => cell ?? []))].map(({ text }) => text).join('\n');
  return judgeWords(texts(group.map(({ from }) => from)), texts(group.map(({ to }) => to)));
}

function judgeLine({ disposition, from, to }: Crossing, levels: Levels): Judgement | undefined {
  if (disposition === 'unchanged') return undefined;
  if (!to) return { class: 'lowers', because: [{ reason: 'no longer asked' }] };
  if (!from) {
    if (levels.fresh.has(to.level)) return NOBODY;
    return { class: 'raises', because: [{ reason: 'newly asked' }] };
  }
  if (disposition === 'relevelled' || disposition === 'merged') {
    const [before, after] = [levels.now(from.level), to.level].map(level => levels.rank.get(level) ?? -1);
    if (disposition === 'merged' && after! < before!)
      return { class: 'clarifies', because: [{ reason: 'asked at a lower level already' }] };
    if (after! < before! && levels.fresh.has(to.level)) return NOBODY;
    return after! < before!
      ? { class: 'raises', because: [{ reason: 'asked at a lower level now' }] }
      : { class: 'lowers', because: [{ reason: 'asked only at a higher level now' }] };
  }
  if (disposition === 'moved' && from.text === to.text) {
    return from.section.kind === to.section.kind
      ? { class: 'editorial', because: [{ reason: 'the same words in another place' }] }
      : { class: 'undecided', because: [{ reason: 'the same words in another section' }] };
  }
  return judgeWords(from.text, to.text);
}
