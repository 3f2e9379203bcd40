import { partsOfSectionId } from '../model/index.ts';
import type { CellKind, NodeKind } from './change.ts';

/** What each kind of node is called in a sentence. */
export const NAMES: Record<NodeKind, string> = {
  file: 'file',
  framework: 'framework',
  level: 'level',
  sectionKind: 'section kind',
  area: 'area',
  section: 'section',
  topic: 'topic',
  row: 'row',
};

/** What stands at a row and level is called in a sentence. */
export const CELL_NAMES: Record<CellKind, string> = {
  statement: 'statement',
  blank: 'meaning of the empty cell',
  note: 'note',
};

/** A node as a sentence names it: `row devices-1`, `section functions of area technical-skills`. */
export function nameOf(kind: NodeKind, id: string): string {
  if (kind === 'file' || kind === 'framework') return `the ${NAMES[kind]}`;
  if (kind !== 'section') return `${NAMES[kind]} ${id}`;
  const { area, kind: sectionKind } = partsOfSectionId(id);
  return `section ${sectionKind} of area ${area}`;
}

/** A cell as a sentence names it: `the statement at devices-1, 2nd`. */
export function nameOfCell(what: CellKind, row: string, level: string): string {
  return `the ${CELL_NAMES[what]} at ${row}, ${level}`;
}

export const gone = (kind: NodeKind, id: string) => `${nameOf(kind, id)} no longer exists`;
export const exists = (kind: NodeKind, id: string) => `${nameOf(kind, id)} exists already`;
export const changed = (what: string) => `${what} has changed meanwhile`;
