import fc from 'fast-check';
import { BLANK_MEANINGS } from '../../src/core/model/schema.ts';
import type { BlankMeaning, Framework, Plain, Withdrawn } from '../../src/core/model/types.ts';
import { extraKeys, ids, lines, plains, statementTexts } from './arbitraryTexts.ts';

/** A copy that can be changed in place. */
type Mutable<T> =
  T extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : T extends readonly (infer U)[]
      ? Mutable<U>[]
      : T extends object
        ? { -readonly [P in keyof T]: Mutable<T[P]> }
        : T;
type Editable = Mutable<Framework>;
type Area = Editable['areas'][number];
type Section = Area['sections'][number];
type Topic = Section['topics'][number];
type Row = Topic['rows'][number];
type Column = Editable['levels'][number];

/** One edit with all that it may need; `n`, `m` and `k` pick among what is there. */
interface Edit {
  readonly name: keyof typeof EDITS;
  n: number;
  m: number;
  readonly k: number;
  id: string;
  readonly text: string;
  readonly title: string;
  readonly blank: BlankMeaning;
  readonly key: string;
  readonly plain: Plain;
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
const sectionsOf = (f: Editable): Section[] => f.areas.flatMap(area => area.sections);
const topicsOf = (f: Editable): Topic[] => sectionsOf(f).flatMap(section => section.topics);
const rowsOf = (f: Editable): Row[] => topicsOf(f).flatMap(topic => topic.rows);
const levelOf = (f: Editable, n: number): string => pick(f.levels, n)!.id;

function fresh(nodes: readonly { readonly id: string }[], wanted: string): string {
  const taken = new Set(nodes.map(node => node.id));
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

function moveWithin<T>(list: T[], from: number, to: number): void {
  if (list.length === 0) return;
  const [item] = list.splice(from % list.length, 1);
  list.splice(to % (list.length + 1), 0, item!);
}

function moveTo<T>(from: T[], item: T, to: T[], position: number): void {
  from.splice(from.indexOf(item), 1);
  to.splice(position % (to.length + 1), 0, item);
}

function renameNode(node: { id: string; formerIds?: string[] | undefined }, id: string): void {
  node.formerIds = [...(node.formerIds ?? []), node.id];
  node.id = id;
}

function renameKey<V>(map: Map<string, V>, from: string, to: string): void {
  const value = map.get(from);
  if (value === undefined) return;
  map.delete(from);
  map.set(to, value);
}

function setStatement(row: Row, level: string, text: string): void {
  row.statements.set(level, text);
  row.blank.delete(level);
}

function newRow(f: Editable, { id, text, n }: Edit): Row {
  return {
    id: fresh(rowsOf(f), id),
    statements: new Map([[levelOf(f, n), text]]),
    blank: new Map(),
    notes: new Map(),
    extra: new Map(),
  };
}

const onRow = (edit: (f: Editable, row: Row, e: Edit) => void) => (f: Editable, e: Edit) => {
  const row = pick(rowsOf(f), e.n);
  if (row) edit(f, row, e);
};
const onTopic = (edit: (f: Editable, topic: Topic, e: Edit) => void) => (f: Editable, e: Edit) => {
  const topic = pick(topicsOf(f), e.n);
  if (topic) edit(f, topic, e);
};
const onArea = (edit: (f: Editable, area: Area, e: Edit) => void) => (f: Editable, e: Edit) => {
  const area = pick(f.areas, e.n);
  if (area) edit(f, area, e);
};
const homeOf = (f: Editable, row: Row) => topicsOf(f).find(topic => topic.rows.includes(row))!;
const sectionOf = (f: Editable, topic: Topic) =>
  sectionsOf(f).find(section => section.topics.includes(topic))!;
const withdrawal = ({ key, title }: Edit): Withdrawn =>
  key === 'x-a' ? { since: '1.3' } : { since: '1.3', reason: title };

function renameColumn(list: Column[], { n, id }: Edit): [string, string] {
  const column = pick(list, n)!;
  const before = column.id;
  renameNode(column, fresh(list, id));
  return [before, column.id];
}

const EDITS = {
  reword: onRow((f, row, e) => setStatement(row, levelOf(f, e.m), e.text)),
  clear: onRow((f, row, e) => {
    row.statements.delete(levelOf(f, e.m));
  }),
  relevel: onRow((f, row, e) => {
    const from = pick([...row.statements.keys()], e.m);
    const to = levelOf(f, e.k);
    if (from === undefined || row.statements.has(to)) return;
    setStatement(row, to, row.statements.get(from)!);
    row.statements.delete(from);
    renameKey(row.notes, from, to);
  }),
  swap: onRow((f, row, e) => {
    const [a, b] = [levelOf(f, e.m), levelOf(f, e.k)];
    const [first, second] = [row.statements.get(a), row.statements.get(b)];
    if (first === undefined || second === undefined) return;
    row.statements.set(a, second).set(b, first);
  }),
  setBlank: onRow((f, row, e) => {
    const level = levelOf(f, e.m);
    if (!row.statements.has(level)) row.blank.set(level, e.blank);
  }),
  noteCell: onRow((f, row, e) => {
    row.notes.set(levelOf(f, e.m), e.text);
  }),
  unnoteCell: onRow((f, row, e) => {
    row.notes.delete(levelOf(f, e.m));
  }),
  noteRow: onRow((_, row, e) => {
    row.note = e.text;
  }),
  addRow: onTopic((f, topic, e) => {
    topic.rows.splice(e.m % (topic.rows.length + 1), 0, newRow(f, e));
  }),
  removeRow: onRow((f, row) => {
    const topic = homeOf(f, row);
    topic.rows.splice(topic.rows.indexOf(row), 1);
  }),
  orderRow: onTopic((_, topic, e) => moveWithin(topic.rows, e.m, e.k)),
  moveRow: onRow((f, row, e) => moveTo(homeOf(f, row).rows, row, pick(topicsOf(f), e.m)!.rows, e.k)),
  renameRow: onRow((f, row, e) => renameNode(row, fresh(rowsOf(f), e.id))),
  withdrawRow: onRow((_, row, e) => {
    row.withdrawn = withdrawal(e) as Row['withdrawn'];
  }),
  splitRow: onRow((f, row, e) => {
    const { rows } = homeOf(f, row);
    rows.splice(rows.indexOf(row) + 1, 0, { ...newRow(f, e), splitFrom: row.id });
  }),
  mergeRow: onRow((f, row, e) => {
    const other = pick(rowsOf(f), e.m)!;
    if (other === row) return;
    setStatement(other, levelOf(f, e.k), e.text);
    row.withdrawn = { since: '1.3', replacedBy: [other.id] };
  }),
  extraRow: onRow((_, row, e) => {
    row.extra.set(e.key, e.plain);
  }),
  unextraRow: onRow((_, row) => row.extra.clear()),
  addTopic: (f: Editable, e: Edit) => {
    const section = pick(sectionsOf(f), e.n);
    const topic: Topic = { id: fresh(topicsOf(f), e.id), title: e.title, rows: [], extra: new Map() };
    section?.topics.splice(e.m % (section.topics.length + 1), 0, topic);
  },
  removeTopic: onTopic((f, topic) => {
    const { topics } = sectionOf(f, topic);
    topics.splice(topics.indexOf(topic), 1);
  }),
  orderTopic: (f: Editable, e: Edit) => {
    const section = pick(sectionsOf(f), e.n);
    if (section) moveWithin(section.topics, e.m, e.k);
  },
  moveTopic: onTopic((f, topic, e) =>
    moveTo(sectionOf(f, topic).topics, topic, pick(sectionsOf(f), e.m)!.topics, e.k),
  ),
  renameTopic: onTopic((f, topic, e) => renameNode(topic, fresh(topicsOf(f), e.id))),
  retitleTopic: onTopic((_, topic, e) => {
    topic.title = e.title;
  }),
  untitleTopic: onTopic((_, topic) => {
    delete topic.title;
  }),
  withdrawTopic: onTopic((_, topic, e) => {
    topic.withdrawn = withdrawal(e) as Topic['withdrawn'];
  }),
  addSection: onArea((f, area, e) => {
    const kind = pick(f.sectionKinds, e.m)!.id;
    if (area.sections.some(section => section.kind === kind)) return;
    area.sections.splice(e.k % (area.sections.length + 1), 0, { kind, topics: [], extra: new Map() });
  }),
  removeSection: onArea((_, area, e) => {
    area.sections.splice(e.m % (area.sections.length || 1), 1);
  }),
  orderSection: onArea((_, area, e) => moveWithin(area.sections, e.m, e.k)),
  addArea: (f: Editable, e: Edit) => {
    const area: Area = { id: fresh(f.areas, e.id), title: e.title, sections: [], extra: new Map() };
    f.areas.splice(e.m % (f.areas.length + 1), 0, area);
  },
  removeArea: (f: Editable, e: Edit) => {
    f.areas.splice(e.n % (f.areas.length || 1), 1);
  },
  orderArea: (f: Editable, e: Edit) => moveWithin(f.areas, e.m, e.k),
  renameArea: onArea((f, area, e) => renameNode(area, fresh(f.areas, e.id))),
  retitleArea: onArea((_, area, e) => {
    area.title = e.title;
  }),
  addLevel: (f: Editable, e: Edit) => {
    f.levels.splice(e.m % (f.levels.length + 1), 0, {
      id: fresh(f.levels, e.id),
      title: e.title,
      extra: new Map(),
    });
  },
  removeLevel: (f: Editable, e: Edit) => {
    if (f.levels.length === 1) return;
    const [level] = f.levels.splice(e.n % f.levels.length, 1);
    for (const row of rowsOf(f))
      for (const cells of [row.statements, row.blank, row.notes]) cells.delete(level!.id);
  },
  orderLevel: (f: Editable, e: Edit) => moveWithin(f.levels, e.m, e.k),
  renameLevel: (f: Editable, e: Edit) => {
    const [from, to] = renameColumn(f.levels, e);
    for (const row of rowsOf(f)) {
      renameKey(row.statements, from, to);
      renameKey(row.blank, from, to);
      renameKey(row.notes, from, to);
    }
  },
  retitleLevel: (f: Editable, e: Edit) => {
    pick(f.levels, e.n)!.title = e.title;
  },
  addKind: (f: Editable, e: Edit) => {
    f.sectionKinds.push({ id: fresh(f.sectionKinds, e.id), title: e.title, extra: new Map() });
  },
  removeKind: (f: Editable, e: Edit) => {
    if (f.sectionKinds.length === 1) return;
    const [gone] = f.sectionKinds.splice(e.n % f.sectionKinds.length, 1);
    for (const area of f.areas) area.sections = area.sections.filter(section => section.kind !== gone!.id);
  },
  renameKind: (f: Editable, e: Edit) => {
    const [from, to] = renameColumn(f.sectionKinds, e);
    for (const section of sectionsOf(f)) if (section.kind === from) section.kind = to;
  },
  setDetails: (f: Editable, e: Edit) => {
    if (e.n % 3 === 0) f.details.title = e.title;
    else if (e.n % 3 === 1) f.details.description = e.text;
    else f.details.id = e.id;
  },
  setTerm: (f: Editable, e: Edit) => {
    f.glossary.set(e.m % 2 ? e.title : (pick([...f.glossary.keys()], e.n) ?? e.title), e.text);
  },
  removeTerm: (f: Editable, e: Edit) => {
    f.glossary.delete(pick([...f.glossary.keys()], e.n) ?? '');
  },
  setExtra: (f: Editable, e: Edit) => {
    const holders = [f, f.details, ...f.levels, ...f.areas, ...sectionsOf(f), ...topicsOf(f)];
    pick(holders, e.n)!.extra.set(e.key, e.plain);
  },
};

/** What people do: words and rows far more often than levels and areas. */
const EVERYDAY: readonly Edit['name'][] = [
  ...(['reword', 'reword', 'clear', 'relevel', 'addRow', 'addRow', 'removeRow', 'orderRow'] as const),
  ...(['moveRow', 'moveRow', 'withdrawRow', 'moveTopic', 'orderTopic', 'addTopic', 'removeTopic'] as const),
];

/** One realistic edit. */
export const edits: fc.Arbitrary<Edit> = fc.record({
  name: fc.oneof(fc.constantFrom(...EVERYDAY), fc.constantFrom(...(Object.keys(EDITS) as Edit['name'][]))),
  n: fc.nat(1000),
  m: fc.nat(1000),
  k: fc.nat(1000),
  id: ids,
  text: statementTexts,
  title: lines,
  blank: fc.constantFrom(...BLANK_MEANINGS),
  key: extraKeys,
  plain: plains,
});

/** Edits that take away something with all that is in it, or at it. */
export const removals: fc.Arbitrary<Edit> = fc
  .tuple(
    edits,
    fc.constantFrom<Edit['name'][]>(
      'removeTopic',
      'removeSection',
      'removeArea',
      'removeLevel',
      'removeKind',
    ),
  )
  .map(([edit, name]) => ({ ...edit, name }));

/** What two people may do to the same thing, or to what is in it, so that only one of them can have it. */
const CLASHES: readonly (readonly [Edit['name'], Edit['name']])[] = [
  ['removeTopic', 'moveRow'],
  ['removeTopic', 'addRow'],
  ['removeTopic', 'reword'],
  ['removeSection', 'moveTopic'],
  ['removeSection', 'addTopic'],
  ['removeArea', 'moveTopic'],
  ['removeArea', 'addSection'],
  ['removeRow', 'moveRow'],
  ['removeRow', 'reword'],
  ['removeLevel', 'reword'],
  ['removeLevel', 'relevel'],
  ['removeLevel', 'retitleLevel'],
  ['removeKind', 'addSection'],
  ['removeKind', 'addTopic'],
  ['moveRow', 'moveRow'],
  ['moveTopic', 'moveTopic'],
  ['moveTopic', 'removeArea'],
  ['orderRow', 'orderRow'],
  ['orderRow', 'moveRow'],
  ['orderTopic', 'orderTopic'],
  ['orderSection', 'orderSection'],
  ['orderArea', 'orderArea'],
  ['orderLevel', 'orderLevel'],
  ['reword', 'reword'],
  ['reword', 'clear'],
  ['reword', 'setBlank'],
  ['relevel', 'relevel'],
  ['relevel', 'reword'],
  ['swap', 'reword'],
  ['withdrawRow', 'reword'],
  ['withdrawRow', 'withdrawRow'],
  ['mergeRow', 'mergeRow'],
  ['renameRow', 'renameRow'],
  ['renameTopic', 'renameTopic'],
  ['renameArea', 'renameArea'],
  ['renameLevel', 'renameLevel'],
  ['renameKind', 'renameKind'],
  ['renameRow', 'addRow'],
  ['renameTopic', 'addTopic'],
  ['retitleTopic', 'retitleTopic'],
  ['retitleTopic', 'untitleTopic'],
  ['setTerm', 'setTerm'],
  ['setDetails', 'setDetails'],
  ['setExtra', 'setExtra'],
];

/** An edit of each of two people that are likely to clash. */
export const clashes: fc.Arbitrary<readonly [Edit, Edit]> = fc
  .record({
    one: edits,
    other: edits,
    names: fc.constantFrom(...CLASHES),
    alike: fc.subarray(['n', 'm', 'id', 'into'] as const),
    turned: fc.boolean(),
  })
  .map(({ one, other, names, alike, turned }) => {
    const first = { ...one, name: names[0] };
    const second = { ...other, name: names[1] };
    for (const key of alike) {
      if (key === 'into') second.m = one.n;
      else if (key === 'id') second.id = one.id;
      else second[key] = one[key];
    }
    return turned ? [second, first] : [first, second];
  });

/** The framework after the edits; the one before stays as it is. */
export function withEdits(framework: Framework, list: readonly Edit[]): Framework {
  const copy = copyOf(framework) as Editable;
  for (const edit of list) EDITS[edit.name](copy, edit);
  return copy as unknown as Framework;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}
