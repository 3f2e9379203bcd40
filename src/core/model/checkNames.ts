import { pairOf, type Spot } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { nearest } from './shapeProblems.ts';
import { sourceOf } from './source.ts';
import type { Framework, Row } from './types.ts';

/**
 * Checks that names are unique and that what they refer to is there.
 * @param report is given each problem found
 */
export function checkNames(framework: Framework, report: (problem: Problem) => void): void {
  const levels = framework.levels.map(level => level.id);
  const kinds = framework.sectionKinds.map(kind => kind.id);
  unique(framework.levels, 'level', report);
  unique(framework.sectionKinds, 'section kind', report);
  unique(framework.areas, 'area', report);
  const topics = framework.areas.flatMap(area => area.sections.flatMap(section => section.topics));
  unique(topics, 'topic', report);
  const rows = topics.flatMap(topic => topic.rows);
  const ids = unique(rows, 'row', report);

  for (const area of framework.areas) {
    const seen = new Set<string>();
    for (const section of area.sections) {
      const spot = keySpot(section, 'kind');
      if (!spot) continue;
      if (!kinds.includes(section.kind) && !section.kind.startsWith('?'))
        report({
          code: 'unknown-section-kind',
          spot,
          message: `There is no section kind \`${section.kind}\`. ${suggestion(section.kind, kinds, 'sectionKinds')}`,
          data: dataOf(section.kind, kinds),
        });
      if (seen.has(section.kind))
        report({
          code: 'duplicate-section',
          spot,
          message: `This area already has a section \`${section.kind}\`. Put the topics of both into one.`,
        });
      seen.add(section.kind);
    }
  }
  const known = new Set(levels);
  for (const row of rows) checkLevels(row, known, levels, report);
  for (const row of rows) checkReferences(row, ids, report);
}

/** Reports ids that stand more than once, and gives all of them. */
function unique(nodes: readonly { readonly id: string }[], what: string, report: (problem: Problem) => void) {
  const seen = new Set<string>();
  for (const node of nodes) {
    if (!seen.has(node.id) || node.id.startsWith('?')) {
      seen.add(node.id);
      continue;
    }
    const spot = keySpot(node, 'id');
    if (spot)
      report({
        code: 'duplicate-id',
        spot,
        message: `Another ${what} above has the id \`${node.id}\` already. Give this one an id of its own.`,
        data: { id: node.id },
      });
  }
  return seen;
}

function checkLevels(
  row: Row,
  known: ReadonlySet<string>,
  levels: readonly string[],
  report: (problem: Problem) => void,
) {
  for (const key of ['statements', 'blank', 'notes'] as const)
    for (const level of row[key].keys()) {
      if (known.has(level)) continue;
      const holder = sourceOf(row) && pairOf(sourceOf(row)!, key)?.value;
      const spot = holder?.kind === 'map' ? pairOf(holder, level)?.key : undefined;
      if (spot)
        report({
          code: 'unknown-level',
          spot,
          message: `There is no level \`${level}\`. ${suggestion(level, levels, 'levels')}`,
          data: dataOf(level, levels),
        });
    }
}

function checkReferences(row: Row, ids: ReadonlySet<string>, report: (problem: Problem) => void): void {
  const missing = (id: string, spot: Spot | undefined) => {
    if (spot && !ids.has(id))
      report({
        code: 'unknown-id',
        spot,
        message: `There is no row \`${id}\` in this file. Check the id, or remove it.`,
      });
  };
  if (row.splitFrom !== undefined) missing(row.splitFrom, keySpot(row, 'splitFrom'));
  if (!row.withdrawn?.replacedBy) return;
  const withdrawn = sourceOf(row) && pairOf(sourceOf(row)!, 'withdrawn')?.value;
  const list = withdrawn?.kind === 'map' ? pairOf(withdrawn, 'replacedBy')?.value : undefined;
  if (list?.kind === 'seq')
    for (const item of list.items) if (item.value?.kind === 'scalar') missing(item.value.text, item.value);
}

function suggestion(name: string, candidates: readonly string[], list: string): string {
  const near = nearest(name, candidates);
  return near
    ? `Did you mean \`${near}\`?`
    : `Use one of those under \`${list}\`: ${candidates.join(', ') || 'none yet'}.`;
}

function dataOf(name: string, candidates: readonly string[]): Record<string, string> {
  const near = nearest(name, candidates);
  return near ? { name, near } : { name };
}

/** The place of a key's value, or of the key where there is none. */
function keySpot(node: object, key: string): Spot | undefined {
  const source = sourceOf(node);
  const pair = source && pairOf(source, key);
  return pair && (pair.value ?? pair.key);
}
