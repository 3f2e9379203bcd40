import { applyToText, type Change, eachRow, LiveFile, type Row } from '../../src/core/index.ts';
import { frameworkText } from '../frameworks.ts';
import { heads, type LineResult, median, milliseconds, rowOf, SIZES, timed } from '../measure.ts';

/** One statement of a framework that is read already gets other words, then another one. */
export async function change(rounds: number): Promise<LineResult> {
  const results = [];
  for (const rows of SIZES) {
    const file = new LiveFile(frameworkText(rows));
    const all = [...eachRow(file.loaded.framework)];
    const times: Record<'first' | 'later' | 'read', number[]> = { first: [], later: [], read: [] };
    for (let round = 0; round <= 2 * rounds; round++) {
      const { row } = all[(all.length >> 1) + round]!;
      const { loaded } = file;
      // After an edit the whole text is put together when it is first asked for.
      const first = await timed(() => applyToText(loaded, [reworded(row, 'Once.')]));
      const later = await timed(() => applyToText(loaded, [reworded(row, 'Twice.')]));
      const { edits } = applyToText(loaded, [reworded(row, 'Thrice.')]);
      const made = edits.map(({ start, end, text }) => ({
        rangeOffset: start,
        rangeLength: end - start,
        text,
      }));
      const read = await timed(() => file.change(made));
      if (round > 0) {
        times.first.push(first);
        times.later.push(later);
        times.read.push(read);
      }
    }
    results.push(times);
  }
  const row = rowOf(results);
  return {
    title: 'One change applied to text',
    about: 'One statement gets other words: from the change to the edits of the text, and reading them back.',
    heads: heads(SIZES),
    rows: [
      row('The edits (goal: under 1 ms)', ({ later }) => milliseconds(median(later))),
      row('The edits, the first time after another edit', ({ first }) => milliseconds(median(first))),
      row('Reading the text after them', ({ read }) => milliseconds(median(read))),
    ],
  };
}

function reworded(row: Row, words: string): Change {
  const [level, before] = [...row.statements][0]!;
  return { op: 'set', what: 'statement', row: row.id, level, before, after: `${before} ${words}` };
}
