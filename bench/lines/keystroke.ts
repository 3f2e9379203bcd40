import { type Checked, Checker, LiveFile } from '../../src/core/index.ts';
import { diagnosticsOf, EditorText } from '../editor.ts';
import { frameworkText, middleOf } from '../frameworks.ts';
import { ITS_WAITING, LanguageServer } from '../languageServer.ts';
import { alternating, heads, type LineResult, milliseconds, ratio, rowOf, SIZES } from '../measure.ts';

/** A key is hit in a statement in the middle of the file, over and over. */
export async function keystroke(rounds: number): Promise<LineResult> {
  const results = [];
  for (const rows of SIZES) {
    const text = frameworkText(rows);
    const at = middleOf(text);
    const ours = new Typist(text, at);
    const server = new LanguageServer();
    await server.open(text);
    const line = text.slice(0, at).split('\n').length - 1;
    const character = at - text.lastIndexOf('\n', at - 1) - 1;
    let typed = false;
    results.push(
      await alternating(rounds, {
        first: () => ours.hit().first,
        all: () => ours.hit().all,
        longest: () => ours.hit().longest,
        // A letter comes and goes.
        theirs: () => {
          typed = !typed;
          return server.change(line, character, character + (typed ? 0 : 1), typed ? 'x' : '');
        },
      }),
    );
    server.stop();
  }
  const row = rowOf(results);
  const base = results[1]!.first;
  return {
    title: 'Keystroke to updated findings',
    about:
      'A letter typed in a statement in the middle of the file, from the change event to the findings handed over (at most 1,000, by line and character), by the path of the extension; against yaml-language-server 2.0.0 with our JSON Schema, from change to publishDiagnostics.',
    heads: heads(SIZES),
    rows: [
      row('Findings of the edited row, those elsewhere moved along', ({ first }) => milliseconds(first)),
      row('… against 150 rows (goal: at most × 3)', ({ first }) => ratio(first / base)),
      row('All findings anew: work done in slices after a pause of 120 ms', ({ all }) => milliseconds(all)),
      row('… the longest of these slices (goal: at most 50 ms)', ({ longest }) => milliseconds(longest)),
      row('yaml-language-server', ({ theirs }) => milliseconds(theirs)),
      row('… takes as long (goal: × 20)', ({ first, theirs }) => ratio(theirs / first)),
      row(`… without its waiting of ${ITS_WAITING} ms (goal: × 10)`, ({ first, theirs }) =>
        ratio(Math.max(0, theirs - ITS_WAITING) / first),
      ),
      row('… without its waiting, against all findings anew', ({ all, theirs }) =>
        ratio(Math.max(0, theirs - ITS_WAITING) / all),
      ),
    ],
  };
}

/** An editor with the extension, as far as findings go; time passes for it only in work. */
class Typist {
  readonly #file: LiveFile;
  readonly #editor: EditorText;
  readonly #checker: Checker;
  readonly #at: number;
  readonly #line: number;
  #due: (() => void) | undefined;
  #isAll = false;
  #typed = false;

  constructor(text: string, at: number) {
    this.#file = new LiveFile(text);
    this.#editor = new EditorText(text);
    this.#at = at;
    this.#line = text.slice(0, at).split('\n').length - 1;
    this.#checker = new Checker({
      show: checked => this.#show(checked),
      later: (_, what) => {
        this.#due = what;
        return () => {
          this.#due = undefined;
        };
      },
      now: () => performance.now(),
    });
    this.#checker.check(this.#file.loaded, undefined);
    this.#work();
  }

  /**
   * A letter comes and goes. How long until the first findings are there, how much work all of them are, and how
   * long that keeps others from a turn at most.
   */
  hit(): { first: number; all: number; longest: number } {
    this.#typed = !this.#typed;
    const text = this.#typed ? 'x' : '';
    this.#editor.resize(this.#line, this.#typed ? 1 : -1);
    const start = performance.now();
    this.#file.change([{ rangeOffset: this.#at, rangeLength: this.#typed ? 0 : 1, text }]);
    this.#checker.check(this.#file.loaded, undefined, [this.#at, this.#at + text.length]);
    const first = performance.now() - start;
    const longest = this.#work();
    return { first, all: performance.now() - start, longest };
  }

  /** Does all that is left; gives the time of its longest slice. */
  #work(): number {
    this.#isAll = false;
    let longest = 0;
    while (!this.#isAll) {
      const due = this.#due;
      if (!due) throw new Error('Nothing is left to do, and yet not all has been found.');
      this.#due = undefined;
      const start = performance.now();
      due();
      longest = Math.max(longest, performance.now() - start);
    }
    return longest;
  }

  #show(checked: Checked): void {
    diagnosticsOf(this.#editor, checked);
    this.#isAll = checked.isAll;
  }
}
