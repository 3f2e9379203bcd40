import { joined } from './normal.ts';
import { initials, pairEvidence } from './pairs.ts';
import { ASIDE, phraseEvidence, type Texts } from './phrases.ts';
import type { Segment } from './segments.ts';
import { isIdle, type Token } from './tokens.ts';

/** What a stretch of changed words says about the demand. */
export interface Evidence {
  /** `unclear`: the demand is another, but neither plainly more nor less. */
  readonly direction: 'up' | 'down' | 'same' | 'unclear';
  readonly reason: string;
  readonly words: string;
  /** Of what is unclear: words that went. */
  readonly isLoss?: true;
}

/** What a stretch in which two statements differ says. */
export function evidenceIn(segment: Segment, texts: Texts): Evidence[] {
  const old = apart(segment.removed);
  const now = apart(segment.added);
  const turned =
    turnedInto(old.examples, now.demands, 'up', 'an example that is asked for now') ??
    turnedInto(now.examples, old.demands, 'down', 'only an example now');
  if (turned) return [turned];
  const examples = quoted(now.examples, old.examples);
  return [
    ...(examples === '' ? [] : [{ direction: 'same' as const, reason: 'examples', words: examples }]),
    ...ofDemand({ ...segment, removed: old.demands, added: now.demands }, texts),
  ];
}

function apart(tokens: readonly Token[]) {
  return {
    examples: tokens.filter(({ zone }) => zone === 'example'),
    demands: tokens.filter(({ zone }) => zone !== 'example'),
  };
}

/** Words of examples that are words of the demand now, or the reverse. */
function turnedInto(
  examples: readonly Token[],
  demands: readonly Token[],
  direction: 'up' | 'down',
  reason: string,
): Evidence | undefined {
  const asked = new Set(demands.filter(token => !isIdle(token)).map(({ key }) => key));
  const same = examples.filter(token => !isIdle(token) && asked.has(token.key));
  return same.length > 0 && same.length * 2 >= asked.size
    ? { direction, reason, words: quoted(same) }
    : undefined;
}

function ofDemand(segment: Segment, texts: Texts): Evidence[] {
  if (segment.removed.length + segment.added.length === 0) return [];
  if (lettersOf(segment.removed) === lettersOf(segment.added))
    return [{ direction: 'same', reason: 'another spelling', words: quoted(segment.added) }];
  const found: Evidence[] = [];
  const removed = [...segment.removed];
  const added = [...segment.added];
  for (const before of segment.removed)
    for (const after of added) {
      const pair = pairEvidence(before, after, segment);
      if (!pair) continue;
      found.push({ ...pair, words: quoted([after], [before]) });
      removed.splice(removed.indexOf(before), 1);
      added.splice(added.indexOf(after), 1);
      break;
    }
  const spelt = initials(removed, added) ?? initials(added, removed);
  if (spelt) found.push({ direction: 'same', reason: 'spelt out, or abbreviated', words: quoted([spelt]) });
  const went = phraseEvidence(segment, removed, 'removed', texts);
  const came = phraseEvidence(segment, added, 'added', texts);
  if (went && came && isContent(went.reason) && isContent(came.reason))
    found.push({ direction: 'unclear', reason: 'replaced', words: quoted(added, removed) });
  else {
    if (went)
      found.push({
        ...went,
        words: quoted(removed),
        ...(went.direction === 'unclear' && { isLoss: true as const }),
      });
    if (came) found.push({ ...came, words: quoted(added) });
  }
  return found;
}

function lettersOf(tokens: readonly Token[]): string {
  return joined(tokens.map(({ word }) => word));
}

/** Content that made way for other content is neither plainly more nor less. */
function isContent(reason: string): boolean {
  return (
    /^(?:no longer asked|newly asked|narrowed or widened|a word that denie[sd])$/.test(reason) ||
    reason === ASIDE
  );
}

/** Words for people: what came, what went, or what came for what. */
function quoted(added: readonly Token[], removed: readonly Token[] = []): string {
  const text = (tokens: readonly Token[]) => tokens.map(token => token.text).join(' ');
  return [removed, added].flatMap(tokens => (tokens.length > 0 ? text(tokens) : [])).join(' → ');
}
