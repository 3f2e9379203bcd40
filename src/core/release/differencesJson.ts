import type { Comparison } from '../changes/compare.ts';
import { comparisonJson } from '../changes/comparisonJson.ts';
import type { Doubt } from '../changes/doubts.ts';
import { classesOf } from '../versions/classesOf.ts';
import type { Release } from './release.ts';
import { releasePlain } from './releasePlain.ts';

/**
 * How two versions differ as JSON, by the contract of the command line (docs/cli.md).
 * @param problems what the reader has to know of how they were compared
 */
export function differencesJson(
  comparison: Comparison,
  release: Release,
  problems: readonly Pick<Doubt, 'place' | 'message'>[],
): string {
  const classes = classesOf(comparison.changes, release.crosswalk);
  const changes = comparisonJson(comparison).map(({ op, kind, ...rest }, at) => {
    const found = classes[at];
    return { op, kind, ...(found !== undefined && { class: found }), ...rest };
  });
  const json = {
    changes,
    conflicts: [],
    questions: [],
    problems,
    written: false,
    release: releasePlain(release),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
