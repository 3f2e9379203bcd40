import type { Loaded } from '../model/load.ts';
import { ruleOf } from './allRules.ts';
import type { Finding } from './finding.ts';
import { whereOf } from './finished.ts';
import type { Fix } from './rule.ts';

/**
 * The ways to mend a finding, the best first; none where there is no honest one.
 * @param loaded the state of the file that the finding was made from
 */
export function fixesOf(loaded: Loaded, finding: Finding): readonly Fix[] {
  const rule = ruleOf(finding.rule);
  if (!rule?.fix) return [];
  const { start, end, data = {} } = finding;
  const covered = loaded.document.text.slice(start, end);
  return rule.fix({ loaded, start, end, covered, data, where: whereOf(finding) });
}
