import path from 'node:path';
import { root } from '../../scripts/lib/install.mjs';
import { draftText } from '../frameworks.ts';
import { heads, type Measured, median, milliseconds, ratio, rowOf } from '../measure.ts';
import { ourMeasured } from '../measuredExtension.ts';
import { type Commit, LiveMatrix, SEEN_MS } from './liveMatrix.ts';

/** Edits a round. */
const EDITS = 2;

/** What was measured at one size. */
interface Sample {
  readonly commits: Commit[];
  /** Those that change what is found. */
  readonly found: Commit[];
  readonly typing: { page: number; host: number }[];
  readonly scrolling: { page: number; host: number }[];
}

/**
 * The way from the key that commits a cell to the screen, in VS Code, and what holds up others meanwhile.
 * @param sizes the first is what the others are held against
 */
export async function commits(sizes: readonly number[], rounds: number): Promise<Measured[]> {
  const extension = await ourMeasured('matrix', path.join(root, 'bench/matrix/stopwatch.cjs'));
  const subjects: { live: LiveMatrix; sample: Sample }[] = [];
  try {
    for (const rows of sizes)
      subjects.push({
        live: await LiveMatrix.open(extension, draftText(rows)),
        sample: { commits: [], found: [], typing: [], scrolling: [] },
      });
    for (let round = -1; round < rounds; round++)
      for (const { live, sample } of subjects) {
        const now = await measure(live);
        if (round < 0) continue;
        for (const name of ['commits', 'found', 'typing', 'scrolling'] as const)
          sample[name].push(...(now[name] as never[]));
      }
  } finally {
    for (const { live } of subjects) await live.close();
  }
  return rowsFrom(
    subjects.map(({ sample }) => sample),
    heads(sizes)[0]!,
  );
}

async function measure(live: LiveMatrix): Promise<Sample> {
  const [commits, found]: [Commit[], Commit[]] = [[], []];
  const typing = await live.heldUp(async () => {
    for (let edit = 0; edit < EDITS; edit++) commits.push(await live.commit(false));
  });
  for (let edit = 0; edit < EDITS; edit++) found.push(await live.commit(edit % 2 === 0));
  const scrolling = await live.heldUp(() => live.scroll());
  return { commits, found, typing: [typing], scrolling: [scrolling] };
}

function rowsFrom(samples: readonly Sample[], first: string): Measured[] {
  const row = rowOf(samples);
  const whole = (commits: readonly Commit[]) => median(commits.map(({ painted }) => painted));
  const [small] = samples;
  const against = (which: 'commits' | 'found') => (sample: Sample) =>
    sample === small ? '' : ratio(whole(sample[which]) / whole(small![which]));
  const part = (what: string, from: keyof Commit | undefined, to: keyof Commit) =>
    row(what, ({ commits }) =>
      milliseconds(median(commits.map(commit => commit[to] - (from ? commit[from] : 0)))),
    );
  const longest = (what: string, of: 'typing' | 'scrolling', where: 'page' | 'host') =>
    row(what, sample => {
      const time = median(sample[of].map(each => each[where]));
      if (time > 0) return milliseconds(time);
      return where === 'page' ? 'none' : `under ${SEEN_MS} ms`;
    });
  return [
    row('In VS Code, from Enter in a cell to what the file then says on the screen', ({ commits }) =>
      milliseconds(whole(commits)),
    ),
    row(`… against ${first} (goal: at most × 2)`, against('commits')),
    part('… the text as it was typed is on the screen before', undefined, 'typed'),
    part('Of it: until the extension is asked', undefined, 'asked'),
    part('… until the edit is worked out', 'asked', 'edit'),
    part('… until VS Code has made it', 'edit', 'written'),
    part('… until the page is told', 'written', 'sent'),
    part('… until the page hears it', 'sent', 'arrived'),
    part('… until the page has drawn it', 'arrived', 'drawn'),
    part('… until that is on the screen', 'drawn', 'painted'),
    row('The same where the edit changes what is found', ({ found }) => milliseconds(whole(found))),
    row(`… against ${first}`, against('found')),
    longest('Longest task of the page over 50 ms, typing and committing (goal: none)', 'typing', 'page'),
    longest('… scrolled from end to end in 300 steps (goal: none)', 'scrolling', 'page'),
    longest('Longest time that nothing else had a turn in the extension host, typing', 'typing', 'host'),
  ];
}
