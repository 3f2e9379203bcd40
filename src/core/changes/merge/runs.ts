/**
 * Puts runs of ids that belong at one spot after each other, sorted by their first id. Runs that share ids are
 * joined so that each of their sequences holds.
 * @param runs each id once in a run
 * @param contradicted told of an id that had to come first although runs contradict each other about it
 * @returns every id once; the same for any order of the runs
 */
export function joinRuns(runs: readonly (readonly string[])[], contradicted: (id: string) => void): string[] {
  return groupsOf(runs.filter(run => run.length > 0))
    .map(group => (group.length === 1 ? [...group[0]!] : inSequence(group, contradicted)))
    .sort((a, b) => compare(a[0] ?? '', b[0] ?? ''))
    .flat();
}

/** Runs that share ids, directly or by way of others, together; equal runs only once. */
function groupsOf(runs: readonly (readonly string[])[]): (readonly string[])[][] {
  let groups: (readonly string[])[][] = [];
  for (const run of runs) {
    if (groups.some(group => group.some(other => isEqual(other, run)))) continue;
    const ids = new Set(run);
    const touching = groups.filter(group => group.some(other => other.some(id => ids.has(id))));
    groups = [...groups.filter(group => !touching.includes(group)), [...touching.flat(), run]];
  }
  return groups;
}

/** One order in which every sequence holds; of what may come next the smallest id comes first. */
function inSequence(runs: readonly (readonly string[])[], contradicted: (id: string) => void): string[] {
  const followers = new Map<string, string[]>();
  const waitsFor = new Map<string, number>();
  for (const run of runs)
    run.forEach((id, at) => {
      waitsFor.set(id, (waitsFor.get(id) ?? 0) + (at > 0 ? 1 : 0));
      const above = run[at - 1];
      if (above !== undefined) followers.set(above, [...(followers.get(above) ?? []), id]);
    });
  const order: string[] = [];
  while (waitsFor.size > 0) {
    const free = smallest([...waitsFor].filter(([, count]) => count === 0));
    const next = free ?? smallest([...waitsFor])!;
    if (free === undefined) contradicted(next);
    waitsFor.delete(next);
    order.push(next);
    for (const id of followers.get(next) ?? []) {
      const count = waitsFor.get(id);
      if (count !== undefined) waitsFor.set(id, count - 1);
    }
  }
  return order;
}

function smallest(entries: readonly (readonly [string, number])[]): string | undefined {
  let found: string | undefined;
  for (const [id] of entries) if (found === undefined || id < found) found = id;
  return found;
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
