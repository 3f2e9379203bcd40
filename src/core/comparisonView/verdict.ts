import type { Verdict } from '../changesView/comparison.ts';
import { becauseText, CLASS_LABELS } from '../release/labels.ts';
import { BAR_CLASSES } from '../versions/judgement.ts';
import { addressOf, type ReasonedCrossing } from '../versions/reasons.ts';

/** Whether a line of a crosswalk moves the bar, as a page shows it; undefined of what is unchanged. */
export function verdictOf(line: ReasonedCrossing): Verdict | undefined {
  const { judgement, said, found, why } = line;
  const reason = said?.reason ?? why;
  if (!judgement) return undefined;
  return {
    class: judgement.class,
    label: CLASS_LABELS[judgement.class],
    because: becauseText(judgement.because),
    ...addressOf(line),
    ...(reason !== undefined && { reason }),
    ...(found && { overruled: CLASS_LABELS[found.class] }),
  };
}

/** The verdict that weighs most; undefined of none. */
export function weightiest(lines: readonly ReasonedCrossing[]): Verdict | undefined {
  const verdicts = lines.flatMap(line => verdictOf(line) ?? []);
  for (const one of BAR_CLASSES) {
    const found = verdicts.find(verdict => verdict.class === one);
    if (found) return found;
  }
  return undefined;
}
