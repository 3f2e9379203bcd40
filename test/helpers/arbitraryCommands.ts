import fc from 'fast-check';
import type {
  CommandPlace,
  MatrixCommand,
  NewRow,
  NodeName,
} from '../../src/core/matrix/commands/command.ts';
import { eachRow } from '../../src/core/model/index.ts';
import type { Framework, Row } from '../../src/core/model/types.ts';
import { lines, statementTexts } from './arbitraryTexts.ts';

const TYPES = [
  ...(['setTexts', 'setTexts', 'setTexts', 'setBlanks', 'setNote', 'setTitle', 'replace'] as const),
  ...(['moveStatement', 'insertRows', 'duplicateRows', 'splitRow', 'mergeRows', 'move', 'move'] as const),
  ...(['delete', 'withdraw', 'restore', 'insertTopic', 'insertArea', 'insertSection'] as const),
  ...(['insertLevel', 'removeLevel'] as const),
] satisfies readonly MatrixCommand['type'][];

/** What somebody may do, before it is known in which framework. */
export interface CommandRecipe {
  readonly type: MatrixCommand['type'];
  readonly picks: readonly number[];
  readonly texts: readonly string[];
  readonly line: string;
}

export const commandRecipes: fc.Arbitrary<CommandRecipe> = fc.record({
  type: fc.constantFrom(...TYPES),
  picks: fc.array(fc.nat(999), { minLength: 16, maxLength: 16 }),
  texts: fc.array(fc.oneof(statementTexts, fc.constantFrom('', ' \n', 'a\r\n\r\nb')), {
    minLength: 3,
    maxLength: 3,
  }),
  line: fc.oneof(lines, fc.constant(' ')),
});

/** The command of a recipe in a framework; now and then about what is not there, or was seen long ago. */
export function commandOf(recipe: CommandRecipe, framework: Framework): MatrixCommand {
  return new Maker(recipe, framework).make(recipe.type);
}

const GONE = 'gone-for-long';

class Maker {
  readonly #recipe: CommandRecipe;
  readonly #framework: Framework;
  readonly #rows: readonly Row[];
  readonly #topics: readonly string[];
  #used = 0;

  constructor(recipe: CommandRecipe, framework: Framework) {
    this.#recipe = recipe;
    this.#framework = framework;
    this.#rows = Array.from(eachRow(framework), ({ row }) => row);
    this.#topics = framework.areas.flatMap(area =>
      area.sections.flatMap(section => section.topics.map(({ id }) => id)),
    );
  }

  make(type: MatrixCommand['type']): MatrixCommand {
    const { line } = this.#recipe;
    switch (type) {
      case 'setTexts': {
        const cells = Array.from({ length: 1 + this.#pick(4) }, () => ({
          ...this.#seenCell(),
          text: this.#text(),
        }));
        const append = { to: this.#place('row'), rows: this.#newRows() };
        return { type, cells, ...(this.#pick(4) === 0 && { append }) };
      }
      case 'setBlanks': {
        const cells = Array.from({ length: 1 + this.#pick(3) }, () => this.#cell());
        const meaning = ([null, 'missing', 'as-below', 'not-applicable'] as const)[this.#pick(4)]!;
        return { type, cells, meaning };
      }
      case 'setNote': {
        const target = this.#target();
        const was = this.#stale() ? 'seen long ago' : this.#noteAt(target);
        return { type, target, ...(was !== undefined && { was }), text: this.#text() };
      }
      case 'setTitle': {
        const what = (['area', 'topic', 'sectionKind', 'level'] as const)[this.#pick(4)]!;
        const { areas, sectionKinds, levels } = this.#framework;
        const topics = areas.flatMap(area => area.sections.flatMap(section => section.topics));
        const node = this.#of<{ id: string; title?: string | undefined }>(
          { area: areas, topic: topics, sectionKind: sectionKinds, level: levels }[what],
        );
        const was = this.#stale() ? 'seen long ago' : node?.title;
        return { type, what, id: node?.id ?? GONE, ...(was !== undefined && { was }), title: line };
      }
      case 'replace': {
        const letters = [...(this.#of([...(this.#of(this.#rows)?.statements.values() ?? [])]) ?? 'e')];
        const at = this.#pick(letters.length);
        const query = {
          text: letters.slice(at, at + 1 + this.#pick(3)).join(''),
          matchCase: true,
          wholeWord: false,
          withdrawn: this.#pick(2) === 0,
          ...(this.#pick(3) === 0 && { levels: this.#framework.levels.slice(1).map(({ id }) => id) }),
          ...(this.#pick(3) === 0 && { areas: this.#framework.areas.slice(1).map(({ id }) => id) }),
        };
        return { type, query, replacement: this.#text() };
      }
      case 'moveStatement': {
        const { was = '', ...from } = this.#seenCell();
        return { type, from, was, to: this.#cell() };
      }
      case 'insertRows':
        return { type, to: this.#place('row'), rows: this.#newRows() };
      case 'duplicateRows':
        return { type, rows: this.#rowIds(3) };
      case 'splitRow': {
        const { was = '', ...cell } = this.#seenCell();
        return { type, ...cell, was, first: this.#text(), second: this.#text() };
      }
      case 'mergeRows':
        return { type, into: this.#rowIds(1)[0] ?? GONE, rows: this.#rowIds(2) };
      case 'move': {
        const what = (['row', 'row', 'topic', 'area', 'level'] as const)[this.#pick(5)]!;
        return { type, what, ids: this.#idsOf(what, 3), to: this.#place(what) };
      }
      case 'delete':
      case 'withdraw':
        return { type, nodes: this.#nodes(), ...(this.#pick(2) === 0 && { reason: line }) };
      case 'restore': {
        const withdrawn = this.#rows.filter(row => row.withdrawn);
        const nodes = withdrawn.slice(0, 2).map(({ id }) => ({ what: 'row', id }) as const);
        return { type, nodes: this.#pick(2) ? nodes : this.#nodes() };
      }
      case 'insertTopic': {
        const rows = this.#newRows();
        return { type, to: this.#place('topic'), title: line, ...(this.#pick(2) === 0 && { rows }) };
      }
      case 'insertArea':
        return { type, to: this.#place('area'), ...(this.#pick(2) === 0 && { title: line }) };
      case 'insertSection':
        return {
          type,
          area: this.#idsOf('area', 1)[0] ?? GONE,
          kind: this.#of(this.#framework.sectionKinds)?.id ?? GONE,
        };
      case 'insertLevel':
        return { type, to: this.#place('level'), title: line };
      case 'removeLevel': {
        const level = this.#idsOf('level', 1)[0] ?? GONE;
        const stated = this.#rows.filter(({ statements }) => statements.has(level)).length;
        return { type, level, statements: this.#stale() ? stated + 1 : stated };
      }
    }
  }

  #pick(below: number): number {
    return this.#recipe.picks[this.#used++ % this.#recipe.picks.length]! % Math.max(1, below);
  }

  #of<T>(list: readonly T[]): T | undefined {
    return list[this.#pick(list.length)];
  }

  #stale(): boolean {
    return this.#pick(6) === 0;
  }

  #text(): string {
    return this.#of(this.#recipe.texts)!;
  }

  #cell() {
    const { id: level = GONE } = this.#of(this.#framework.levels) ?? {};
    return { row: this.#rowIds(1)[0] ?? GONE, level: this.#pick(20) === 0 ? GONE : level };
  }

  /** A cell with what the page saw there. */
  #seenCell() {
    const cell = this.#cell();
    const now = this.#rows.find(({ id }) => id === cell.row)?.statements.get(cell.level);
    const was = this.#stale() ? 'seen long ago' : now;
    return { ...cell, ...(was !== undefined && { was }) };
  }

  #rowIds(most: number): string[] {
    return this.#idsOf('row', most);
  }

  #idsOf(what: 'row' | 'topic' | 'area' | 'level', most: number): string[] {
    const ids = {
      row: this.#rows.map(({ id }) => id),
      topic: this.#topics,
      area: this.#framework.areas.map(({ id }) => id),
      level: this.#framework.levels.map(({ id }) => id),
    }[what];
    return Array.from({ length: 1 + this.#pick(most) }, () =>
      this.#pick(20) === 0 ? GONE : (this.#of(ids) ?? GONE),
    );
  }

  #place(what: 'row' | 'topic' | 'area' | 'level'): CommandPlace {
    const id = this.#idsOf(what, 1)[0]!;
    const side = this.#pick(3);
    if (side === 0) return { above: id };
    if (side === 1) return { below: id };
    if (what === 'row') return { endOf: this.#of(this.#topics) ?? GONE };
    if (what !== 'topic') return { endOf: '' };
    const area = this.#of(this.#framework.areas)?.id ?? GONE;
    return { endOf: `${area}/${this.#of(this.#framework.sectionKinds)?.id ?? GONE}` };
  }

  #newRows(): NewRow[] {
    return Array.from({ length: 1 + this.#pick(2) }, () => ({
      texts: this.#framework.levels
        .slice(this.#pick(3))
        .map(({ id: level }) => ({ level, text: this.#text() })),
    }));
  }

  #nodes(): NodeName[] {
    return Array.from({ length: 1 + this.#pick(3) }, () => {
      const what = (['row', 'row', 'row', 'topic', 'area'] as const)[this.#pick(5)]!;
      return { what, id: this.#idsOf(what, 1)[0]! };
    });
  }

  #target() {
    const what = (['row', 'row', 'topic', 'area'] as const)[this.#pick(4)]!;
    const id = this.#idsOf(what, 1)[0]!;
    const level = this.#of(this.#framework.levels)?.id;
    return { what, id, ...(what === 'row' && this.#pick(2) === 0 && level !== undefined && { level }) };
  }

  #noteAt({ what, id, level }: { what: string; id: string; level?: string }): string | undefined {
    const { areas } = this.#framework;
    if (what === 'area') return areas.find(area => area.id === id)?.note;
    const topics = areas.flatMap(area => area.sections.flatMap(section => section.topics));
    if (what === 'topic') return topics.find(topic => topic.id === id)?.note;
    const row = this.#rows.find(row => row.id === id);
    return level === undefined ? row?.note : row?.notes.get(level);
  }
}
