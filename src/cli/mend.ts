import {
  applyEdits,
  findings,
  fixesOf,
  HAS_SAFE,
  type Loaded,
  loadFramework,
  parseYaml,
  type RunOptions,
  ruleOf,
} from '../core/index.ts';
import { placeIn } from './source.ts';

/** A fix that was applied. */
export interface Mended {
  readonly rule: string;
  /** Where it was, in the text as it stood when the fix was applied. */
  readonly line: number;
  readonly column: number;
  /** What was done, as an order: `Put it in quotes`. */
  readonly title: string;
}

/** A fix may bring to light what the next round mends; none needs nearly as many. */
const ROUNDS = 20;

/** Applies all fixes that are safe to apply unseen, until there is none left. */
export function mend(
  loaded: Loaded,
  settings?: RunOptions,
): { readonly loaded: Loaded; readonly mended: readonly Mended[] } {
  const mended: Mended[] = [];
  let now = loaded;
  for (let round = 0; round < ROUNDS; round++) {
    const { text } = now.document;
    const edits = [];
    let end = -1;
    for (const finding of findings(now, settings)) {
      if (!HAS_SAFE.has(ruleOf(finding.rule)?.meta.fixable)) continue;
      const fix = fixesOf(now, finding, settings).find(each => each.safe);
      const starts = fix?.edits.map(edit => edit.start) ?? [];
      // What overlaps an edit of this round waits for the next.
      if (!fix || starts.length === 0 || Math.min(...starts) < end) continue;
      end = Math.max(...fix.edits.map(edit => edit.end));
      edits.push(...fix.edits);
      const [line, column] = placeIn(text, finding.start);
      mended.push({ rule: finding.rule, line, column, title: fix.title });
    }
    const after = applyEdits(text, edits);
    if (after === text) break;
    now = loadFramework(parseYaml(after));
  }
  return { loaded: now, mended };
}
