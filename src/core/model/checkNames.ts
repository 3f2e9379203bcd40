import { pairOf } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { duplicateId, keySpot } from './rowNames.ts';
import { nearest } from './shapeProblems.ts';
import { sourceOf } from './source.ts';
import type { Framework, Row } from './types.ts';

/**
 * Checks that the names of all but rows are unique and that what they refer to is there.
 * @param report is given each problem found
 */
export function checkNames(framework: Framework, report: (problem: Problem) => void): void {
  const kinds = framework.sectionKinds.map(kind => kind.id);
  unique(framework.levels, 'level', report);
  unique(framework.sectionKinds, 'section kind', report);
  unique(framework.areas, 'area', report);
  unique(
    framework.areas.flatMap(area => area.sections.flatMap(section => section.topics)),
    'topic',
    report,
  );

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
}

/** Reports ids that stand more than once. */
function unique(nodes: readonly { readonly id: string }[], what: string, report: (problem: Problem) => void) {
  const seen = new Set<string>();
  for (const node of nodes) {
    if (!seen.has(node.id) || node.id.startsWith('?')) {
      seen.add(node.id);
      continue;
    }
    const spot = keySpot(node, 'id');
    if (spot) report(duplicateId(what, node.id, spot));
  }
}

/** The levels of a row that there are not. */
export function unknownLevels(row: Row, levels: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['statements', 'blank', 'notes'] as const)
    for (const level of row[key].keys()) {
      if (levels.includes(level)) continue;
      const source = sourceOf(row);
      const holder = source && pairOf(source, key)?.value;
      const spot = holder?.kind === 'map' ? pairOf(holder, level)?.key : undefined;
      if (spot)
        problems.push({
          code: 'unknown-level',
          spot,
          message: `There is no level \`${level}\`. ${suggestion(level, levels, 'levels')}`,
          data: dataOf(level, levels),
        });
    }
  return problems;
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
