import { type WordPart, wordDiff } from '../changes/words.ts';
import { sameStatement } from '../model/equal.ts';
import { indexFramework } from '../model/index.ts';
import type { Framework, Row } from '../model/types.ts';
import { asksLessAbove } from '../rules/asks-less-above/rule.ts';
import { isIn } from '../rules/language.ts';
import type { RunOptions } from '../rules/runOptions.ts';

/** What a statement is beside the nearest statement at a level below. */
export type LevelStep = 'lowest' | 'same' | 'more';

/** One cell of a row, word by word against another text: that of the level below, or that of another version. */
export interface CellWords {
  readonly level: string;
  /** What is `same` or `added` makes up the cell; what was `removed` stands in the other text only. */
  readonly parts: readonly WordPart[];
  /** Against the level below. */
  readonly step?: LevelStep;
  /** Why the cell asks less than a level below it, in a sentence. */
  readonly less?: string;
}

export interface RowWords {
  readonly row: string;
  /** The cells that have something to compare; of other versions, those that differ. */
  readonly cells: readonly CellWords[];
}

/**
 * What each statement of some rows adds to the nearest statement below it. Costs as much as the rows it is asked for.
 * @param rows by id; those that there are not are left out
 * @param settings of the rules: what asks less above is found as in the text
 */
export function levelWords(
  framework: Framework,
  rows: readonly string[],
  settings: RunOptions = {},
): RowWords[] {
  const index = indexFramework(framework);
  return rows.flatMap(id => {
    const row = index.row(id)?.row;
    return row ? [{ row: id, cells: stepsOf(framework, row, lessAbove(framework, row, settings)) }] : [];
  });
}

function stepsOf({ levels }: Framework, row: Row, less: ReadonlyMap<string, string>): CellWords[] {
  const cells: CellWords[] = [];
  let below: string | undefined;
  for (const { id } of levels) {
    const text = row.statements.get(id);
    if (text === undefined) continue;
    const step = below === undefined ? 'lowest' : sameStatement(text, below) ? 'same' : 'more';
    const parts: WordPart[] = step === 'more' ? wordDiff(below!, text) : [whole(text, step === 'same')];
    const why = less.get(id);
    cells.push({ level: id, parts, step, ...(why !== undefined && { less: why }) });
    below = text;
  }
  return cells;
}

function whole(text: string, same: boolean): WordPart {
  return { text, kind: same ? 'same' : 'added' };
}

/** By level: why it asks less than one below. */
function lessAbove({ levels, details }: Framework, row: Row, settings: RunOptions): Map<string, string> {
  const { id } = asksLessAbove.meta;
  const found = new Map<string, string>();
  if (settings.rules?.[id] === 'off' || row.withdrawn) return found;
  asksLessAbove.check({
    row,
    levels,
    isEnglish: isIn(details.language, 'en'),
    options: settings.options?.[id] ?? {},
    report({ message, at }) {
      if (at?.level !== undefined) found.set(at.level, message);
    },
  });
  return found;
}

/**
 * The words of some rows against another version, of the cells that differ only. A row is known there by its id or
 * by one of its former ids.
 * @param rows by id; those that there are not are left out
 */
export function wordsSince(before: Framework, now: Framework, rows: readonly string[]): RowWords[] {
  const index = indexFramework(now);
  const then = indexFramework(before);
  return rows.flatMap(id => {
    const row = index.row(id)?.row;
    if (!row) return [];
    const known = [id, ...(row.formerIds ?? [])].map(each => then.row(each)?.row).find(Boolean);
    const cells = now.levels.flatMap(level => {
      const was = levelIds(level)
        .map(each => known?.statements.get(each))
        .find(text => text !== undefined);
      const text = row.statements.get(level.id);
      if (sameStatement(was, text)) return [];
      return [{ level: level.id, parts: wordDiff(was ?? '', text ?? '') }];
    });
    return [{ row: id, cells }];
  });
}

function levelIds({ id, formerIds = [] }: Framework['levels'][number]): readonly string[] {
  return [id, ...formerIds];
}
