import type { LivingCell } from './cells.ts';

/** Shorter texts may stand anywhere by chance. */
const LEAST_LETTERS = 12;

/**
 * Finds statements that are gone and stand elsewhere word for word. Of several with the same words, any may be any.
 * @param nearness how near two places are: the nearest is taken
 * @returns the new statement, by the old one
 */
export function standingElsewhere(
  gone: readonly LivingCell[],
  added: readonly LivingCell[],
  nearness: (from: LivingCell, to: LivingCell) => number,
): Map<LivingCell, LivingCell> {
  const byText = new Map<string, LivingCell[]>();
  for (const cell of added) {
    const list = byText.get(cell.text);
    if (list) list.push(cell);
    else byText.set(cell.text, [cell]);
  }
  const found = new Map<LivingCell, LivingCell>();
  for (const from of gone) {
    const open = from.text.length < LEAST_LETTERS ? undefined : byText.get(from.text);
    if (!open || open.length === 0) continue;
    const to = open.reduce((best, cell) => (nearness(from, cell) > nearness(from, best) ? cell : best));
    open.splice(open.indexOf(to), 1);
    found.set(from, to);
  }
  return found;
}
