// `npm test [-- STAGE...] [--runs N]`: installs what is missing, runs the stages in order, closes with one
// line that counts everything. Works on a bare checkout: nothing is imported that npm has yet to install.
import process from 'node:process';
import { ensureInstalled } from './lib/install.mjs';
import { endChildrenWithUs } from './lib/processes.mjs';
import { needsBuild, stages } from './lib/stages.mjs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [remark] what went wrong outside of tests
 * @property {string[]} [failures] what failed and why, one a test; also what passed only when it was tried again
 */

endChildrenWithUs();

const args = process.argv.slice(2);
const runs = args.indexOf('--runs');
if (runs >= 0) process.env.RUNS = args.splice(runs, 2)[1];

/** @param {string} text */
const heading = text => console.log(`\n── ${text} ${'─'.repeat(Math.max(3, 90 - text.length))}`);

/** A stage is asked for by its name or by what comes before the colon. */
const chosen = Object.keys(stages).filter(
  name => args.length === 0 || args.some(arg => arg === name || name.startsWith(`${arg}:`)),
);
const unknown = args.filter(arg => !chosen.some(name => name === arg || name.startsWith(`${arg}:`)));

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const remarks = [];
let buildFailed = false;

if (unknown.length > 0) {
  total.failed += 1;
  remarks.push(
    `There is no stage "${unknown.join('", "')}". The stages are: ${Object.keys(stages).join(', ')}.`,
  );
} else {
  try {
    await ensureInstalled();
    for (const name of chosen) {
      heading(name);
      if (buildFailed && needsBuild(name)) {
        total.failed += 1;
        remarks.push(`${name}: did not run, because the build failed`);
        continue;
      }
      const started = Date.now();
      /** @type {Count | undefined} */
      const count = await stages[name]?.().catch(error => {
        console.error(error);
        return {
          passed: 0,
          failed: 1,
          skipped: 0,
          remark: /** @type {Error} */ (error).message.split('\n')[0],
        };
      });
      if (count === undefined) {
        console.log('There are no such tests.');
        continue;
      }
      buildFailed ||= name === 'build' && count.failed > 0;
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped += count.skipped;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${name}: ${tell(count)} (${seconds} s)`);
      if (count.remark !== undefined) remarks.push(`${name}: ${count.remark}`);
      else if (count.failed > 0) remarks.push(`${name}: ${count.failed} failed`);
      else if (count.failures?.length) remarks.push(`${name}: passed, not all at once`);
      // A log may be cut before it is read, and its end is what stays.
      for (const failure of count.failures ?? []) remarks.push(`  ${failure}`);
    }
  } catch (error) {
    total.failed += 1;
    remarks.push(/** @type {Error} */ (error).message);
  }
}

/** @param {Count} count */
function tell({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

heading('all');
for (const remark of remarks) console.log(remark);
console.log(tell(total));
process.exit(total.failed === 0 ? 0 : 1);
