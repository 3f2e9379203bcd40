import type { CommandPlace, MatrixLine } from '../../../../protocol/matrix.ts';
import type { Scene } from '../scene.ts';
import type { Action } from './action.ts';

/** Where the selection goes when it moves by one: past its neighbour, or into the next parent. */
function target(
  scene: Scene,
  way: 1 | -1,
): { what: 'row' | 'topic' | 'area'; ids: string[]; to: CommandPlace } | undefined {
  const { line } = scene;
  if (line?.type === 'row') return rowTarget(scene, way);
  if (line?.type !== 'topic' && line?.type !== 'area') return undefined;
  const ids = [line.id];
  const next = shownSibling(scene, line.key, way);
  if (next) return { what: line.type, ids, to: way === 1 ? { below: next.id } : { above: next.id } };
  const section = line.type === 'topic' ? otherSection(scene, line.key, way) : undefined;
  if (!section) return undefined;
  const first = way === 1 ? nextOf(scene, section.key, 'topic') : undefined;
  return { what: 'topic', ids, to: first ? { above: first.id } : { endOf: section.id } };
}

function rowTarget(scene: Scene, way: 1 | -1): ReturnType<typeof target> {
  const { rows, places, layout } = scene;
  const edge = way === 1 ? rows.at(-1) : rows[0];
  if (!edge) return undefined;
  const ids = rows.map(({ id }) => id);
  const key = layout.rowKeys[(layout.rowIndex.get(edge.key) ?? -2) + way];
  const topic = places.above(edge.key, 'topic');
  const next = key === undefined ? undefined : places.row(key);
  if (next && places.above(next.key, 'topic') === topic)
    return { what: 'row', ids, to: way === 1 ? { below: next.id } : { above: next.id } };
  const other = topic && otherTopic(scene, topic.key, way);
  if (!other) return undefined;
  const first = way === 1 ? places.rowsOf(other)[0] : undefined;
  return { what: 'row', ids, to: first ? { above: first.id } : { endOf: other.id } };
}

/** The topic before or after, wherever that is. */
function otherTopic({ view, places }: Scene, key: string, way: 1 | -1) {
  const { lines } = view;
  for (let at = lines.findIndex(line => line.key === key) + way; lines[at]; at += way) {
    const line = lines[at]!;
    if (line.type === 'topic' && !line.withdrawn && !places.above(line.key, 'area')?.withdrawn) return line;
  }
  return undefined;
}

function otherSection({ view }: Scene, key: string, way: 1 | -1): MatrixLine | undefined {
  const { lines } = view;
  let own = lines.findIndex(line => line.key === key);
  while (own >= 0 && lines[own]!.type !== 'section') own--;
  for (let at = own + way; lines[at]; at += way) if (lines[at]!.type === 'section') return lines[at];
  return undefined;
}

/** The first line of a type directly inside another. */
function nextOf({ view }: Scene, key: string, type: MatrixLine['type']): MatrixLine | undefined {
  const line = view.lines[view.lines.findIndex(line => line.key === key) + 1];
  return line?.type === type ? line : undefined;
}

function shownSibling({ places, layout }: Scene, key: string, way: 1 | -1): MatrixLine | undefined {
  let next = places.sibling(key, way);
  while (next && !layout.indexOf.has(next.key)) next = places.sibling(next.key, way);
  return next;
}

function moving(way: 1 | -1): Action {
  const word = way === 1 ? 'down' : 'up';
  return {
    title: `Move ${word}`,
    keys: way === 1 ? 'Alt+Down' : 'Alt+Up',
    edits: true,
    not(scene) {
      if (scene.line?.type === 'section') return 'A section stays in its place: move its topics instead.';
      if (scene.rows.length === 0 && scene.line?.type === 'row') return 'Select a row first.';
      return target(scene, way) ? undefined : `It cannot go further ${word}.`;
    },
    async run(scene, hands) {
      const move = target(scene, way);
      if (move) await hands.run({ type: 'move', ...move });
    },
  };
}

export const moveUp = moving(-1);
export const moveDown = moving(1);
