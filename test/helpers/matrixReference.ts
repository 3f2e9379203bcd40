import type { CommandPlace, MatrixCommand, NewRow } from '../../src/core/matrix/commands/command.ts';
import { normaliseLine, normaliseStatement } from '../../src/core/model/statement.ts';
import type { Framework } from '../../src/core/model/types.ts';
import type { PublishedIds } from '../../src/core/publish/publishedRows.ts';

/** A framework whose values may be changed in place. */
type Loose<T> =
  T extends ReadonlyMap<infer K, infer V>
    ? Map<K, Loose<V>>
    : T extends readonly (infer I)[]
      ? Loose<I>[]
      : T extends object
        ? { -readonly [K in keyof T]: Loose<T[K]> }
        : T;
type LooseFramework = Loose<Framework>;
type LooseArea = LooseFramework['areas'][number];
type LooseSection = LooseArea['sections'][number];
type LooseTopic = LooseSection['topics'][number];
type LooseRow = LooseTopic['rows'][number];

/** Stands for an id that is yet to be given. */
export const NEW_ID = '*';

/**
 * What a command is to make of a framework, written as plainly as can be, on a copy that is changed in place and
 * without any of the product's own parts but the meaning of texts. New nodes bear {@link NEW_ID}.
 */
export function wanted(
  framework: Framework,
  command: MatrixCommand,
  published: PublishedIds | undefined,
): Framework {
  const copy = structuredClone(framework) as LooseFramework;
  new Reference(copy, published).do(command);
  return copy as Framework;
}

class Reference {
  readonly #f: LooseFramework;
  readonly #published: PublishedIds | undefined;

  constructor(framework: LooseFramework, published: PublishedIds | undefined) {
    this.#f = framework;
    this.#published = published;
  }

  do(command: MatrixCommand): void {
    switch (command.type) {
      case 'setTexts': {
        const seen = new Set<string>();
        for (const { row: id, level, was, text } of command.cells) {
          const row = this.#row(id);
          if (!row || !this.#hasLevel(level) || seen.has(`${id} ${level}`)) continue;
          seen.add(`${id} ${level}`);
          const now = row.statements.get(level);
          if (meant(now) === meant(text) || meant(now) !== meant(was)) continue;
          this.#state(row, level, text);
        }
        if (command.append) this.#insert(command.append.to, command.append.rows);
        return;
      }
      case 'setBlanks':
        for (const { row: id, level } of command.cells) {
          const row = this.#row(id);
          if (!row || !this.#hasLevel(level) || row.statements.has(level)) continue;
          if (command.meaning) row.blank.set(level, command.meaning);
          else row.blank.delete(level);
        }
        return;
      case 'setNote': {
        const { what, id, level } = command.target;
        if (what === 'row' && level !== undefined) {
          const row = this.#row(id);
          if (!row || !this.#hasLevel(level) || meant(row.notes.get(level)) !== meant(command.was)) return;
          if (meant(command.text)) row.notes.set(level, meant(command.text));
          else row.notes.delete(level);
          return;
        }
        const node =
          what === 'row'
            ? this.#row(id)
            : what === 'topic'
              ? this.#topic(id)
              : what === 'area'
                ? this.#area(id)
                : this.#section(id);
        if (!node || meant(node.note) !== meant(command.was)) return;
        if (meant(command.text)) node.note = meant(command.text);
        else delete node.note;
        return;
      }
      case 'setTitle': {
        const lists = { level: this.#f.levels, sectionKind: this.#f.sectionKinds, area: this.#f.areas };
        const node =
          command.what === 'topic'
            ? this.#topic(command.id)
            : lists[command.what].find(each => each.id === command.id);
        const title = normaliseLine(command.title);
        if (!node || normaliseLine(node.title ?? '') !== normaliseLine(command.was ?? '')) return;
        if (title) node.title = title;
        else if (command.what === 'area' || command.what === 'topic') delete node.title;
        return;
      }
      case 'replace':
        for (const { area, topic, row } of this.#rows())
          for (const { id: level } of this.#f.levels) {
            const { query, replacement, only } = command;
            const text = row.statements.get(level);
            if (text === undefined || only) continue;
            if (!query.withdrawn && (area.withdrawn || topic.withdrawn || row.withdrawn)) continue;
            if (query.levels?.includes(level) === false || query.areas?.includes(area.id) === false) continue;
            // The queries of the property match case and no whole words.
            const after = text.split(query.text).join(replacement);
            if (after !== text) this.#state(row, level, after);
          }
        return;
      case 'moveStatement': {
        const { from, to, was } = command;
        const [source, target] = [this.#row(from.row), this.#row(to.row)];
        if (!source || !target || !this.#hasLevel(from.level) || !this.#hasLevel(to.level)) return;
        const text = source.statements.get(from.level);
        if (text === undefined || meant(text) !== meant(was) || target.statements.has(to.level)) return;
        const note = source.notes.get(from.level);
        source.statements.delete(from.level);
        source.notes.delete(from.level);
        this.#state(target, to.level, text);
        const there = target.notes.get(to.level);
        if (note !== undefined) target.notes.set(to.level, there === undefined ? note : `${there}\n${note}`);
        return;
      }
      case 'insertRows':
        this.#insert(command.to, command.rows);
        return;
      case 'duplicateRows': {
        const rows = [...this.#rows()].map(({ row }) => row).filter(({ id }) => command.rows.includes(id));
        const last = rows.at(-1);
        const place = last && this.#place(list => list.rows, { below: last.id });
        place?.list.splice(
          place.at,
          0,
          ...rows.map(({ statements, blank }) => newRow(new Map(statements), new Map(blank))),
        );
        return;
      }
      case 'splitRow': {
        const row = this.#row(command.row);
        const now = row?.statements.get(command.level);
        if (!row || row.withdrawn || now === undefined || meant(now) !== meant(command.was)) return;
        if (!meant(command.first) || !meant(command.second)) return;
        this.#state(row, command.level, command.first);
        const place = this.#place(list => list.rows, { below: row.id })!;
        const made = newRow(new Map([[command.level, meant(command.second)]]), new Map());
        place.list.splice(place.at, 0, { ...made, splitFrom: row.id });
        return;
      }
      case 'mergeRows': {
        const ids = [command.into, ...command.rows];
        const rows = [...this.#rows()].map(({ row }) => row).filter(({ id }) => ids.includes(id));
        const into = rows.find(({ id }) => id === command.into);
        if (!into || rows.length < 2 || rows.length < new Set(ids).size) return;
        if (rows.some(({ withdrawn }) => withdrawn)) return;
        for (const { id: level } of this.#f.levels) {
          const texts = rows.map(({ statements }) => meant(statements.get(level))).filter(Boolean);
          const joined = [...new Set(texts)].join('\n');
          if (joined !== meant(into.statements.get(level))) this.#state(into, level, joined);
        }
        for (const row of rows)
          if (row !== into) row.withdrawn = { since: this.#f.details.version, replacedBy: [into.id] };
        return;
      }
      case 'move': {
        const isMoved = ({ id }: { id: string }) => command.ids.includes(id);
        if (command.what === 'area') move(this.#f.areas, isMoved, this.#rootAt(this.#f.areas, command.to));
        if (command.what === 'level') move(this.#f.levels, isMoved, this.#rootAt(this.#f.levels, command.to));
        if (command.what === 'row') {
          const place = this.#place(topic => topic.rows, command.to);
          if (place)
            this.#gather(
              [...this.#topics()].map(({ topic }) => topic.rows),
              isMoved,
              place,
            );
        }
        if (command.what !== 'topic' || ![...this.#topics()].some(({ topic }) => isMoved(topic))) return;
        const place = this.#topicPlace(command.to);
        if (place)
          this.#gather(
            this.#f.areas.flatMap(area => area.sections.map(section => section.topics)),
            isMoved,
            place,
          );
        return;
      }
      case 'delete':
        for (const { what, id } of command.nodes) {
          const list = this.#listOf(what, id);
          const node = list?.find(each => each.id === id);
          if (!list || !node || this.#isInside(what, id, command.nodes)) continue;
          if (!this.#wasPublished(what, node)) list.splice(list.indexOf(node), 1);
          else node.withdrawn ??= this.#withdrawal(command.reason);
        }
        return;
      case 'withdraw':
        for (const { what, id } of command.nodes) {
          const node = this.#listOf(what, id)?.find(each => each.id === id);
          if (node) node.withdrawn ??= this.#withdrawal(command.reason);
        }
        return;
      case 'restore':
        for (const { what, id } of command.nodes)
          delete this.#listOf(what, id)?.find(each => each.id === id)?.withdrawn;
        return;
      case 'insertTopic': {
        const place = this.#topicPlace(command.to);
        const title = normaliseLine(command.title ?? '');
        const rows = (command.rows ?? []).map(row => this.#made(row));
        place?.list.splice(place.at, 0, { id: NEW_ID, ...(title && { title }), rows, extra: new Map() });
        return;
      }
      case 'insertArea': {
        const at = this.#rootAt(this.#f.areas, command.to);
        const title = normaliseLine(command.title ?? '');
        const sections = this.#f.sectionKinds.map(({ id }) => ({ kind: id, topics: [], extra: new Map() }));
        if (at !== undefined)
          this.#f.areas.splice(at, 0, { id: NEW_ID, ...(title && { title }), sections, extra: new Map() });
        return;
      }
      case 'insertSection':
        this.#addSection(command.area, command.kind);
        return;
      case 'insertLevel': {
        const at = this.#rootAt(this.#f.levels, command.to);
        const title = normaliseLine(command.title);
        if (at !== undefined && title) this.#f.levels.splice(at, 0, { id: NEW_ID, title, extra: new Map() });
        return;
      }
      case 'removeLevel': {
        const rows = [...this.#rows()].map(({ row }) => row);
        const stated = rows.filter(({ statements }) => statements.has(command.level)).length;
        if (!this.#hasLevel(command.level) || this.#f.levels.length === 1 || stated !== command.statements)
          return;
        for (const row of rows)
          for (const cells of [row.statements, row.blank, row.notes]) cells.delete(command.level);
        this.#f.levels = this.#f.levels.filter(({ id }) => id !== command.level);
      }
    }
  }

  *#topics(): Generator<{ area: LooseArea; section: LooseSection; topic: LooseTopic }> {
    for (const area of this.#f.areas)
      for (const section of area.sections) for (const topic of section.topics) yield { area, section, topic };
  }

  *#rows(): Generator<{ area: LooseArea; topic: LooseTopic; row: LooseRow }> {
    for (const { area, topic } of this.#topics()) for (const row of topic.rows) yield { area, topic, row };
  }

  #row(id: string): LooseRow | undefined {
    return [...this.#rows()].find(({ row }) => row.id === id)?.row;
  }

  #topic(id: string): LooseTopic | undefined {
    return [...this.#topics()].find(({ topic }) => topic.id === id)?.topic;
  }

  #area(id: string): LooseArea | undefined {
    return this.#f.areas.find(area => area.id === id);
  }

  #section(id: string): LooseSection | undefined {
    for (const area of this.#f.areas)
      for (const section of area.sections) if (`${area.id}/${section.kind}` === id) return section;
    return undefined;
  }

  #hasLevel(id: string): boolean {
    return this.#f.levels.some(level => level.id === id);
  }

  #state(row: LooseRow, level: string, text: string): void {
    row.statements.delete(level);
    if (!meant(text)) return;
    row.statements.set(level, meant(text));
    row.blank.delete(level);
  }

  #made({ texts }: NewRow): LooseRow {
    const cells = texts.filter(({ level, text }) => this.#hasLevel(level) && meant(text));
    return newRow(new Map(cells.map(({ level, text }) => [level, meant(text)])), new Map());
  }

  #insert(to: CommandPlace, rows: readonly NewRow[]): void {
    const place = this.#place(topic => topic.rows, to);
    place?.list.splice(place.at, 0, ...rows.map(row => this.#made(row)));
  }

  #place(listOf: (topic: LooseTopic) => LooseRow[], to: CommandPlace) {
    for (const { topic } of this.#topics()) {
      const list = listOf(topic);
      if ('endOf' in to) {
        if (topic.id === to.endOf) return { list, at: list.length };
        continue;
      }
      const at = list.findIndex(({ id }) => id === ('above' in to ? to.above : to.below));
      if (at >= 0) return { list, at: 'above' in to ? at : at + 1 };
    }
    return undefined;
  }

  #topicPlace(to: CommandPlace) {
    if ('endOf' in to) {
      const [area = '', kind = ''] = to.endOf.split('/');
      const section = this.#section(to.endOf) ?? this.#addSection(area, kind);
      return section && { list: section.topics, at: section.topics.length };
    }
    for (const { section } of this.#topics()) {
      const at = section.topics.findIndex(({ id }) => id === ('above' in to ? to.above : to.below));
      if (at >= 0) return { list: section.topics, at: 'above' in to ? at : at + 1 };
    }
    return undefined;
  }

  #addSection(id: string, kind: string): LooseSection | undefined {
    const area = this.#area(id);
    const order = this.#f.sectionKinds.map(each => each.id);
    if (!area || !order.includes(kind) || area.sections.some(each => each.kind === kind)) return undefined;
    const section: LooseSection = { kind, topics: [], extra: new Map() };
    const at = area.sections.findIndex(each => order.indexOf(each.kind) > order.indexOf(kind));
    area.sections.splice(at < 0 ? area.sections.length : at, 0, section);
    return section;
  }

  #rootAt(list: readonly { id: string }[], to: CommandPlace): number | undefined {
    if ('endOf' in to) return list.length;
    const at = list.findIndex(({ id }) => id === ('above' in to ? to.above : to.below));
    return at < 0 ? undefined : 'above' in to ? at : at + 1;
  }

  /** Takes what is moved out of all lists, and puts it into one. */
  #gather<N extends { id: string }>(
    lists: N[][],
    isMoved: (node: N) => boolean,
    { list, at }: { list: N[]; at: number },
  ): void {
    const moved = lists.flatMap(each => each.filter(isMoved));
    const stays = list.slice(0, at).filter(node => !isMoved(node)).length;
    for (const each of lists) each.splice(0, each.length, ...each.filter(node => !isMoved(node)));
    list.splice(stays, 0, ...moved);
  }

  #listOf(what: 'row' | 'topic' | 'area', id: string): (LooseRow | LooseTopic | LooseArea)[] | undefined {
    if (what === 'area') return this.#f.areas;
    for (const { section, topic } of this.#topics()) {
      if (what === 'topic' && topic.id === id) return section.topics;
      if (what === 'row' && topic.rows.some(row => row.id === id)) return topic.rows;
    }
    return undefined;
  }

  #isInside(what: string, id: string, nodes: readonly { what: string; id: string }[]): boolean {
    const has = (kind: string, other: string) => nodes.some(node => node.what === kind && node.id === other);
    for (const { area, topic } of this.#topics()) {
      if (what === 'topic' && topic.id === id && has('area', area.id)) return true;
      if (what === 'row' && topic.rows.some(row => row.id === id))
        if (has('topic', topic.id) || has('area', area.id)) return true;
    }
    return false;
  }

  #wasPublished(what: 'row' | 'topic' | 'area', node: LooseRow | LooseTopic | LooseArea): boolean {
    if (!this.#published) return this.#f.details.supersedes !== undefined;
    if ([node.id, ...(node.formerIds ?? [])].some(id => this.#published?.[what].has(id))) return true;
    if ('sections' in node)
      return node.sections.some(({ topics }) => topics.some(topic => this.#wasPublished('topic', topic)));
    return 'rows' in node && node.rows.some(row => this.#wasPublished('row', row));
  }

  #withdrawal(reason: string | undefined): { since: string; reason?: string } {
    const said = normaliseLine(reason ?? '');
    return { since: this.#f.details.version, ...(said && { reason: said }) };
  }
}

function newRow(statements: Map<string, string>, blank: LooseRow['blank']): LooseRow {
  return { id: NEW_ID, statements, blank, notes: new Map(), extra: new Map() };
}

function meant(text: string | undefined): string {
  return normaliseStatement(text ?? '');
}

function move<N>(list: N[], isMoved: (node: N) => boolean, at: number | undefined): void {
  if (at === undefined) return;
  const moved = list.filter(isMoved);
  const stays = list.slice(0, at).filter(node => !isMoved(node)).length;
  list.splice(0, list.length, ...list.filter(node => !isMoved(node)));
  list.splice(stays, 0, ...moved);
}
