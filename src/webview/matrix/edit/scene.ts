import type {
  MatrixCommand,
  MatrixLine,
  MatrixView,
  OutcomeMessage,
  RowLine,
} from '../../../protocol/matrix.ts';
import type { Position } from '../grid/keys.ts';
import { type Block, blockOf, type Selection } from '../grid/selection.ts';
import type { Layout } from '../state/layout.ts';
import { type Places, placesIn } from '../state/places.ts';
import type { State, Toggle } from '../state/store.ts';

/** What an action acts on: the view, and what is selected in it. */
export interface Scene {
  readonly state: State;
  readonly view: MatrixView;
  readonly layout: Layout;
  readonly places: Places;
  readonly active: Position | undefined;
  /** The line of the active cell or heading. */
  readonly line: MatrixLine | undefined;
  readonly block: Block;
  /** The rows of the block. */
  readonly rows: readonly RowLine[];
  /** What a cell shows: its text, or the one on its way into the file. */
  textAt(key: string, level: number): string | undefined;
}

/** A cell and the text that it is to have. */
export interface CellEdit {
  readonly key: string;
  readonly level: number;
  readonly text: string;
}

/** What an action can do. */
export interface Hands {
  /** Sends a command; its outcome is announced and selected. */
  run(command: MatrixCommand): Promise<OutcomeMessage>;
  /** Sets texts, which are shown at once. */
  write(cells: readonly CellEdit[]): void;
  edit(position: Position, typed?: string): void;
  select(selection: Selection): void;
  announce(text: string): void;
  find(replace: boolean): void;
  findings(position: Position): void;
  showText(position: Position): void;
  toggle(what: Toggle): void;
  setWidth(level: number, by: number | undefined): void;
  hide(level: number): void;
  clipboard(what: 'copy' | 'cut' | 'paste'): void;
  history(what: 'undo' | 'redo'): void;
  /** Asks for a version to compare with, for the list of changes, or ends the comparison. */
  compare(what: 'choose' | 'list' | 'off'): void;
}

/** @param textAt what a cell shows, texts on their way included */
export function sceneOf(state: State, textAt: Scene['textAt']): Scene | undefined {
  const { view, layout, selection, levels } = state;
  if (!view || !layout) return undefined;
  const places = placesIn(view);
  const block = selection ? blockOf(layout, levels, selection) : { rows: [], levels: [] };
  return {
    ...{ state, view, layout, places, block, textAt },
    active: selection?.active,
    line: selection && places.line(selection.active.key),
    rows: block.rows.flatMap(key => places.row(key) ?? []),
  };
}

/** The cells of the block that say something. */
export function filledCells({ block, textAt }: Scene): { key: string; level: number; text: string }[] {
  return block.rows.flatMap(key =>
    block.levels.flatMap(level => {
      const text = textAt(key, level);
      return text === undefined || text === '' ? [] : [{ key, level, text }];
    }),
  );
}
