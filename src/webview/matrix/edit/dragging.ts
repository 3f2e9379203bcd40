import type { MatrixLine } from '../../../protocol/matrix.ts';
import type { Dragged, DragPorts } from '../grid/drag.ts';
import { HEADING } from '../grid/keys.ts';
import { single } from '../grid/selection.ts';
import { placesIn } from '../state/places.ts';
import type { State } from '../state/store.ts';
import { firstWords, plural } from '../words.ts';
import { type ListeningPorts, rowsTo } from './listening.ts';

interface DraggingPorts extends ListeningPorts {
  state(): State;
}

/** What is moved when rows and topics are dragged by their handles, and selected when these are clicked. */
export function draggingWith({ state, scene, grid, hands }: DraggingPorts): DragPorts {
  /** All selected rows go along with one of them. */
  function linesOf({ what, key }: Dragged): readonly MatrixLine[] {
    const now = scene();
    const own = now?.places.line(key);
    if (!now || !own) return [];
    return what === 'row' && now.rows.some(row => row.key === key) ? now.rows : [own];
  }

  return {
    canMove() {
      const { lock, problem } = state();
      if (!lock && !problem) return true;
      hands.announce(lock?.message ?? 'The text cannot be read at the moment.');
      return false;
    },
    clicked({ what, key }, extend) {
      const now = scene();
      if (!now) return;
      const level = state().levels[0] ?? 0;
      if (what === 'topic') grid.select(single({ key, level: HEADING }));
      else if (extend) grid.select(rowsTo(now, key));
      else grid.select({ active: { key, level }, corner: { key, level }, whole: 'rows' });
    },
    begins(dragged) {
      const lines = linesOf(dragged);
      if (lines.length > 1) return plural(lines.length, 'row');
      const [line] = lines;
      if (!line) return '';
      return firstWords(
        line.type === 'row' ? (line.cells.find(cell => cell.text)?.text ?? 'Row') : (line.title ?? ''),
      );
    },
    idOf(key) {
      const { view } = state();
      return view && placesIn(view).line(key)?.id;
    },
    firstTopicOf(key) {
      const { view } = state();
      const after = view?.lines[view.lines.findIndex(line => line.key === key) + 1];
      return after?.type === 'topic' ? after.id : undefined;
    },
    drop(dragged, to) {
      const ids = linesOf(dragged).map(({ id }) => id);
      const beside = 'above' in to ? to.above : 'below' in to ? to.below : undefined;
      if (beside === undefined || !ids.includes(beside))
        void hands.run({ type: 'move', what: dragged.what, ids, to });
    },
  };
}
