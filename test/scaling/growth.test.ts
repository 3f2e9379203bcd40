import { describe, expect, it } from 'vitest';
import {
  applyToText,
  type Change,
  Checker,
  diff,
  findings,
  LiveFile,
  marksOf,
  matrixView,
  mergeTexts,
  RULES,
  viewChanges,
} from '../../src/core/index.ts';
import { eachRow } from '../../src/core/model/index.ts';
import { compare } from '../../src/core/publishing.ts';
import { changesView, importReviews, layoutWorkbook, readReview } from '../../src/core/reviewing.ts';
import type { RawSheet } from '../../src/core/sheet/raw.ts';
import type { ToMatrix } from '../../src/protocol/matrix.ts';
import { placesIn } from '../../src/webview/matrix/state/places.ts';
import { initialState, reduce } from '../../src/webview/matrix/state/store.ts';
import { asRead } from '../core/sheet/rawBook.ts';
import { bigFramework } from '../helpers/bigFramework.ts';
import { growth } from '../helpers/growth.ts';
import { history } from '../helpers/histories.ts';
import { withOtherIds } from '../helpers/otherIds.ts';

const FEW = 1_000;
const MANY = 10_000;
/** Ten times as many rows: what grows with them takes ten times as long, with their square a hundred times. */
const LINEAR = 30;
/** What costs what it touches takes as long in a large file as in a small one, but for the machine's caches. */
const FLAT = 4;

describe('The measure of growth', () => {
  const pairs = (size: number) => {
    let sum = 0;
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) sum = (sum * 31 + (a ^ b)) | 0;
    return sum;
  };

  it('tells the square of the size from the size', () => {
    const square = growth(300, 3_000, size => ({ run: () => pairs(size) }));
    const size = growth(300, 3_000, rows => ({ run: () => pairs(Math.round(Math.sqrt(rows * 3_000))) }));
    expect(square).toBeGreaterThan(LINEAR);
    expect(size).toBeLessThan(LINEAR);
  });
});

describe('[flat] In a file of ten times as many rows', () => {
  it('a keystroke is followed, and the findings of its row told, for the same', () => {
    const grown = growth(FEW, MANY, size => {
      const text = bigFramework(size);
      const file = new LiveFile(text);
      const words = '\n                  1st: ';
      const at = text.indexOf(words, text.length >> 1) + words.length + 3;
      let typed = false;
      let due = () => {};
      let isAll = false;
      const checker = new Checker({
        show: state => {
          isAll = state.isAll;
        },
        later: (_, what) => {
          due = what;
          return () => {};
        },
        now: () => 0,
      });
      // What is found is shown, up to a thousand: so rules that find something here would make the small file cheaper.
      const found = new Set(findings(file.loaded).map(({ rule }) => rule));
      const options = { among: RULES.filter(({ meta }) => !found.has(meta.id)) };
      checker.check(file.loaded, options);
      while (!isAll) due();
      return {
        times: 40,
        run() {
          typed = !typed;
          const inserted = typed ? 'x' : '';
          file.change([{ rangeOffset: at, rangeLength: typed ? 0 : 1, text: inserted }]);
          checker.check(file.loaded, options, [at, at + inserted.length]);
        },
      };
    });
    expect(grown).toBeLessThan(FLAT);
  });

  it('one change is written for the same', () => {
    const grown = growth(FEW, MANY, size => {
      const file = new LiveFile(bigFramework(size));
      let words = 0;
      return {
        times: 40,
        run: () => edit(file, `Words ${++words}.`),
      };
    });
    expect(grown).toBeLessThan(FLAT);
  });

  it('a statement that was edited comes to the matrix, and into its page', () => {
    const grown = growth(FEW, MANY, size => {
      const file = new LiveFile(bigFramework(size));
      const { id: area } = file.loaded.framework.areas[0]!;
      const marks = marksOf([{ severity: 'info', area, row: 'row-1' }]);
      let view = matrixView(file.loaded.framework, marks);
      let state = initialState();
      const tell = (message: ToMatrix) => {
        state = reduce(state, { type: 'message', message });
      };
      tell({ type: 'snapshot', revision: 0, view, problem: null, lock: null });
      placesIn(view);
      let edits = 0;
      return {
        times: 40,
        run() {
          edit(file, `Words ${++edits}.`);
          const next = matrixView(file.loaded.framework, marks, view);
          const changes = viewChanges(view, next);
          view = next;
          if (!changes) throw new Error('Nothing was told.');
          tell({ type: 'changes', from: edits - 1, revision: edits, changes });
          placesIn(state.view!).line('r:row-1');
        },
      };
    });
    expect(grown).toBeLessThan(FLAT);
  });
});

/** Gives a statement in the middle of a file other words; it is found without a walk over all rows. */
function edit(file: LiveFile, after: string): void {
  const { areas } = file.loaded.framework;
  const row = areas[areas.length >> 1]!.sections[0]!.topics[0]!.rows[0]!;
  const [level, before] = [...row.statements][0]!;
  const change: Change = { op: 'set', what: 'statement', row: row.id, level, before, after };
  const { edits } = applyToText(file.loaded, [change]);
  file.change(edits.map(({ start, end, text }) => ({ rangeOffset: start, rangeLength: end - start, text })));
}

/** A sheet that came back with some words more in one statement of ten, or of another number. */
function reworded(sheet: RawSheet, words: string, every = 10): RawSheet {
  let at = 0;
  const rows = sheet.rows.map(row => ({
    ...row,
    cells: row.cells.map(cell =>
      cell.text.endsWith('.') && at++ % every === 0 ? { ...cell, text: `${cell.text} ${words}` } : cell,
    ),
  }));
  return { ...sheet, rows };
}

/** A table with so many rows more below it. @param says the section, the topic and the first statement of each */
function filledDown(sheet: RawSheet, count: number, says: (at: number) => readonly string[]): RawSheet {
  const heads = sheet.rows.flatMap(row => row.cells).filter(({ text }) => text === 'Section');
  const first = heads[0]!.column;
  const end = sheet.rows.at(-1)!.row;
  const rows = Array.from({ length: count }, (_, at) => ({
    row: end + 1 + at,
    hidden: false,
    cells: says(at).flatMap((text, index) =>
      text === '' ? [] : [{ column: first + index, text, kind: 'text' as const }],
    ),
  }));
  return { ...sheet, rows: [...sheet.rows, ...rows] };
}

describe('[linear] Ten times as many rows take ten times as long', () => {
  it('to be read and checked by all rules', () => {
    const grown = growth(FEW, MANY, size => {
      const text = bigFramework(size);
      return { run: () => findings(new LiveFile(text).loaded) };
    });
    expect(grown).toBeLessThan(LINEAR);
  });

  it('to be shown as a matrix', () => {
    const grown = growth(FEW, MANY, size => {
      const { framework } = new LiveFile(bigFramework(size)).loaded;
      return { times: 3, run: () => matrixView(framework, undefined) };
    });
    expect(grown).toBeLessThan(LINEAR);
  });

  it('to be laid out as a workbook', () => {
    const grown = growth(FEW, MANY, size => {
      const { framework, document } = new LiveFile(bigFramework(size)).loaded;
      return { run: () => layoutWorkbook(framework, { base: document.text, date: '2026-01-01' }) };
    });
    expect(grown).toBeLessThan(LINEAR);
  });

  it('to come back as a workbook and be merged into a file that was edited since', () => {
    const grown = growth(FEW, MANY, size => {
      const text = bigFramework(size);
      const sent = asRead(layoutWorkbook(new LiveFile(text).loaded.framework, { base: text }));
      const book = { ...sent, sheets: sent.sheets.map(sheet => reworded(sheet, 'As agreed.')) };
      const today = new LiveFile(text.replaceAll(/^( +1st: .*[aeiou])\.$/gm, '$1, as decided.')).loaded;
      return {
        run() {
          const review = readReview(book, { framework: today.framework, file: today.document });
          const plan = importReviews(today, [{ name: 'Jo', review }]);
          if (plan.changes.length < size / 20) throw new Error('Hardly anything was imported.');
        },
      };
    });
    expect(grown).toBeLessThan(LINEAR);
  });

  it('to come back with as many new rows, whether they say the same, are in one topic or have one each', () => {
    const text = bigFramework(100);
    const sent = asRead(layoutWorkbook(new LiveFile(text).loaded.framework, { base: text }));
    const table = sent.sheets.find(({ rows }) =>
      rows.some(({ cells }) => ['Section', 'Topic'].every(head => cells.some(({ text }) => text === head))),
    );
    const filled: [(at: number) => readonly string[], 'ignore' | 'new-row'][] = [
      [() => ['', '', 'The same.'], 'ignore'],
      [() => ['', '', 'The same.'], 'new-row'],
      [at => ['', '', `Says ${at}.`], 'ignore'],
      [at => ['Functions', `Topic ${at}`, `Says ${at}.`], 'ignore'],
      [at => ['Functions', '中'.repeat(1 + (at % 99)) + at, `Says ${at}.`], 'ignore'],
    ];
    for (const [says, answer] of filled) {
      const grown = growth(FEW / 4, MANY / 4, size => {
        const today = new LiveFile(text).loaded;
        const sheets = sent.sheets.map(sheet => (sheet === table ? filledDown(sheet, size, says) : sheet));
        return {
          run() {
            const review = readReview({ ...sent, sheets });
            const questions = importReviews(today, [{ name: 'Jo', review }]).questions;
            const answers = new Map(questions.map(({ id }) => [id, answer]));
            const { changes } = importReviews(today, [{ name: 'Jo', review }], { answers });
            const repeats = questions.length > 0 && answer === 'ignore';
            if (changes.length < (repeats ? 1 : size)) throw new Error('Hardly anything was added.');
            applyToText(today, changes);
          },
        };
      });
      expect(grown).toBeLessThan(LINEAR);
    }
  });

  it('to be merged with a version without a level, where the words that stood there have changed', () => {
    const grown = growth(FEW / 4, MANY / 4, size => {
      const text = bigFramework(size);
      const base = new LiveFile(text).loaded;
      const ours = new LiveFile(text.replace(/^ {2}- id: 1st\n.*\n|^ {18}1st: .*\n/gm, '')).loaded;
      const theirs = new LiveFile(text.replaceAll(/^( +1st: .*[aeiou])\.$/gm, '$1, as decided.')).loaded;
      return {
        run() {
          const { conflicts } = mergeTexts(
            { base, ours, theirs },
            { ours: 'ours', theirs: 'theirs', size: 7 },
          );
          if (conflicts.length < size / 20) throw new Error('Hardly anything clashed.');
        },
      };
    });
    expect(grown).toBeLessThan(LINEAR);
  });

  it('to come back from two reviewers who clash over every second statement, and be shown', () => {
    const grown = growth(FEW / 2, MANY / 2, size => {
      const text = bigFramework(size);
      const today = new LiveFile(text).loaded;
      const sent = asRead(layoutWorkbook(today.framework, { base: text }));
      const returned = ['Ada', 'Ben'].map(name => {
        const sheets = sent.sheets.map(sheet => reworded(sheet, `So says ${name}.`, 2));
        return { name, review: readReview({ ...sent, sheets }) };
      });
      return {
        run() {
          const { changes, conflicts, framework, who } = importReviews(today, returned);
          if (conflicts.length < size) throw new Error('They hardly clash.');
          changesView({
            mode: 'preview',
            title: '',
            from: { name: '', framework: today.framework },
            to: { name: '', framework },
            changes,
            conflicts,
            ...(who && { who }),
          });
        },
      };
    });
    expect(grown).toBeLessThan(LINEAR);
  });

  it('to be compared by their ids', () => {
    const grown = growth(FEW, MANY, size => {
      const { before, after } = history(21, size);
      return { times: 3, run: () => diff(before, after) };
    });
    expect(grown).toBeLessThan(LINEAR);
  });

  it('to be compared without their ids', () => {
    const grown = growth(FEW, MANY, size => {
      const { before, after } = history(21, size);
      const { framework } = withOtherIds(after);
      return { run: () => compare(before, framework) };
    });
    expect(grown).toBeLessThan(LINEAR);
  });
});

it('As many statements as a framework of 20,000 rows and seven levels has are written at once', () => {
  const { loaded } = new LiveFile(bigFramework(35_000));
  const changes = Array.from(eachRow(loaded.framework)).flatMap(({ row }) =>
    Array.from(
      row.statements,
      ([level, before]): Change => ({
        op: 'set',
        what: 'statement',
        row: row.id,
        level,
        before,
        after: `${before} More.`,
      }),
    ),
  );
  expect(changes.length).toBeGreaterThan(130_000);
  expect(applyToText(loaded, changes).edits).toHaveLength(changes.length);
});
