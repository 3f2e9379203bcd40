// Runs before every property test file: one place decides how many cases a property sees.
import fc from 'fast-check';

const runs = Number(process.env.RUNS ?? '1000');
if (!Number.isInteger(runs) || runs < 1) {
  throw new Error(`RUNS must be a whole number of at least 1, but is "${process.env.RUNS}".`);
}
fc.configureGlobal({ numRuns: runs });
