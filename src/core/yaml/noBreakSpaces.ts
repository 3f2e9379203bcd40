const BLANK = '[ \u00a0\u2007\u202f\u3000]';
const NO_BREAK = /[\u00a0\u2007\u202f\u3000](?:[ \u00a0\u2007\u202f\u3000]*[\u00a0\u2007\u202f\u3000])?/;
/** What a line is indented by, its dashes, and its key with its colon and what stands between that and the text. */
const LINE = new RegExp(`^${BLANK}*(?:-${BLANK}+)*(?:[^\\s:#]{1,100}:${BLANK}+)?`, 'gm');

/** Where no-break spaces stand in a text as if they were ordinary ones: before keys and dashes, and behind them. */
export function noBreakSpaces(text: string): [number, number][] {
  const found: [number, number][] = [];
  if (!NO_BREAK.test(text)) return found;
  for (const { 0: beginning, index } of text.matchAll(LINE)) {
    const run = NO_BREAK.exec(beginning);
    if (run) found.push([index + run.index, index + run.index + run[0].length]);
  }
  return found;
}
