import type { Agreement, Wanted } from '../changesView/wanted.ts';
import type { Sent } from '../sheet/sent.ts';

/**
 * How far reviewers agree about one thing.
 * @param versions who wants each version of it
 * @param unchanged how many saw it and left it as it was
 */
export function agreementOf(versions: readonly Iterable<string>[], unchanged: number): Agreement {
  if (versions.length > 1) return 'differ';
  const [only] = versions;
  if (!only) return 'none';
  if (unchanged === 0) return 'all';
  return [...only].length === 1 ? 'one' : 'several';
}

/** Whether a reviewer was sent a thing. @param scope what was sent; absent: all */
export function wasSent(
  scope: Sent['scope'] | undefined,
  area: string | undefined,
  level: string | undefined,
): boolean {
  const has = (ids: readonly string[] | undefined, id: string | undefined) =>
    ids === undefined || id === undefined || ids.includes(id);
  return has(scope?.areas, area) && has(scope?.levels, level);
}

/**
 * Who wants a change, in words.
 * @param by who wants it as it is
 * @param others who want something else of the same thing
 * @param all how many reviewers there are
 */
export function wantedBy(
  by: readonly string[],
  agreement: Agreement,
  others: readonly string[],
  all: number,
): Wanted {
  return { reviewers: by, agreement, words: wordsFor(by, agreement, others, all) };
}

function wordsFor(
  by: readonly string[],
  agreement: Agreement,
  others: readonly string[],
  all: number,
): string {
  const names = by.join(', ');
  if (others.length > 0)
    return `${names}; ${others.join(', ')} ${others.length === 1 ? 'wants' : 'want'} it otherwise`;
  if (agreement !== 'all') return names;
  if (by.length === all) return all === 2 ? 'both reviewers' : `all ${all} reviewers`;
  return by.length === 1 ? `${names}, who alone was sent it` : `${names}: all who were sent it`;
}
