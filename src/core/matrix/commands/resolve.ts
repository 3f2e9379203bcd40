import type { Change } from '../../changes/change.ts';
import type { Framework } from '../../model/types.ts';
import type { MatrixTarget } from '../target.ts';
import { moveStatementTo, setBlanks, setNote, setTexts } from './cells.ts';
import type { CommandRefusal, MatrixCommand } from './command.ts';
import { type CommandContext, Desk } from './desk.ts';
import { insertLevel, removeLevel } from './levels.ts';
import { moveNodes } from './moves.ts';
import { deleteNodes, restoreNodes, withdrawNodes } from './removal.ts';
import { replace } from './replace.ts';
import { duplicateRows, insertRows } from './rows.ts';
import { mergeRows, splitRow } from './splitMerge.ts';
import { insertArea, insertSection, insertTopic } from './structure.ts';
import { setTitle } from './titles.ts';

/** What a command amounts to in one state of the framework. */
export interface ResolvedCommand {
  /** All of them apply to that state, from first to last. */
  readonly changes: readonly Change[];
  readonly refusals: readonly CommandRefusal[];
  /** What to select next; empty: leave the selection. */
  readonly select: readonly MatrixTarget[];
  /** What is done by the changes, or why there are none, in a sentence for people. */
  readonly told: string;
}

/**
 * Works out a command against the framework as it is now. Never throws: what cannot be done is refused, cell by
 * cell where it is about cells, and the rest is done.
 * @param framework whole, with ids that are unique
 */
export function resolveCommand(
  framework: Framework,
  command: MatrixCommand,
  context: CommandContext,
): ResolvedCommand {
  const desk = new Desk(framework, context);
  const done = work(desk, command);
  const { changes, refusals, select } = desk;
  const reason = refusals[0]?.reason;
  if (changes.length === 0)
    return { changes, refusals, select: [], told: reason ?? 'Nothing changes by this.' };
  const left = refusals.length > 1 ? `${reason} (${refusals.length} places)` : reason;
  return { changes, refusals, select, told: left === undefined ? done : `${done} ${left}` };
}

function work(desk: Desk, command: MatrixCommand): string {
  switch (command.type) {
    case 'setTexts':
      return setTexts(desk, command);
    case 'setBlanks':
      return setBlanks(desk, command);
    case 'setNote':
      return setNote(desk, command);
    case 'setTitle':
      return setTitle(desk, command);
    case 'replace':
      return replace(desk, command);
    case 'moveStatement':
      return moveStatementTo(desk, command);
    case 'insertRows':
      return insertRows(desk, command);
    case 'duplicateRows':
      return duplicateRows(desk, command);
    case 'splitRow':
      return splitRow(desk, command);
    case 'mergeRows':
      return mergeRows(desk, command);
    case 'move':
      return moveNodes(desk, command);
    case 'delete':
      return deleteNodes(desk, command);
    case 'withdraw':
      return withdrawNodes(desk, command);
    case 'restore':
      return restoreNodes(desk, command);
    case 'insertTopic':
      return insertTopic(desk, command);
    case 'insertArea':
      return insertArea(desk, command);
    case 'insertSection':
      return insertSection(desk, command);
    case 'insertLevel':
      return insertLevel(desk, command);
    case 'removeLevel':
      return removeLevel(desk, command);
  }
}
