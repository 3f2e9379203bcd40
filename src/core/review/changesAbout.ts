import type { Cell, Change } from '../changes/change.ts';
import type { Conflict } from '../changes/merge.ts';
import { indexFramework } from '../model/index.ts';
import type { Framework } from '../model/types.ts';

const HOLDERS: ReadonlySet<string> = new Set(['area', 'section', 'topic']);

/** What a conflict is about. */
export type About = Pick<Conflict, 'what' | 'id' | 'row' | 'level' | 'field'>;

/** Whether a change is one of what a conflict is about; of a whole node also those of its words and cells. */
export function isAbout(change: Change, { what, id, row, level, field }: About): boolean {
  const cells = cellsOf(change);
  if (row !== undefined) return cells.some(cell => cell.row === row && cell.level === level);
  const isWhole = field === undefined || field === 'withdrawn';
  if (isWhole && what === 'row' && cells.some(cell => cell.row === id)) return true;
  if (!('id' in change) || change.what !== what || (change.id !== id && what !== 'file')) return false;
  if (isWhole) return true;
  // What was added was put somewhere.
  if (field === 'place') return change.op === 'move' || change.op === 'add';
  return 'field' in change && change.field === field;
}

function cellsOf(change: Change): readonly Cell[] {
  if ('row' in change) return [change];
  return change.op === 'move' && change.what === 'statement' ? [change.from, change.to] : [];
}

/** Changes by what they are about, so that those of many conflicts are found without looking at all for each. */
export class ChangesAbout {
  /** By the id that a change, or a conflict that it may be of, names; in their order. */
  readonly #byName = new Map<string, Change[]>();
  readonly #all: readonly Change[];

  constructor(changes: readonly Change[]) {
    this.#all = changes;
    for (const change of changes) {
      const names = 'id' in change ? [change.id] : cellsOf(change).map(({ row }) => row);
      for (const name of new Set(names)) {
        const known = this.#byName.get(name);
        if (known) known.push(change);
        else this.#byName.set(name, [change]);
      }
    }
  }

  /** Those that are of what a conflict is about. */
  of(about: About): Change[] {
    const name = about.row ?? about.id;
    // The file as a whole goes by no name.
    const near = name === undefined || about.what === 'file' ? this.#all : (this.#byName.get(name) ?? []);
    return near.filter(change => isAbout(change, about));
  }

  /**
   * Those of what stands in the area, section or topic that a conflict is about as a whole.
   * @param frameworks those between which the changes lead
   */
  within({ what, id, field }: About, frameworks: readonly Framework[]): Change[] {
    if (field !== undefined || id === undefined || !HOLDERS.has(what)) return [];
    const holdersOf = (row: string) =>
      frameworks.flatMap(framework => {
        const at = indexFramework(framework).row(row);
        return at
          ? [`topic ${at.topic.id}`, `section ${at.area.id}/${at.section.kind}`, `area ${at.area.id}`]
          : [];
      });
    return this.#all.filter(change => {
      const put = 'to' in change ? Object.entries(change.to).map(([kind, name]) => `${kind} ${name}`) : [];
      const rows = [
        ...cellsOf(change).map(({ row }) => row),
        ...('id' in change && change.what === 'row' ? [change.id] : []),
      ];
      return [...put, ...rows.flatMap(holdersOf)].includes(`${what} ${id}`);
    });
  }
}
