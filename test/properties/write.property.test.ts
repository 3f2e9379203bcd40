import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/core/changes/diff.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import type { Loaded } from '../../src/core/model/load.ts';
import { sourceOf } from '../../src/core/model/source.ts';
import type { Framework, Row } from '../../src/core/model/types.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { applyToText } from '../../src/core/write/applyToText.ts';
import { editsTo } from '../../src/core/write/writer.ts';
import { endOf, startOf } from '../../src/core/yaml/nodes.ts';
import { families, frameworks } from '../helpers/arbitraries.ts';
import { load } from '../helpers/loaded.ts';
import { type Planted, styledYaml } from '../helpers/yamlStyles.ts';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

function loadStyled(framework: Framework, seed: number) {
  const { text, comments } = styledYaml(framework, seed);
  const loaded = load(text);
  expectWhole(loaded);
  expectSame(loaded.framework, framework);
  return { text, comments, loaded };
}

/** Generated frameworks may refer to rows that are not there; nothing else may be wrong. */
function expectWhole(loaded: Loaded) {
  const problems = loaded.problems.filter(problem => problem.code !== 'unknown-id');
  expect(problems.map(problem => problem.message)).toEqual([]);
}

function expectSame(actual: Framework, wanted: Framework) {
  if (!sameMeaning(actual, wanted)) expect(actual).toEqual(wanted);
  expect(sameMeaning(actual, wanted)).toBe(true);
}

function rowsOf(framework: Framework): Map<string, { row: Row; topic: string }> {
  const rows = new Map<string, { row: Row; topic: string }>();
  for (const area of framework.areas)
    for (const section of area.sections)
      for (const topic of section.topics)
        for (const row of topic.rows) rows.set(row.id, { row, topic: topic.id });
  return rows;
}

/** The bytes of a row from its first key to the end of its content. */
function bytesOf(loaded: Loaded, row: Row): string {
  const source = sourceOf(row)!;
  return loaded.document.text.slice(startOf(source), endOf(source));
}

describe('writing changes into YAML', () => {
  it('reads every style as the framework that was written in it', () => {
    fc.assert(fc.property(frameworks, seeds, (framework, seed) => void loadStyled(framework, seed)));
  });

  it('changes nothing where nothing changed', () => {
    fc.assert(
      fc.property(frameworks, seeds, (framework, seed) => {
        const { loaded } = loadStyled(framework, seed);
        expect(editsTo(loaded, framework)).toEqual([]);
      }),
    );
  });

  it('makes the text mean the target, whatever the style', () => {
    fc.assert(
      fc.property(families(1), seeds, ([a, b], seed) => {
        const { text, loaded } = loadStyled(a, seed);
        const { edits, refused } = applyToText(loaded, diff(loaded.framework, b!));
        expect(refused).toEqual([]);
        const after = load(applyEdits(text, edits));
        expectWhole(after);
        expectSame(after.framework, b!);
      }),
    );
  });

  it('makes any framework of any other', () => {
    fc.assert(
      fc.property(frameworks, frameworks, seeds, (a, b, seed) => {
        const { text, loaded } = loadStyled(a, seed);
        const after = load(applyEdits(text, editsTo(loaded, b)));
        expectWhole(after);
        expectSame(after.framework, b);
      }),
    );
  });

  it('leaves the bytes of every row that did not change as they are', () => {
    fc.assert(
      fc.property(families(1, 3), seeds, ([a, b], seed) => {
        const { text, loaded } = loadStyled(a, seed);
        const edits = editsTo(loaded, b!);
        const after = load(applyEdits(text, edits));
        const [before, now] = [rowsOf(loaded.framework), rowsOf(after.framework)];
        const renamedLevel = a.levels.some(level => !b!.levels.some(each => each.id === level.id));
        for (const [id, { row, topic }] of before) {
          const same = now.get(id);
          if (!same || same.topic !== topic || renamedLevel || diffRow(row, same.row)) continue;
          // A row that went into a list within brackets is written anew, within brackets.
          if (sourceOf(same.row)!.flow !== sourceOf(row)!.flow) continue;
          expect(bytesOf(after, same.row).replace(/\n +/g, '\n ')).toBe(
            bytesOf(loaded, row).replace(/\n +/g, '\n '),
          );
        }
      }),
    );
  });

  it('keeps every comment whose own node stays', () => {
    fc.assert(
      fc.property(families(1), seeds, ([a, b], seed) => {
        const { text, comments, loaded } = loadStyled(a, seed);
        const after = applyEdits(text, editsTo(loaded, b!));
        const counts = new Map((after.match(/# c\d+!/g) ?? []).map(comment => [comment, true]));
        for (const comment of comments)
          if (staysIn(b!, comment))
            expect(counts.has(comment.text), `${comment.text} of ${JSON.stringify(comment)}`).toBe(true);
        expect(new Set(after.match(/# c\d+!/g)).size).toBe((after.match(/# c\d+!/g) ?? []).length);
      }),
    );
  });
});

function diffRow(a: Row, b: Row): boolean {
  const plain = (row: Row) =>
    JSON.stringify([row, [...row.statements], [...row.blank], [...row.notes], [...row.extra]]);
  return plain(a) !== plain(b);
}

/** Whether the node of a comment, and the key that it stands with, are still there. */
function staysIn(framework: Framework, { node, field }: Planted): boolean {
  const [kind, id] = [node.slice(0, node.indexOf(':')), node.slice(node.indexOf(':') + 1)];
  const formerly = (each: { id: string; formerIds?: readonly string[] | undefined }) => each.id === id;
  const found =
    kind === 'file'
      ? framework
      : kind === 'framework'
        ? framework.details
        : kind === 'sections'
          ? framework.areas.flatMap(area =>
              area.sections.filter(section => `${area.id}/${section.kind}` === id),
            )[0]
          : listed(framework, kind).find(formerly);
  if (!found) return false;
  return field === undefined || keyStays(found as unknown as Record<string, unknown>, field);
}

function listed(framework: Framework, kind: string): { id: string; formerIds?: readonly string[] }[] {
  const topics = framework.areas.flatMap(area => area.sections.flatMap(section => section.topics));
  const lists: Record<string, readonly unknown[]> = {
    levels: framework.levels,
    sectionKinds: framework.sectionKinds,
    areas: framework.areas,
    topics,
    rows: topics.flatMap(topic => topic.rows),
  };
  return (lists[kind] ?? []) as { id: string }[];
}

/** Only keys that hold one text or a list of nodes are judged: what is inside a list or data of its own goes with it. */
function keyStays(node: Record<string, unknown>, field: string): boolean {
  const [key, inner] = [field.split('.')[0]!, field.split('.').slice(1).join('.')];
  if (key === 'format' || key === 'framework') return true;
  if (key.startsWith('x-') || ['formerIds', 'withdrawn', 'glossary'].includes(key)) return false;
  const value = node[key];
  if (!inner) return value instanceof Map ? value.size > 0 : value !== undefined && value !== '';
  return value instanceof Map && value.has(inner);
}
