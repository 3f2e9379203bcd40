import type { CellWords, MatrixView, RowLine, WordsAgainst } from '../../../protocol/matrix.ts';
import { type Look, PLAIN, type RowLook } from '../grid/look.ts';
import type { Conversation } from './conversation.ts';

/** How rows look beside what their lines say: texts on their way into the file, and words compared. */
export interface Looks {
  readonly look: Look;
  /** The text on its way to a cell, if there is one; `''` is that it is cleared. */
  pending(key: string, level: number): string | undefined;
  /** Shows texts until `settled` is called. */
  expect(cells: readonly { key: string; level: number; text: string }[]): { settled(): void };
  /** What words are compared with from now on. */
  against(view: MatrixView, against: WordsAgainst | undefined): void;
  /** Asks for the words of lines that are in view and do not have them yet. */
  want(lines: readonly RowLine[]): void;
}

type Words = ReadonlyMap<number, CellWords>;

/** @param refresh is called when rows look otherwise than before */
export function createLooks(conversation: Conversation, refresh: () => void): Looks {
  const pending = new Map<string, Map<number, { text: string; nth: number }>>();
  const made = new WeakMap<RowLine, { look: RowLook; texts: string; words: Words | undefined }>();
  let words = new WeakMap<RowLine, Words>();
  let asked = new WeakSet<RowLine>();
  let compared: WordsAgainst | undefined;
  let since: MatrixView['since'];
  let view: MatrixView | undefined;
  let nth = 0;

  const look: Look = line => {
    const texts = pending.get(line.key);
    const compare = compared && words.get(line);
    if (!texts && !compare) return PLAIN;
    const said = texts ? JSON.stringify([...texts]) : '';
    const known = made.get(line);
    if (known?.texts === said && known.words === compare && known.look.against === (compare && compared))
      return known.look;
    const next: RowLook = {
      ...(texts && { pending: new Map([...texts].map(([level, { text }]) => [level, text])) }),
      ...(compare && compared && { words: compare, against: compared }),
    };
    made.set(line, { look: next, texts: said, words: compare });
    return next;
  };

  return {
    look,
    pending: (key, level) => pending.get(key)?.get(level)?.text,
    expect(cells) {
      const mine = ++nth;
      for (const { key, level, text } of cells) {
        const row = pending.get(key) ?? new Map();
        row.set(level, { text, nth: mine });
        pending.set(key, row);
      }
      refresh();
      return {
        settled() {
          for (const { key, level } of cells) {
            const row = pending.get(key);
            // What was typed over it since then is still on its way.
            if (row?.get(level)?.nth === mine) row.delete(level);
            if (row?.size === 0) pending.delete(key);
          }
          refresh();
        },
      };
    },
    against(next, against) {
      view = next;
      if (against === compared && (against !== 'since' || next.since === since)) return;
      compared = against;
      since = next.since;
      words = new WeakMap();
      asked = new WeakSet();
      refresh();
    },
    want(lines) {
      if (!compared) return;
      const wanted = lines.filter(
        line =>
          !asked.has(line) && (compared === 'below' || line.cells.some(cell => cell.since !== undefined)),
      );
      if (wanted.length === 0) return;
      for (const line of wanted) asked.add(line);
      const mine = words;
      const ids = new Map(wanted.map(line => [line.id, line]));
      void conversation.words(compared, [...ids.keys()]).then(({ rows }) => {
        if (mine !== words || !view) return;
        const index = new Map(view.levels.map(({ id }, level) => [id, level]));
        for (const { row, cells } of rows) {
          const line = ids.get(row);
          if (line) words.set(line, new Map(cells.map(cell => [index.get(cell.level) ?? -1, cell])));
        }
        refresh();
      });
    },
  };
}
