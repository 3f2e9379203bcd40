import type { Crossing } from '../versions/crosswalk.ts';

/** The crosswalk from one version to the next, and what people call the newer one. */
export interface Step {
  readonly name: string;
  readonly lines: readonly Crossing[];
}

/**
 * Which of several steps changed what differs between the first version and the last.
 * @param lines the crosswalk from the first to the last
 * @param steps those between, in their order
 * @returns by line, the names of the steps that changed it
 */
export function stepsOf(
  lines: readonly Crossing[],
  steps: readonly Step[],
): ReadonlyMap<Crossing, readonly string[]> {
  const indexed = steps.map(({ name, lines: own }) => ({
    name,
    byFrom: indexBy(own, 'from'),
    byTo: indexBy(own, 'to'),
  }));
  const changed = (line: Crossing | undefined) => line !== undefined && line.disposition !== 'unchanged';
  const forward = (start: Crossing['from']): string[] => {
    let at = start;
    return indexed.flatMap(({ name, byFrom }) => {
      const line = at && byFrom.get(keyOf(at));
      at = line?.to;
      return changed(line) ? [name] : [];
    });
  };
  const backward = (end: Crossing['to']): string[] => {
    let at = end;
    return [...indexed]
      .reverse()
      .flatMap(({ name, byTo }) => {
        const line = at && byTo.get(keyOf(at));
        at = line?.from;
        return changed(line) ? [name] : [];
      })
      .reverse();
  };
  const found = new Map<Crossing, readonly string[]>();
  for (const line of lines)
    if (changed(line)) found.set(line, line.to ? backward(line.to) : forward(line.from));
  return found;
}

/** How many statements of the last version a step changed that are nevertheless as they were in the first. */
export function takenBack(lines: readonly Crossing[], steps: readonly Step[]): number {
  const as = lines.map(line =>
    line.disposition === 'unchanged' ? { ...line, disposition: 'reworded' as const } : line,
  );
  const found = stepsOf(as, steps);
  return lines.filter((line, at) => line.disposition === 'unchanged' && (found.get(as[at]!)?.length ?? 0) > 0)
    .length;
}

/** Of lines that share a statement, the first counts: the one of the row that it was in before. */
function indexBy(lines: readonly Crossing[], side: 'from' | 'to'): Map<string, Crossing> {
  const index = new Map<string, Crossing>();
  for (const line of lines) {
    const cell = line[side];
    if (cell && !index.has(keyOf(cell))) index.set(keyOf(cell), line);
  }
  return index;
}

function keyOf({ row, level }: NonNullable<Crossing['from']>): string {
  return JSON.stringify([row.id, level]);
}
