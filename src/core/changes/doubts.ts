import type { Comparison } from './compare.ts';
import type { Same } from './match/matching.ts';
import { NAMES } from './reasons.ts';

/** What a reader has to know of how two versions were compared. */
export interface Doubt {
  readonly code: 'matched-by-likeness' | 'ids-disagree';
  readonly place: string;
  readonly message: string;
}

/** Below this, somebody should look. */
const DOUBTFUL = 0.7;
/** So many pairs are named. */
const MOST_NAMED = 10;

/**
 * What was found out by likeness and not by ids, and how sure that is.
 * @param name what people know the newer version by
 */
export function doubts({ matching, idsAgree }: Comparison, name: string): Doubt[] {
  const found: Doubt[] = [];
  if (!idsAgree)
    found.push({
      code: 'ids-disagree',
      place: name,
      message:
        'Most rows say something else than the rows of the same id in the older version, so rows were compared by their words and not by their ids.',
    });
  const pairs = matching.same.filter(({ before, after, what }) => before !== after || what === 'row');
  if (pairs.length === 0) return found;
  const unsure = pairs
    .filter(({ confidence }) => confidence < DOUBTFUL)
    .sort((a, b) => a.confidence - b.confidence);
  const some =
    unsure.length === 0 ? 'none of them is in doubt' : `${unsure.length} of them in doubt: ${named(unsure)}`;
  found.push({
    code: 'matched-by-likeness',
    place: name,
    message: `${counted(pairs)} without a common id in both versions, found to be the same by likeness; ${some}.`,
  });
  return found;
}

/** `12 rows and 2 topics`. */
function counted(pairs: readonly Same[]): string {
  const counts = new Map<string, number>();
  for (const { what } of pairs) counts.set(NAMES[what], (counts.get(NAMES[what]) ?? 0) + 1);
  const parts = [...counts].map(([name, count]) => `${count} ${name}${count === 1 ? '' : 's'}`);
  const list = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${list} ${pairs.length === 1 ? 'is' : 'are'}`;
}

function named(pairs: readonly Same[]): string {
  const names = pairs.slice(0, MOST_NAMED).map(({ what, before, after, confidence }) => {
    const sure = `${Math.round(confidence * 100)} % sure`;
    const ids = before === after || after.startsWith('?') ? before : `${before} → ${after}`;
    return `${NAMES[what]} ${ids} (${sure})`;
  });
  const more = pairs.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
