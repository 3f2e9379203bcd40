import { eachRow, type RowAt } from '../../model/index.ts';
import type { Area, Framework, Topic } from '../../model/types.ts';
import type { Sliced } from '../../slices.ts';
import { type NamedKind, namedIn } from '../named.ts';
import { matchKinds, matchLevels } from './columns.ts';
import { type Holder, type HolderPair, matchHolders } from './matchHolders.ts';
import { RowMatching, type SameTopics } from './matchRows.ts';
import { type Part, partsOf } from './origins.ts';
import { type RowText, Texts } from './texts.ts';

/** Two nodes that are one under different ids, found by likeness. */
export interface Same {
  readonly what: NamedKind;
  readonly before: string;
  readonly after: string;
  /** How sure that is, 0 to 1. */
  readonly confidence: number;
}

/** Where the words of a row come from, or went to. */
export interface Origin {
  readonly row: string;
  readonly confidence: number;
}

export interface Matching {
  readonly same: readonly Same[];
  /** New row → the older row that it was split from. */
  readonly splits: ReadonlyMap<string, Origin>;
  /** Row that is gone → the newer row that it was merged into. */
  readonly merges: ReadonlyMap<string, Origin>;
}

/** Whether the nodes that have this id in both versions are one. */
type Trust = (what: NamedKind, id: string) => boolean;

/** How alike rows must be, their place included: where ids are lost, and where most are kept. */
const LEAST_ALIKE = 0.5;
const LEAST_ALIKE_AMONG_KNOWN = 0.7;

/**
 * Finds out what is the same in two versions where ids do not tell: levels and kinds of section, rows, then topics
 * and areas by the rows they hold and by their titles; and which new rows were split from, and which lost ones
 * merged into, another. In slices.
 * @param trust says which ids can be gone by; former ids have been followed already
 */
export function matching(a: Framework, b: Framework, trust: Trust): Sliced<Matching> {
  return new FrameworkMatching(a, b, trust).find();
}

class FrameworkMatching {
  readonly #a: Framework;
  readonly #b: Framework;
  readonly #open: Readonly<Record<NamedKind, { before(id: string): boolean; after(id: string): boolean }>>;
  readonly #same: Same[] = [];

  constructor(a: Framework, b: Framework, trust: Trust) {
    this.#a = a;
    this.#b = b;
    const open = (what: NamedKind) => {
      const [before, after] = [idsIn(a, what), idsIn(b, what)];
      return {
        before: (id: string) => !after.has(id) || !trust(what, id),
        after: (id: string) => !before.has(id) || !trust(what, id),
      };
    };
    this.#open = {
      level: open('level'),
      sectionKind: open('sectionKind'),
      area: open('area'),
      topic: open('topic'),
      row: open('row'),
    };
  }

  *find(): Sliced<Matching> {
    const levels = this.#add('level', yield* matchLevels(this.#a, this.#b, this.#open.level));
    const kinds = this.#add('sectionKind', yield* matchKinds(this.#a, this.#b, this.#open.sectionKind));
    const [before, after] = [[...eachRow(this.#a)], [...eachRow(this.#b)]];
    const rowsOpen =
      before.some(({ row }) => this.#open.row.before(row.id)) ||
      after.some(({ row }) => this.#open.row.after(row.id));
    const holdersOpen = (['topic', 'area'] as const).some(
      what =>
        [...idsIn(this.#a, what)].some(this.#open[what].before) &&
        [...idsIn(this.#b, what)].some(this.#open[what].after),
    );
    if (!rowsOpen && !holdersOpen) return { same: this.#same, splits: new Map(), merges: new Map() };

    const texts = new Texts(before, after, id => levels.get(id) ?? id);
    yield;
    const byId = new Map(texts.after.map(text => [text.at.row.id, text]));
    const known = texts.before.flatMap((before): [RowText, RowText][] => {
      const after = this.#open.row.before(before.at.row.id) ? undefined : byId.get(before.at.row.id);
      return after ? [[before, after]] : [];
    });
    yield;
    const kept = 2 * known.length > Math.min(texts.before.length, texts.after.length);
    const rows = new RowMatching(texts, known, kept ? LEAST_ALIKE_AMONG_KNOWN : LEAST_ALIKE);
    const places = new Places(this.#a, this.#b, this.#open, kinds);
    yield;
    const reworded = known.filter(pair => !texts.saySame(...pair));
    yield;
    yield* texts.weighing([...rows.gone, ...rows.added, ...reworded.flat()]);
    yield;
    rows.matchUnique();
    yield;
    const guess = places.topics(places.areas(texts.before, rows), texts.before, rows);
    const topics = sameTopics(guess);
    rows.matchSame(topics);
    yield;
    yield* rows.matchAlike(topics);
    for (const pair of rows.pairs)
      if (!texts.saySame(pair.before, pair.after)) reworded.push([pair.before, pair.after]);
    reworded.sort(([one], [other]) => one.position - other.position);
    const origins = yield* originsOf(texts, rows, reworded);
    const areas = places.areas(texts.before, rows);
    this.#add('area', areas);
    this.#add('topic', places.topics(areas, texts.before, rows).found);
    for (const { before, after, confidence } of rows.pairs)
      this.#same.push({ what: 'row', before: before.at.row.id, after: after.at.row.id, confidence });
    return { same: this.#same, ...origins };
  }

  #add(what: NamedKind, pairs: readonly HolderPair[]): Map<string, string> {
    for (const pair of pairs) this.#same.push({ what, ...pair });
    return new Map(pairs.map(({ before, after }) => [before, after]));
  }
}

/**
 * Which rows were split from or merged into others.
 * @param reworded the rows that are one and say something else, in document order
 */
function* originsOf(
  texts: Texts,
  rows: RowMatching,
  reworded: readonly (readonly [RowText, RowText])[],
): Sliced<Pick<Matching, 'splits' | 'merges'>> {
  const { added, gone } = rows;
  const splits = yield* partsOf(texts, added, [...reworded, ...gone.map(row => [row, undefined] as const)]);
  const merges = yield* partsOf(texts, gone, [
    ...reworded.map(([before, after]) => [after, before] as const),
    ...added.map(row => [row, undefined] as const),
  ]);
  const origin = ({ row, whole, confidence }: Part): [string, Origin] => [
    row.at.row.id,
    { row: whole.at.row.id, confidence },
  ];
  return {
    splits: new Map(splits.map(part => origin({ ...part, row: rows.preferUpper(part.row, part.whole) }))),
    merges: new Map(merges.map(origin)),
  };
}

/** Finds which topics and areas are one by the rows that are. */
class Places {
  readonly #a: Framework;
  readonly #b: Framework;
  readonly #open: Readonly<
    Record<'area' | 'topic', { before(id: string): boolean; after(id: string): boolean }>
  >;
  readonly #kinds: ReadonlyMap<string, string>;

  constructor(
    a: Framework,
    b: Framework,
    open: Readonly<Record<'area' | 'topic', { before(id: string): boolean; after(id: string): boolean }>>,
    kinds: ReadonlyMap<string, string>,
  ) {
    this.#a = a;
    this.#b = b;
    this.#open = open;
    this.#kinds = kinds;
  }

  areas(texts: readonly RowText[], rows: RowMatching): HolderPair[] {
    const holders = (areas: readonly Area[]) =>
      areas.map((area): [Area, Holder] => {
        const size = area.sections
          .flatMap(({ topics }) => topics)
          .reduce((sum, topic) => sum + topic.rows.length, 0);
        return [area, { id: area.id, title: area.title ?? '', parent: '', size }];
      });
    return matched(
      holders(this.#a.areas.filter(({ id }) => this.#open.area.before(id))),
      holders(this.#b.areas.filter(({ id }) => this.#open.area.after(id))),
      at => at.area,
      texts,
      rows,
    );
  }

  topics(areas: readonly HolderPair[], texts: readonly RowText[], rows: RowMatching) {
    const areaNow = new Map(areas.map(({ before, after }) => [before, after]));
    const holders = (framework: Framework, now: boolean, open: (id: string) => boolean) => {
      const found: [Topic, Holder][] = [];
      for (const area of framework.areas)
        for (const section of area.sections)
          for (const topic of section.topics) {
            if (!open(topic.id)) continue;
            const kind = now ? section.kind : (this.#kinds.get(section.kind) ?? section.kind);
            const parent = `${now ? area.id : (areaNow.get(area.id) ?? area.id)}/${kind}`;
            found.push([topic, { id: topic.id, title: topic.title ?? '', parent, size: topic.rows.length }]);
          }
      return found;
    };
    const before = holders(this.#a, false, this.#open.topic.before);
    const after = holders(this.#b, true, this.#open.topic.after);
    const found = matched(before, after, at => at.topic, texts, rows);
    return { found, pairs: this.#topicPairs(found) };
  }

  /** The topics that are one, by their ids or as found. */
  #topicPairs(found: readonly HolderPair[]): [Topic, Topic][] {
    const now = new Map(found.map(({ before, after }) => [before, after]));
    const after = new Map(Array.from(topicsOf(this.#b), topic => [topic.id, topic]));
    return Array.from(topicsOf(this.#a)).flatMap((topic): [Topic, Topic][] => {
      const id = this.#open.topic.before(topic.id) ? now.get(topic.id) : topic.id;
      const other = id === undefined ? undefined : after.get(id);
      return other ? [[topic, other]] : [];
    });
  }
}

/** Matches holders of rows by the rows that were found to be one so far. */
function matched<T extends object>(
  before: readonly (readonly [T, Holder])[],
  after: readonly (readonly [T, Holder])[],
  holderOf: (at: RowAt) => object,
  texts: readonly RowText[],
  rows: RowMatching,
): HolderPair[] {
  if (before.length === 0 || after.length === 0) return [];
  const [left, right] = [before, after].map(
    list => new Map<object, number>(list.map(([node], position) => [node, position])),
  );
  const shared = new Map<number, Map<number, number>>();
  for (const row of texts) {
    const other = rows.afterOf(row);
    const from = left!.get(holderOf(row.at));
    const to = other && right!.get(holderOf(other.at));
    if (from === undefined || to === undefined) continue;
    const counts = shared.get(from) ?? new Map<number, number>();
    shared.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
  }
  return matchHolders(
    before.map(([, holder]) => holder),
    after.map(([, holder]) => holder),
    shared,
  );
}

function sameTopics({ pairs }: { readonly pairs: readonly (readonly [Topic, Topic])[] }): SameTopics {
  return {
    afterOf: new Map(pairs),
    beforeOf: new Map(pairs.map(([before, after]) => [after, before])),
  };
}

function* topicsOf(framework: Framework): Generator<Topic> {
  for (const area of framework.areas) for (const section of area.sections) yield* section.topics;
}

function idsIn(framework: Framework, what: NamedKind): Set<string> {
  return new Set(Array.from(namedIn(framework, what), ({ id }) => id));
}
