/** A part of a text with the markers of git: what stands there anyway, or what each side has. */
export type Part = string | Hunk;

export interface Hunk {
  readonly ours: string;
  readonly theirs: string;
}

export type Choice = keyof Hunk;

/** The parts of a text with markers of the usual size that name their sides `ours` and `theirs`. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const found of text.matchAll(/^<{7} ours\r?\n(.*?)^={7}\r?\n(.*?)^>{7} theirs\r?(?:\n|$)/gms)) {
    parts.push(text.slice(at, found.index), { ours: found[1]!, theirs: found[2]! });
    at = found.index + found[0].length;
  }
  return [...parts, text.slice(at)];
}

/** What each side has where they clash, from top to bottom. */
export function hunksIn(text: string): Hunk[] {
  return partsOf(text).filter(part => typeof part !== 'string');
}

/** The text as somebody makes it who takes these sides, from top to bottom. */
export function mixed(text: string, choices: readonly Choice[]): string {
  let at = 0;
  return partsOf(text)
    .map(part => (typeof part === 'string' ? part : part[choices[at++]!]))
    .join('');
}

/** The text as somebody makes it who always takes one side. */
export function taken(text: string, side: Choice): string {
  return mixed(
    text,
    hunksIn(text).map(() => side),
  );
}

/** Every way to take sides; of more than six hunks each one that differs from the rest, and some by chance. */
export function mixesOf(count: number, seed: number): Choice[][] {
  const sides = (isOurs: (at: number) => boolean) =>
    Array.from({ length: count }, (_, at): Choice => (isOurs(at) ? 'ours' : 'theirs'));
  if (count <= 6)
    return Array.from({ length: 2 ** count }, (_, bits) => sides(at => ((bits >> at) & 1) === 0));
  const single = Array.from({ length: count }, (_, one) => [
    sides(at => at === one),
    sides(at => at !== one),
  ]).flat();
  const chance = Array.from({ length: 16 }, (_, round) =>
    sides(at => Math.imul(seed + round * 7919 + at * 104_729, 0x9e3779b1) >>> 31 === 0),
  );
  return [...single, ...chance];
}
