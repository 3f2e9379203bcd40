import { parseDocument } from 'yaml';
import { Checker, LiveFile } from '../../src/core/index.ts';
import { frameworkText } from '../frameworks.ts';
import { alternating, heads, type LineResult, milliseconds, ratio, rowOf, SIZES, timed } from '../measure.ts';

/** A file is opened: read, loaded, checked by all rules but spelling. */
export async function open(rounds: number): Promise<LineResult> {
  const results = [];
  for (const rows of SIZES) {
    const text = frameworkText(rows);
    results.push(
      await alternating(
        rounds,
        {
          theirs: () => timed(() => parseDocument(text)),
          read: () => timed(() => new LiveFile(text).loaded),
          all: () => timed(() => checked(text)),
        },
        // What is short is not compiled yet after one round.
        rows < 1_000 ? 20 : 2,
      ),
    );
  }
  const row = rowOf(results);
  return {
    title: 'First open',
    about:
      'Parse, model and all default rules but spelling; against bare `parseDocument` of the same text by `yaml`. Both warm.',
    heads: heads(SIZES),
    rows: [
      row('Parse and model', ({ read }) => milliseconds(read)),
      row('Parse, model and rules', ({ all }) => milliseconds(all)),
      row('`parseDocument` alone', ({ theirs }) => milliseconds(theirs)),
      row('We take as long (goal: at most × 1)', ({ all, theirs }) => ratio(all / theirs)),
    ],
  };
}

function checked(text: string): void {
  let due: (() => void) | undefined;
  let isAll = false;
  const checker = new Checker({
    show: state => {
      isAll = state.isAll;
    },
    later: (_, what) => {
      due = what;
      return () => undefined;
    },
    now: () => performance.now(),
  });
  checker.check(new LiveFile(text).loaded, undefined);
  while (!isAll) due?.();
}
