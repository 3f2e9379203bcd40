import fc from 'fast-check';
import { BLANK_MEANINGS } from '../../src/core/model/schema.ts';
import type {
  Area,
  BlankMeaning,
  Details,
  Framework,
  Level,
  Plain,
  Row,
  Section,
  SectionKind,
  Topic,
  Withdrawn,
} from '../../src/core/model/types.ts';
import { clashes, edits, removals, withEdits } from './arbitraryEdits.ts';
import { extraKeys, ids, lines, plains, statementTexts } from './arbitraryTexts.ts';

/** A key that is there in about one of five nodes. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const extra: fc.Arbitrary<ReadonlyMap<string, Plain>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(new Map<string, Plain>()) },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(extraKeys, plains), { maxLength: 2 }).map(pairs => new Map(pairs)),
  },
);

const withdrawns: fc.Arbitrary<Withdrawn> = fc
  .record({
    since: fc.constantFrom('1.3', '2', '1.20'),
    replacedBy: rarely(fc.array(ids, { minLength: 1, maxLength: 2 })),
    reason: rarely(lines),
  })
  .map(defined);

const named = {
  id: ids,
  note: rarely(statementTexts),
  formerIds: rarely(fc.uniqueArray(ids, { minLength: 1, maxLength: 2 })),
  extra,
};
const withdrawable = { ...named, withdrawn: rarely(withdrawns) };

const details: fc.Arbitrary<Details> = fc
  .record({
    id: ids,
    title: lines,
    version: fc.constantFrom('1.2', '1.20', '2'),
    status: fc.constantFrom('draft' as const, 'published' as const),
    date: rarely(fc.constant('2026-11-23')),
    supersedes: rarely(fc.constant('1.1')),
    publisher: rarely(lines),
    language: rarely(fc.constant('en-GB')),
    description: rarely(statementTexts),
    note: rarely(statementTexts),
    extra,
  })
  .map(defined);

/** A level or a kind of section. */
const columns: fc.Arbitrary<Level & SectionKind> = fc
  .record({ ...named, title: lines, description: rarely(statementTexts) })
  .map(defined);

/** Mostly a few, sometimes none. */
const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.oneof(
    { weight: 7, arbitrary: fc.array(arbitrary, { minLength: 1, maxLength }) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
  );

/** What stands at one level of a row, before it is known which levels there are. */
const cell = fc.record({
  level: fc.nat(11),
  content: fc.oneof(
    { weight: 5, arbitrary: statementTexts.map(statement => ({ statement, blank: undefined })) },
    { weight: 1, arbitrary: fc.constant({ statement: undefined, blank: undefined }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...BLANK_MEANINGS).map(blank => ({ statement: undefined, blank })),
    },
  ),
  note: rarely(statementTexts),
});
type Cell = typeof cell extends fc.Arbitrary<infer T> ? T : never;

const rawRow = fc.record({
  ...withdrawable,
  splitFrom: rarely(ids),
  cells: fc.array(cell, { maxLength: 5 }),
});
/** How many of each there are in one of the next greater at most. */
export interface Size {
  readonly areas: number;
  readonly sections: number;
  readonly topics: number;
  readonly rows: number;
}

const rawAreas = ({ areas, sections, topics, rows }: Size) => {
  const topic = fc.record({
    ...withdrawable,
    title: fc.option(lines, { nil: undefined, freq: 5 }),
    rows: some(rawRow, rows),
  });
  const section = fc.record({
    kind: fc.nat(11),
    note: rarely(statementTexts),
    extra,
    topics: some(topic, topics),
  });
  const area = fc.record({
    ...withdrawable,
    title: fc.option(lines, { nil: undefined, freq: 5 }),
    sections: some(section, sections),
  });
  return fc.array(area, { minLength: 1, maxLength: areas });
};
type RawAreas = ReturnType<typeof rawAreas> extends fc.Arbitrary<infer T> ? T : never;
type RawRow = typeof rawRow extends fc.Arbitrary<infer T> ? T : never;

/**
 * Valid frameworks, small but odd: ids of areas, topics and rows are each unique, an area has one section of a
 * kind at most, cells stand at known levels, and a level with a statement is not also said to be blank.
 */
export const frameworksUpTo = (size: Size): fc.Arbitrary<Framework> =>
  fc
    .record({
      details,
      extra,
      levels: fc.array(columns, { minLength: 1, maxLength: 6 }),
      sectionKinds: fc.array(columns, { minLength: 1, maxLength: 3 }),
      glossary: fc.array(fc.tuple(lines, statementTexts), { maxLength: 2 }).map(pairs => new Map(pairs)),
      areas: rawAreas(size),
    })
    .map(raw => {
      const levels = raw.levels.map(renamer());
      const sectionKinds = raw.sectionKinds.map(renamer());
      const kinds = sectionKinds.map(kind => kind.id);
      const area = renamer();
      const topic = renamer();
      const row = renamer();
      const rowOf = (each: RawRow): Row =>
        row(
          madeRow(
            each,
            levels.map(level => level.id),
          ),
        );
      const sectionsOf = (sections: RawAreas[number]['sections']): Section[] =>
        uniqueBy(
          sections.map((section): Section => {
            const topics = section.topics.map(
              (each): Topic => defined(topic({ ...each, rows: each.rows.map(rowOf) })),
            );
            return defined({ ...section, kind: kinds[section.kind % kinds.length]!, topics });
          }),
          section => section.kind,
        );
      const areas = raw.areas.map(
        (each): Area => defined(area({ ...each, sections: sectionsOf(each.sections) })),
      );
      return { ...raw, levels, sectionKinds, areas };
    });

export const frameworks = frameworksUpTo({ areas: 4, sections: 3, topics: 3, rows: 6 });

/** A framework and versions of it that were edited independently. */
export function families(descendants: number, maxEdits = 8): fc.Arbitrary<[Framework, ...Framework[]]> {
  const lists = Array.from({ length: descendants }, () => fc.array(edits, { maxLength: maxEdits }));
  return fc
    .tuple(frameworks, fc.tuple(...lists))
    .map(([base, each]) => [base, ...each.map(list => withEdits(base, list))]);
}

/** A framework, a version of it from which something was removed with all that is in it, and another version. */
export function familiesWithRemovals(maxEdits = 4): fc.Arbitrary<[Framework, Framework, Framework]> {
  const list = fc.array(edits, { maxLength: maxEdits });
  return fc
    .tuple(frameworks, removals, list, list)
    .map(([base, removal, ours, theirs]) => [
      base,
      withEdits(base, [removal, ...ours]),
      withEdits(base, theirs),
    ]);
}

/** A framework and two versions of it in which people did what clashes, and more. */
export function familiesInConflict(maxEdits = 3): fc.Arbitrary<[Framework, Framework, Framework]> {
  const list = fc.array(edits, { maxLength: maxEdits });
  return fc
    .tuple(frameworks, fc.array(clashes, { minLength: 1, maxLength: 3 }), list, list)
    .map(([base, both, ours, theirs]) => [
      base,
      withEdits(base, [...both.map(([edit]) => edit), ...ours]),
      withEdits(base, [...both.map(([, edit]) => edit), ...theirs]),
    ]);
}

function madeRow({ cells, ...own }: RawRow, levels: readonly string[]): Row {
  const statements = new Map<string, string>();
  const blank = new Map<string, BlankMeaning>();
  const notes = new Map<string, string>();
  for (const { level: number, content, note } of cells as Cell[]) {
    const level = levels[number % levels.length]!;
    if (statements.has(level) || blank.has(level) || notes.has(level)) continue;
    if (content.statement !== undefined) statements.set(level, content.statement);
    if (content.blank !== undefined) blank.set(level, content.blank);
    if (note !== undefined) notes.set(level, note);
  }
  return defined({ ...own, statements, blank, notes });
}

/** Gives each node an id that none before it has. */
function renamer(): <N extends { readonly id: string }>(node: N) => N {
  const taken = new Set<string>();
  return node => {
    let id = node.id;
    for (let number = 2; taken.has(id); number++) id = `${node.id}-${number}`;
    taken.add(id);
    return { ...node, id };
  };
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}

/** The same object without the keys that are undefined. */
function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
