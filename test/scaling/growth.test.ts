import { describe, expect, it } from 'vitest';
import {
  applyToText,
  type Change,
  Checker,
  diff,
  findings,
  LiveFile,
  matrixView,
  RULES,
} from '../../src/core/index.ts';
import { compare } from '../../src/core/publishing.ts';
import { layoutWorkbook } from '../../src/core/reviewing.ts';
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
        run() {
          const { row, level, text } = statementInTheMiddle(file);
          const change: Change = {
            op: 'set',
            what: 'statement',
            row,
            level,
            before: text,
            after: `Words ${++words}.`,
          };
          const { edits } = applyToText(file.loaded, [change]);
          file.change(
            edits.map(({ start, end, text: inserted }) => ({
              rangeOffset: start,
              rangeLength: end - start,
              text: inserted,
            })),
          );
        },
      };
    });
    expect(grown).toBeLessThan(FLAT);
  });
});

/** A statement in the middle of a file, found without a walk over all rows. */
function statementInTheMiddle({ loaded: { framework } }: LiveFile) {
  const area = framework.areas[framework.areas.length >> 1]!;
  const row = area.sections[0]!.topics[0]!.rows[0]!;
  const [level, text] = [...row.statements][0]!;
  return { row: row.id, level, text };
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
