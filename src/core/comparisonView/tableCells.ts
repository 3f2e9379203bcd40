import type { ChangeKind } from '../changes/kinds.ts';
import { wordDiff } from '../changes/words.ts';
import type { ComparedCell } from '../changesView/comparison.ts';
import type { RowAt } from '../model/index.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { Disposition } from '../versions/crosswalk.ts';
import type { ReasonedCrossing } from '../versions/reasons.ts';
import { verdictOf, weightiest } from './verdict.ts';

/** The lines of a crosswalk by the rows that they are about. */
export interface Lines {
  /** By the id of the row that a statement stands in now. */
  readonly byNow: ReadonlyMap<string, readonly ReasonedCrossing[]>;
  /** By the id of the row that a statement stood in. */
  readonly byWas: ReadonlyMap<string, readonly ReasonedCrossing[]>;
  /** What a level of the older version is called in the newer one. */
  readonly levelNow: (older: string) => string;
  /** Of more than two versions: those that changed what a line tells. */
  readonly stepsOf: (line: ReasonedCrossing) => readonly string[] | undefined;
}

type Levels = readonly { readonly id: string; readonly title: string }[];

/** What happened to a row as a whole, where the same happened to all of its statements. */
export function rowKind(lines: readonly ReasonedCrossing[]): ChangeKind | undefined {
  const kinds = new Set(lines.map(({ disposition }) => disposition));
  const [first] = kinds;
  return kinds.size === 1 && first !== undefined && AS_A_WHOLE.has(first) ? kindOf(first) : undefined;
}

const AS_A_WHOLE: ReadonlySet<Disposition> = new Set([
  'added',
  'removed',
  'withdrawn',
  'split',
  'merged',
  'moved',
]);

function kindOf(disposition: Disposition): ChangeKind | undefined {
  return disposition === 'unchanged' ? undefined : disposition;
}

/**
 * The cells of a row of the newer version: what it says, with what changed, and what it no longer says.
 * @param was the same row in the older version
 * @returns links of theirs lead to ids of rows
 */
export function cellsOfNewer(
  at: RowAt,
  was: RowAt | undefined,
  levels: Levels,
  lines: Lines,
): ComparedCell[] {
  const now = lines.byNow.get(at.row.id) ?? [];
  const before = was ? (lines.byWas.get(was.row.id) ?? []) : [];
  return levels.flatMap(({ id: level }): ComparedCell[] => {
    const here = now.filter(({ to }) => to?.level === level);
    const own = here.find(({ from }) => from && from.row.id === was?.row.id) ?? here[0];
    const left = before.find(({ from }) => from && lines.levelNow(from.level) === level);
    if (own) {
      const cell = withParts(changedCell(own, at.row.id, was, level, levels, lines), own, before);
      return [left && !left.to ? withDisplaced(cell, left, own) : cell];
    }
    return left ? [leftCell(left, at.row.id, level, levels, lines)] : [];
  });
}

/** Says as well what stood there and is gone. */
function withDisplaced(cell: ComparedCell, gone: ReasonedCrossing, own: ReasonedCrossing): ComparedCell {
  const verdict = weightiest([own, gone]);
  const words = [{ text: `${gone.from!.text} `, kind: 'removed' as const }, ...cell.words];
  return { ...cell, words, ...(verdict && { verdict }) };
}

/** Names the row that a part of a statement went to. */
function withParts(
  cell: ComparedCell,
  { from }: ReasonedCrossing,
  before: readonly ReasonedCrossing[],
): ComparedCell {
  const part = before.find(line => line.disposition === 'split' && line.from === from)?.to;
  if (cell.link || !part || cell.kind === 'split') return cell;
  return { ...cell, link: { to: part.row.id, label: `in part to row ${part.row.id}` } };
}

/** A statement that is there. */
function changedCell(
  line: ReasonedCrossing,
  row: string,
  was: RowAt | undefined,
  level: string,
  levels: Levels,
  { stepsOf, levelNow }: Lines,
): ComparedCell {
  const { from, to, disposition } = line;
  const isOfRow = from?.row.id === was?.row.id;
  const words = wordDiff(from?.text ?? '', to?.text ?? '').filter(
    // What went with the other part is told there.
    ({ kind }) => disposition !== 'split' || kind !== 'removed',
  );
  const link =
    from && disposition === 'relevelled' && isOfRow
      ? { to: row, label: `from ${titleOf(levels, levelNow(from.level))}` }
      : from && (!isOfRow || disposition === 'split' || disposition === 'merged')
        ? { to: from.row.id, label: `out of row ${from.row.id}` }
        : undefined;
  return cellOf(line, level, words, stepsOf(line), link);
}

/** A statement that is there no more. */
function leftCell(
  line: ReasonedCrossing,
  row: string,
  level: string,
  levels: Levels,
  { stepsOf }: Lines,
): ComparedCell {
  const { from, to } = line;
  const words = wordDiff(from?.text ?? '', '');
  // Where it went, it is told what became of it; here, that it is gone.
  if (!to) return cellOf(line, level, words, stepsOf(line));
  const where = to.row.id === row ? `to ${titleOf(levels, to.level)}` : `into row ${to.row.id}`;
  const kind = kindOf(line.disposition);
  return { level, words, ...(kind && { kind }), link: { to: to.row.id, label: where } };
}

/** The cells of a row where it stood: what it said. @param stands whether it stands elsewhere now, where its changes are told */
export function cellsOfOlder({ row }: RowAt, stands: boolean, levels: Levels, lines: Lines): ComparedCell[] {
  const before = lines.byWas.get(row.id) ?? [];
  const texts = new Map(
    Array.from(row.statements, ([level, text]) => [lines.levelNow(level), normaliseStatement(text)]),
  );
  return levels.flatMap(({ id: level }): ComparedCell[] => {
    const text = texts.get(level);
    if (text === undefined || text === '') return [];
    if (stands) return [{ level, words: [{ text, kind: 'same' }] }];
    const line = before.find(({ from }) => from && lines.levelNow(from.level) === level);
    const words = wordDiff(text, '');
    return [line ? cellOf(line, level, words, lines.stepsOf(line)) : { level, words }];
  });
}

function cellOf(
  line: ReasonedCrossing,
  level: string,
  words: ComparedCell['words'],
  steps: readonly string[] | undefined,
  link?: ComparedCell['link'],
): ComparedCell {
  const kind = kindOf(line.disposition);
  const verdict = verdictOf(line);
  return {
    level,
    words,
    ...(kind && { kind }),
    ...(verdict && { verdict }),
    ...(link && { link }),
    ...(steps && steps.length > 0 && { steps }),
  };
}

function titleOf(levels: Levels, id: string): string {
  return levels.find(level => level.id === id)?.title ?? id;
}
