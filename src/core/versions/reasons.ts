import { cellKey } from './cells.ts';
import type { Crossing } from './crosswalk.ts';
import type { JudgedCrossing } from './judge.ts';
import type { BarClass, Judgement } from './judgement.ts';

/** What a maintainer says of a changed statement: why it changed, and of which class the change is after all. */
export interface ChangeReason {
  /** The versions that were compared. */
  readonly from: string;
  readonly to: string;
  /** The row and the level of the statement in the newer version; of one that is gone, in the older. */
  readonly row: string;
  readonly level: string;
  /** The statement's words when this was said; absent: it was gone. With other words it no longer holds. */
  readonly after?: string;
  /** Overrules the class that the rules found. */
  readonly class?: BarClass;
  readonly reason: string;
  readonly by?: string;
  /** ISO 8601, a day. */
  readonly date?: string;
}

/** A changed statement with what the maintainer said of it. */
export interface ReasonedCrossing extends JudgedCrossing {
  /** Of the class that counts: as overruled, else as found. */
  readonly judgement?: Judgement;
  readonly said?: ChangeReason;
  /** What the rules found, where that was overruled. */
  readonly found?: Judgement;
}

/** What was said and counts no more. */
export interface OutdatedReason extends ChangeReason {
  /** Neither version has a statement there, so it was never of use; else its words have changed since. */
  readonly isOfNothing?: true;
}

/** Why such a reason does not count, and what to do. */
export function whyOutdated({ reason, isOfNothing }: OutdatedReason): string {
  return isOfNothing
    ? `“${reason}” is said of a statement that neither version has, so it does nothing. Correct its row and level, or remove it.`
    : `“${reason}” was said of other words, so it does not count any more. Say it again, or of what class the change is now.`;
}

/** The statement that a line is known by: the new one, else the old one. */
export function addressOf({ from, to }: Crossing): { readonly row: string; readonly level: string } {
  const cell = (to ?? from)!;
  return { row: cell.row.id, level: cell.level };
}

/**
 * Brings what the maintainer said to the lines that it is about. What is said last of a statement counts.
 * @param versions those of the two frameworks that the lines lead between
 * @returns the lines, and what was said of words that have changed since: it counts no more, and is to be looked at
 */
export function withReasons(
  lines: readonly JudgedCrossing[],
  reasons: readonly ChangeReason[],
  versions: { readonly from: string; readonly to: string },
): { readonly lines: readonly ReasonedCrossing[]; readonly outdated: readonly OutdatedReason[] } {
  const said = new Map<string, ChangeReason>();
  const last = new Map<string, ChangeReason>();
  for (const reason of reasons)
    if (reason.from === versions.from && reason.to === versions.to) {
      said.set(sideOf(reason, reason.after !== undefined), reason);
      last.set(cellKey(reason), reason);
    }
  const used = new Set<ChangeReason>();
  const reasoned = lines.map((line): ReasonedCrossing => {
    const reason = line.judgement && said.get(sideOf(addressOf(line), line.to !== undefined));
    if (!line.judgement || !reason || reason.after !== line.to?.text) return line;
    used.add(reason);
    if (reason.class === undefined || reason.class === line.judgement.class) return { ...line, said: reason };
    return {
      ...line,
      said: reason,
      found: line.judgement,
      judgement: { class: reason.class, because: [{ reason: reason.reason }] },
    };
  });
  const unused = [...last.values()].filter(reason => !used.has(reason));
  if (unused.length === 0) return { lines: reasoned, outdated: unused };
  const stated = new Set(
    lines.flatMap(({ from, to }) =>
      [from, to].flatMap(cell => (cell ? cellKey({ row: cell.row.id, level: cell.level }) : [])),
    ),
  );
  const outdated = unused.map(
    (reason): OutdatedReason => (stated.has(cellKey(reason)) ? reason : { ...reason, isOfNothing: true }),
  );
  return { lines: reasoned, outdated };
}

/** Where one statement gave way to another of its row, each of the two has its own reason. */
function sideOf(at: { readonly row: string; readonly level: string }, stands: boolean): string {
  return `${cellKey(at)} ${stands}`;
}
