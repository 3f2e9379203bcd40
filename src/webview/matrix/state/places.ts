import type { MatrixLine, MatrixTarget, MatrixView, RowLine, TopicLine } from '../../../protocol/matrix.ts';
import { HEADING, type Position } from '../grid/keys.ts';

/** Which line is where, and what stands around it: looked up by key, as often as anybody likes. */
export interface Places {
  line(key: string): MatrixLine | undefined;
  row(key: string): RowLine | undefined;
  /** Of the line itself, or of the nearest above it of that type. */
  above<T extends MatrixLine['type']>(key: string, type: T): Extract<MatrixLine, { type: T }> | undefined;
  /** The rows of a topic, withdrawn ones included. */
  rowsOf(topic: TopicLine): readonly RowLine[];
  /** The nearest lines of the same type in the same parent. */
  sibling(key: string, way: 1 | -1): MatrixLine | undefined;
}

const RANK = { area: 0, section: 1, topic: 2, row: 3 };
const made = new WeakMap<readonly MatrixLine[], Places>();
/** The index of each line by its key. */
const orders = new WeakMap<readonly MatrixLine[], ReadonlyMap<string, number>>();

/** Lets lines use what is known of others that have the same keys in the same places, which saves a walk. */
export function shareOrder(from: readonly MatrixLine[], to: readonly MatrixLine[]): void {
  const order = orders.get(from);
  if (order) orders.set(to, order);
}

/** The places of a view's lines; made once a view. */
export function placesIn({ lines }: MatrixView): Places {
  const known = made.get(lines);
  if (known) return known;
  const at = orders.get(lines) ?? new Map(lines.map((line, index) => [line.key, index]));
  orders.set(lines, at);
  const indexOf = (key: string) => at.get(key) ?? -1;
  const places: Places = {
    line: key => lines[indexOf(key)],
    row(key) {
      const line = places.line(key);
      return line?.type === 'row' ? line : undefined;
    },
    above<T extends MatrixLine['type']>(key: string, type: T) {
      let index = indexOf(key);
      while (index >= 0 && lines[index]?.type !== type) {
        if (RANK[lines[index]!.type] < RANK[type]) return undefined;
        index--;
      }
      return lines[index] as Extract<MatrixLine, { type: T }> | undefined;
    },
    rowsOf(topic) {
      const rows: RowLine[] = [];
      for (let index = indexOf(topic.key) + 1; lines[index]?.type === 'row'; index++)
        rows.push(lines[index] as RowLine);
      return rows;
    },
    sibling(key, way) {
      const index = indexOf(key);
      const type = lines[index]?.type;
      if (!type) return undefined;
      for (let other = index + way; lines[other]; other += way) {
        if (lines[other]!.type === type) return lines[other];
        if (RANK[lines[other]!.type] < RANK[type]) return undefined;
      }
      return undefined;
    },
  };
  made.set(lines, places);
  return places;
}

/** Where a target is in a view. */
export function positionOf(view: MatrixView, target: MatrixTarget): Position | undefined {
  const line = view.lines.find(line => line.type === target.what && line.id === target.id);
  if (!line) return undefined;
  if (line.type !== 'row') return { key: line.key, level: HEADING };
  return { key: line.key, level: view.levels.findIndex(level => level.id === target.level) };
}

/** What a position is in the framework, for the extension. */
export function targetOf(view: MatrixView, position: Position): MatrixTarget | undefined {
  const line = placesIn(view).line(position.key);
  if (!line) return undefined;
  const level = view.levels[position.level]?.id;
  return { what: line.type, id: line.id, ...(line.type === 'row' && level !== undefined && { level }) };
}
