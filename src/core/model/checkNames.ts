import { pairOf, type YamlPair } from '../yaml/nodes.ts';
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
  const kinds = idsOf(framework, 'sectionKinds');
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
      if (kinds && !kinds.includes(section.kind) && isReal(section.kind))
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
    if (!seen.has(node.id) || !isReal(node.id)) {
      seen.add(node.id);
      continue;
    }
    const spot = keySpot(node, 'id');
    if (spot) report(duplicateId(what, node.id, spot));
  }
}

/** The ids of the levels or kinds of section; undefined where some of them could not be read. */
export function idsOf(framework: Framework, list: 'levels' | 'sectionKinds'): readonly string[] | undefined {
  const source = sourceOf(framework);
  return source && pairOf(source, list)?.broken ? undefined : framework[list].map(({ id }) => id);
}

/** The pairs of a row that stand under the name of a level that there is not. */
export function unknownLevelPairs(row: Row, levels: readonly string[]): YamlPair[] {
  const source = sourceOf(row);
  if (!source) return [];
  return (['statements', 'blank', 'notes'] as const).flatMap(key => {
    const holder = pairOf(source, key)?.value;
    if (holder?.kind !== 'map') return [];
    return holder.pairs.filter(
      pair => !levels.includes(pair.key.text) && pairOf(holder, pair.key.text) === pair,
    );
  });
}

/** The problem of a name that no level has. */
export function unknownLevel({ key }: YamlPair, levels: readonly string[]): Problem {
  return {
    code: 'unknown-level',
    spot: key,
    message: `There is no level \`${key.text}\`. ${suggestion(key.text, levels, 'levels')}`,
    data: dataOf(key.text, levels),
  };
}

function suggestion(name: string, all: readonly string[], list: string): string {
  const candidates = all.filter(isReal);
  const near = nearest(name, candidates);
  return near
    ? `Did you mean \`${near}\`?`
    : `Use one of those under \`${list}\`: ${candidates.join(', ') || 'none yet'}.`;
}

function dataOf(name: string, all: readonly string[]): Record<string, string> {
  const near = nearest(name, all.filter(isReal));
  return near ? { name, near } : { name };
}

/** Not what stands in for an id that could not be read. */
function isReal(id: string): boolean {
  return !id.startsWith('?');
}
