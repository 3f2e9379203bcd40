// A reviewer does what reviewers do with a workbook; the import makes of it what was meant, or asks.
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectRound, expectRoundOfSeveral } from '../helpers/reviewer/judge.ts';
import { rounds, roundsOfSeveral } from '../helpers/reviewer/round.ts';

const asked = fc.readConfigureGlobal()?.numRuns ?? 1000;
/** A long run sees half of what it sees of the other properties: each case is a whole round. */
const numRuns = asked > 1000 ? Math.ceil(asked / 2) : asked;

const SEED = 20261123;

describe('what a reviewer does with a workbook', () => {
  it('comes back as it was meant, or is asked about, whatever happened to the YAML meanwhile', () => {
    fc.assert(
      fc.property(rounds, expectRound),
      // The short run sees the same cases each time; the long one others.
      asked > 1000 ? { numRuns } : { numRuns, seed: SEED },
    );
  });

  it('goes together with what others do, in any order with the same result, and nothing of it is lost', () => {
    const several = Math.ceil(numRuns / 5);
    fc.assert(
      fc.property(roundsOfSeveral, expectRoundOfSeveral),
      asked > 1000 ? { numRuns: several } : { numRuns: several, seed: SEED },
    );
  });
});
