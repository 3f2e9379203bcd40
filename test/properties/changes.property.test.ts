import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/core/changes/applyChanges.ts';
import type { Change } from '../../src/core/changes/change.ts';
import { diff } from '../../src/core/changes/diff.ts';
import { diffIds } from '../../src/core/changes/diffIds.ts';
import { invert } from '../../src/core/changes/invert.ts';
import { merge, mergeInFavour, type Side } from '../../src/core/changes/merge.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import { eachRow, indexFramework } from '../../src/core/model/index.ts';
import type { Framework } from '../../src/core/model/types.ts';
import { type LivingCell, livingCells } from '../../src/core/versions/cells.ts';
import { crosswalk } from '../../src/core/versions/crosswalk.ts';
import { families, familiesWithRemovals, frameworks } from '../helpers/arbitraries.ts';

function expectSame(actual: Framework, wanted: Framework): void {
  // The comparison is the law; the rest is for reading what differs.
  if (!sameMeaning(actual, wanted)) expect(actual).toEqual(wanted);
  expect(sameMeaning(actual, wanted)).toBe(true);
}

function expectLeadsTo(a: Framework, b: Framework): void {
  const changes = diff(a, b);
  const applied = applyChanges(a, changes);
  expect(applied.refused).toEqual([]);
  expectSame(applied.framework, b);
  const undone = applyChanges(b, invert(changes));
  expect(undone.refused).toEqual([]);
  expectSame(undone.framework, a);
}

describe('the laws of diff, apply and inverse', () => {
  it('finds no change between a framework and itself, or a copy of it', () => {
    fc.assert(
      fc.property(families(1, 0), ([a, copy]) => {
        expect(diff(a, a)).toEqual([]);
        expect(diff(a, copy!)).toEqual([]);
        expect(sameMeaning(a, copy!)).toBe(true);
      }),
    );
  });

  it('leads from a framework to its descendant, and back by the inverse', () => {
    fc.assert(fc.property(families(1), ([a, b]) => expectLeadsTo(a, b!)));
  });

  it('leads from any framework to any other, and back by the inverse', () => {
    fc.assert(fc.property(frameworks, frameworks, (a, b) => expectLeadsTo(a, b)));
  });
});

describe('the laws of a crosswalk', () => {
  const keyOf = (cell: LivingCell | undefined) => cell && JSON.stringify([cell.row.id, cell.level]);
  const keysOf = (framework: Framework) => Array.from(livingCells(framework), keyOf);

  it('has a line for every old and every new statement in force, and no other', () => {
    fc.assert(
      fc.property(families(1), ([a, b]) => {
        const lines = crosswalk({ from: a, to: b!, changes: diff(a, b!) });
        const [before, after] = [
          lines.flatMap(({ from }) => from ?? []),
          lines.flatMap(({ to }) => to ?? []),
        ];
        expect(new Set(before.map(keyOf))).toEqual(new Set(keysOf(a)));
        expect(new Set(after.map(keyOf))).toEqual(new Set(keysOf(b!)));
      }),
    );
  });

  it('finds everything unchanged between a framework and itself', () => {
    fc.assert(
      fc.property(frameworks, a => {
        const found = crosswalk({ from: a, to: a, changes: [] }).map(({ disposition }) => disposition);
        expect(found).toEqual(keysOf(a).map(() => 'unchanged'));
      }),
    );
  });
});

/** Fails unless ids are unique and every name that is used exists. */
function expectValid(framework: Framework): void {
  const rows = [...eachRow(framework)].map(at => at.row);
  const topics = framework.areas.flatMap(area => area.sections.flatMap(section => section.topics));
  for (const list of [framework.levels, framework.sectionKinds, framework.areas, topics, rows]) {
    const ids = list.map(node => node.id);
    expect(ids).toEqual([...new Set(ids)]);
  }
  const levels = new Set(framework.levels.map(level => level.id));
  const kinds = new Set(framework.sectionKinds.map(kind => kind.id));
  for (const area of framework.areas) {
    const own = area.sections.map(section => section.kind);
    expect(own).toEqual([...new Set(own)].filter(kind => kinds.has(kind)));
  }
  for (const row of rows) {
    const used = [...row.statements.keys(), ...row.blank.keys(), ...row.notes.keys()];
    expect(used.filter(level => !levels.has(level))).toEqual([]);
    expect([...row.blank.keys()].filter(level => row.statements.has(level))).toEqual([]);
  }
}

/** The statements by their addresses. */
function cellsOf(framework: Framework): Map<string, string> {
  const cells = new Map<string, string>();
  for (const { row } of eachRow(framework))
    for (const [level, text] of row.statements) cells.set(`${row.id} ${level}`, text);
  return cells;
}

/** What a change names: the nodes it is about, those it needs, and the levels and kinds that it uses. */
function touched(change: Change): string[] {
  if (change.what === 'term') return [`term ${change.id}`];
  if ('row' in change) return [`row ${change.row}`, `level ${change.level}`];
  if (change.op === 'move' && change.what === 'statement')
    return [change.from, change.to].flatMap(({ row, level }) => [`row ${row}`, `level ${level}`]);
  const parts = (kind: string, id: string) => {
    const [area, sectionKind] = id.split('/');
    return kind === 'section'
      ? [`area ${area}`, `sectionKind ${sectionKind}`, `section ${id}`]
      : [`${kind} ${id}`];
  };
  const names = parts(change.what, change.id);
  if (change.op === 'set')
    return [...names, ...(change.field === 'id' ? parts(change.what, String(change.after)) : [])];
  for (const place of change.op === 'move'
    ? [change.from, change.to]
    : [change.op === 'add' ? change.to : change.from]) {
    if (place.area !== undefined) names.push(...parts('area', place.area));
    if (place.section !== undefined) names.push(...parts('section', place.section));
    if (place.topic !== undefined) names.push(...parts('topic', place.topic));
  }
  const node = change.op === 'add' ? change.after : change.op === 'remove' ? change.before : undefined;
  if (node && 'statements' in node)
    for (const cells of [node.statements, node.blank, node.notes])
      for (const level of cells.keys()) names.push(`level ${level}`);
  return names;
}

const named = (...frameworks: Framework[]): Side[] =>
  frameworks.map((framework, index) => ({ name: `side ${index + 1}`, framework }));

describe('the laws of what is refused', () => {
  it('refuses only what has to do with a change that is missing, and never throws', () => {
    fc.assert(
      fc.property(families(1), fc.infiniteStream(fc.nat(3)), ([a, b], dice) => {
        const changes = diff(a, b!);
        const some = changes.filter(() => dice.next().value !== 0);
        const applied = applyChanges(a, some);
        expectValid(applied.framework);
        const suspects = new Set(changes.filter(change => !some.includes(change)).flatMap(touched));
        for (const { change, reason } of applied.refused) {
          expect(touched(change), `${JSON.stringify(change)}: ${reason}`).toSatisfy((names: string[]) =>
            names.some(name => suspects.has(name)),
          );
          for (const name of touched(change)) suspects.add(name);
        }
      }),
    );
  });

  it('never throws on changes that were made for another framework', () => {
    fc.assert(
      fc.property(frameworks, families(1), (other, [a, b]) => {
        const applied = applyChanges(other, diff(a, b!));
        expectValid(applied.framework);
      }),
    );
  });
});

describe('frameworks with faults', () => {
  /** The framework with some of its ids replaced by one that is not unique, as a file with faults is read. */
  const spoilt = (framework: Framework, dice: () => boolean): Framework => ({
    ...framework,
    levels: framework.levels.map(level => (dice() ? { ...level, id: '?1' } : level)),
    areas: framework.areas.map(area => ({
      ...area,
      id: dice() ? '?1' : area.id,
      sections: area.sections.map(section => ({
        ...section,
        kind: dice() ? '?1' : section.kind,
        topics: section.topics.map(topic => ({
          ...topic,
          id: dice() ? '?1' : topic.id,
          rows: topic.rows.map(row => (dice() ? { ...row, id: '?1' } : row)),
        })),
      })),
    })),
  });

  it('are compared, changed and merged without throwing', () => {
    fc.assert(
      fc.property(families(2, 4), fc.infiniteStream(fc.nat(3)), (family, dice) => {
        const [a, b, c] = family.map(each => spoilt(each, () => dice.next().value === 0));
        const changes = diff(a!, b!);
        applyChanges(a!, changes);
        applyChanges(b!, invert(changes));
        applyChanges(c!, changes);
        merge(a!, named(b!, c!));
        expect(diff(a!, a!)).toEqual([]);
      }),
    );
  });
});

describe('the laws of merge', () => {
  it('gives the one side that changed anything', () => {
    fc.assert(
      fc.property(families(1), ([base, a]) => {
        // The base's very nodes, but not the base itself, which would not be looked at.
        const same = { ...base };
        for (const sides of [[a!], [a!, base], [a!, same], [same, a!, same], [a!, { ...a! }]]) {
          const merged = merge(base, named(...sides));
          expect(merged.conflicts).toEqual([]);
          expectSame(merged.framework, a!);
        }
      }),
    );
  });

  it('gives the same for any order of the sides, where nothing conflicts', () => {
    let peaceful = 0;
    fc.assert(
      fc.property(families(2, 4), ([base, a, b]) => {
        const one = merge(base, named(a!, b!));
        const other = merge(base, named(b!, a!));
        expectValid(one.framework);
        expectValid(other.framework);
        expect(one.conflicts.length === 0).toBe(other.conflicts.length === 0);
        if (one.conflicts.length > 0) return;
        peaceful++;
        expectSame(one.framework, other.framework);
      }),
    );
    expect(peaceful).toBeGreaterThan(0);
  });

  it('gives the same for any order of three sides, where nothing conflicts', () => {
    fc.assert(
      fc.property(families(3, 3), ([base, a, b, c]) => {
        const one = merge(base, named(a!, b!, c!));
        const other = merge(base, named(c!, a!, b!));
        expectValid(one.framework);
        expect(one.conflicts.length === 0).toBe(other.conflicts.length === 0);
        if (one.conflicts.length === 0) expectSame(one.framework, other.framework);
      }),
    );
  });

  it('loses no word: what a side wrote stands in the result or in a conflict', () => {
    fc.assert(
      fc.property(families(2, 6), ([base, a, b]) => {
        const merged = merge(base, named(a!, b!));
        const told = JSON.stringify(merged.conflicts);
        const stands = new Set(cellsOf(merged.framework).values());
        const before = new Set(cellsOf(base).values());
        for (const text of [...cellsOf(a!).values(), ...cellsOf(b!).values()])
          if (!before.has(text) && !stands.has(text))
            expect(told).toContain(JSON.stringify(text).slice(1, -1));
      }),
    );
  });

  it('keeps all that stands in what one side removed, while that is in conflict', () => {
    let disputed = 0;
    fc.assert(
      fc.property(familiesWithRemovals(), ([base, remover, other]) => {
        if ([remover, other].some(side => diffIds(base, side).length > 0)) return;
        const kept = merge(base, named(other, remover)).framework;
        const favoured = mergeInFavour(base, named(other, remover) as [Side, Side]);
        const [was, has, stands, stays] = [base, remover, kept, favoured].map(indexFramework);
        for (const { row, topic, area, section } of eachRow(other)) {
          const kind = section.kind;
          const goneWith =
            (was!.topic(topic.id) && !has!.topic(topic.id) && stands!.topic(topic.id)) ||
            (was!.area(area.id) && !has!.area(area.id) && stands!.area(area.id)) ||
            (was!.sectionKind(kind) && !has!.sectionKind(kind) && stands!.sectionKind(kind));
          if (!goneWith) continue;
          disputed++;
          expect(stands!.row(row.id), row.id).toBeDefined();
          expect(stays!.row(row.id), row.id).toBeDefined();
        }
      }),
    );
    expect(disputed).toBeGreaterThan(0);
  });

  it('has in favour of a side all that it wrote, and all of it that the other did not remove', () => {
    fc.assert(
      fc.property(fc.oneof(familiesWithRemovals(), families(2, 6)), ([base, a, b]) => {
        if ([a!, b!].some(side => diffIds(base, side).length > 0)) return;
        const cells = cellsOf(base);
        for (const [own, other] of [
          [a!, b!],
          [b!, a!],
        ] as const) {
          const favoured = mergeInFavour(base, named(own, other) as [Side, Side]);
          expectValid(favoured);
          const result = cellsOf(favoured);
          const [was, theirs, stands] = [base, other, favoured].map(indexFramework);
          for (const { row } of eachRow(own)) {
            if (was!.row(row.id) && !theirs!.row(row.id) && !stands!.row(row.id)) continue;
            expect(stands!.row(row.id), row.id).toBeDefined();
            for (const [level, text] of row.statements)
              if (cells.get(`${row.id} ${level}`) !== text)
                expect(result.get(`${row.id} ${level}`), `${row.id} ${level}`).toBe(text);
          }
          // What it removed is gone.
          const owns = indexFramework(own);
          for (const { row } of eachRow(favoured))
            expect(was!.row(row.id) && !owns.row(row.id), row.id).toBeFalsy();
        }
      }),
    );
  });

  it('keeps every statement that no side touched, and takes the new one where one side did', () => {
    fc.assert(
      fc.property(families(2, 6), ([base, a, b]) => {
        const merged = merge(base, named(a!, b!));
        if (merged.conflicts.length > 0) return;
        const [cells, ours, theirs, result] = [base, a!, b!, merged.framework].map(cellsOf);
        for (const [cell, text] of cells!) {
          const [our, their] = [ours!.get(cell), theirs!.get(cell)];
          if (our === undefined || their === undefined) continue;
          expect(result!.get(cell)).toBe(our === text ? their : our);
        }
      }),
    );
  });
});
