import type { Loaded } from '../model/load.ts';
import type { TextEdit } from '../text/edit.ts';
import { ruleOf } from './allRules.ts';
import type { Finding } from './finding.ts';
import { whereOf } from './finished.ts';
import type { Fix, RuleMeta } from './rule.ts';
import { type RunOptions, versionsOf } from './runOptions.ts';

/**
 * The ways to mend a finding, the best first; none where there is no honest one.
 * @param loaded the state of the file that the finding was made from
 * @param options those that it was made with
 */
export function fixesOf(loaded: Loaded, finding: Finding, options: RunOptions = {}): readonly Fix[] {
  const rule = ruleOf(finding.rule);
  if (!rule?.fix) return [];
  const { start, end, data = {} } = finding;
  const covered = loaded.document.text.slice(start, end);
  const siblings = versionsOf(loaded.framework, options);
  return rule.fix({ loaded, start, end, covered, data, where: whereOf(finding), siblings });
}

/** Of which rules a fix may be applied unseen: some of theirs, if not all. */
export const HAS_SAFE: ReadonlySet<RuleMeta['fixable'] | undefined> = new Set(['safe', 'partly'] as const);

/**
 * The edits of all fixes that may be applied unseen. Of two that overlap the first counts; a published version is
 * not edited.
 * @param found what was found in this state of the file, in text order
 * @param options those that it was found with
 */
export function safeEdits(loaded: Loaded, found: readonly Finding[], options?: RunOptions): TextEdit[] {
  if (loaded.framework.details.status === 'published') return [];
  const edits: TextEdit[] = [];
  let end = -1;
  for (const finding of found) {
    if (!HAS_SAFE.has(ruleOf(finding.rule)?.meta.fixable)) continue;
    const fix = fixesOf(loaded, finding, options).find(each => each.safe);
    if (!fix || fix.edits.length === 0 || Math.min(...fix.edits.map(({ start }) => start)) < end) continue;
    end = Math.max(...fix.edits.map(edit => edit.end));
    edits.push(...fix.edits);
  }
  return edits;
}
