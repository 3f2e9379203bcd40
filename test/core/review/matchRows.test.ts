import { describe, expect, it } from 'vitest';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import { reviewing } from '../../../src/core/review/reviewed.ts';
import { layoutWorkbook } from '../../../src/core/sheet/layout.ts';
import type { RawSheet } from '../../../src/core/sheet/raw.ts';
import { readCsv } from '../../../src/core/sheet/readCsv.ts';
import type { Review } from '../../../src/core/sheet/returned.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { atOnce } from '../../../src/core/slices.ts';
import { load } from '../../helpers/loaded.ts';
import { asRead } from '../sheet/rawBook.ts';
import { type Line, lines, returnedSheets, SENT } from './returnedSheet.ts';

type Answered = Readonly<Record<string, string>>;
const imported = (review: Review, answers: Answered = {}, today = SENT) =>
  importReviews(load(today), [{ name: 'Ada', review }], { answers: new Map(Object.entries(answers)) });
const order = ({ framework }: ReturnType<typeof imported>) =>
  framework.areas.flatMap(area =>
    area.sections.flatMap(section =>
      section.topics.map(topic => `${topic.id}: ${topic.rows.map(row => row.id).join(' ')}`),
    ),
  );
const codes = ({ problems }: ReturnType<typeof imported>) => problems.map(({ code }) => code);
const withoutIds = (rows: readonly Line[], sheet = 'A'): Line[] =>
  rows.map(({ id, ...row }) => (row.sheet === sheet || id === undefined ? row : { ...row, id }));
const says = (id: string, text: string) => (plan: ReturnType<typeof imported>) =>
  plan.changes.some(change => 'row' in change && change.row === id && change.after === text);

describe('A sheet that has lost its ids', () => {
  it('changes nothing where its words are those that were sent', () => {
    const plan = imported(returnedSheets(withoutIds(lines())));
    expect(plan).toMatchObject({ changes: [], questions: [], problems: [], settled: true });
  });

  it('tells a reworded row by its likeness within its topic, and says so', () => {
    const rows = withoutIds(lines());
    rows[1]!.says = { l1: 'Label all sockets in the cellar room.' };
    const plan = imported(returnedSheets(rows));
    expect(says('r2', 'Label all sockets in the cellar room.')(plan)).toBe(true);
    expect(plan.changes).toHaveLength(1);
    expect(plan.problems).toMatchObject([
      { code: 'matched-by-likeness', place: 'A!5', message: expect.stringMatching(/row r2,.* 86 %/) },
    ]);
  });

  it('asks about a row that is like none, and adds it only when told so', () => {
    const rows = withoutIds(lines());
    rows.splice(1, 0, { sheet: 'A', topic: 'Topic T', says: { l1: 'Measure the temperature daily.' } });
    const plan = imported(returnedSheets(rows));
    expect(plan).toMatchObject({ changes: [], settled: false });
    expect(plan.questions).toMatchObject([
      { kind: 'unmatched-row', place: 'A!5', options: ['new-row', 'ignore'] },
    ]);
    const { id } = plan.questions[0]!;
    expect(order(imported(returnedSheets(rows), { [id]: 'new-row' }))[0]).toMatch(/^t: r1 t-\w+ r2 r3$/);
    expect(imported(returnedSheets(rows), { [id]: 'ignore' })).toMatchObject({ changes: [], settled: true });
  });

  it('of a table in CSV is told by its lines, each a statement', () => {
    const head = 'area_id,area,section,topic_id,topic,row_id,level,statement\n';
    const table = `${head}${lines()
      .flatMap(({ topic, says }) =>
        Object.entries(says).map(([level, text]) => `,,Functions,,${topic},,${level},${text}\n`),
      )
      .join('')}`;
    expect(imported(readCsv(table, 'x.csv'))).toMatchObject({ changes: [], questions: [] });
    const more = `${table},,Functions,,Topic T,,l1,Something else entirely.\n`;
    expect(imported(readCsv(more, 'x.csv'))).toMatchObject({
      changes: [],
      questions: [{ kind: 'unmatched-row', place: 'x.csv:9' }],
    });
  });

  it('saved as CSV without any hidden column is told by its words, too', () => {
    const table = `Section,Topic,L1,L2\n${lines()
      .map(({ topic, says }) => `Functions,${topic},${says.l1 ?? ''},${says.l2 ?? ''}\n`)
      .join('')}`;
    const plan = imported(
      readCsv(table.replace('every device', 'each device'), 'x.csv', load(SENT).framework),
    );
    expect(plan.changes).toHaveLength(1);
    expect(says('r1', 'Check the cables of each device.')(plan)).toBe(true);
    expect(plan.questions).toEqual([]);
  });

  it('and its name in the workbook is told by its tab', () => {
    const book = asRead(layoutWorkbook(load(SENT).framework, { base: SENT }));
    const sheets = book.sheets.map((sheet): RawSheet => {
      const isTable = sheet.rows.some(row => row.cells.some(cell => cell.text === 'Row id'));
      const rows = sheet.rows.map(row => ({
        ...row,
        cells: row.cells.filter(({ column }) => row.row < 3 || column > 4),
      }));
      return isTable ? { ...sheet, rows } : sheet;
    });
    const plan = imported(readReview({ ...book, sheets, names: [] }));
    expect(plan).toMatchObject({ changes: [], questions: [] });
    expect(new Set(codes(plan))).toEqual(new Set(['lost-ids']));
  });

  it('asks about a row that was sent and is like none that came back', () => {
    const rows = withoutIds(lines()).filter((_, at) => at !== 1);
    const area = (id: string, topics: Record<string, string[]>) => ({
      id,
      title: id,
      shown: id,
      sheet: id.toUpperCase(),
      topics: Object.entries(topics).map(([topic, ids]) => ({
        id: topic,
        title: topic,
        kind: 'fn',
        rows: ids,
      })),
    });
    const sent = {
      framework: { id: 'f', title: 'F', version: '1.3' },
      levels: [],
      sectionKinds: [],
      areas: [area('a', { t: ['r1', 'r2', 'r3'], u: ['u1', 'u2'] }), area('b', { v: ['v1'] })],
      reading: [],
    };
    expect(imported(returnedSheets(rows, { sent })).questions).toMatchObject([
      { id: 'delete:r2', place: 'A' },
    ]);
    const unasked = returnedSheets(rows, { sent, absentAreas: ['a'] });
    expect(imported(unasked).questions).toEqual([]);
  });
});

describe('A copied row', () => {
  const copy = (at: number, text: string): Line => ({ ...lines()[at]!, says: { l1: text } });

  it('above its original is the copy, if only the original still says what was sent', () => {
    const rows = lines();
    rows.splice(1, 0, copy(1, 'Brand new words.'));
    const plan = imported(returnedSheets(rows));
    expect(plan).toMatchObject({ changes: [], settled: false });
    expect(plan.questions).toMatchObject([{ kind: 'copied-row', place: 'A!5', row: 'r2' }]);
    const { id } = plan.questions[0]!;
    const answered = imported(returnedSheets(rows), { [id]: 'new-row' });
    expect(order(answered)[0]).toMatch(/^t: r1 t-\w+ r2 r3$/);
    expect(answered.changes).toHaveLength(1);
  });

  it('is never taken silently where several were changed', () => {
    const rows = lines();
    rows.splice(1, 1, copy(1, 'Brand new words.'), copy(1, 'Label the sockets.'));
    const plan = imported(returnedSheets(rows));
    expect(plan.settled).toBe(false);
    expect(plan.questions).toMatchObject([
      {
        kind: 'copied-row',
        place: 'A!6',
        message: expect.stringContaining('Label the sockets.'),
        options: ['original', 'new-row', 'ignore'],
      },
    ]);
    const { id } = plan.questions[0]!;
    const swapped = imported(returnedSheets(rows), { [id]: 'original' });
    expect(says('r2', 'Label the sockets.')(swapped)).toBe(true);
    expect(order(swapped)[0]).toMatch(/^t: r1 t-\w+ r2 r3$/);
    expect(says('r2', 'Brand new words.')(imported(returnedSheets(rows), { [id]: 'ignore' }))).toBe(true);
  });

  it('with the same words in another topic is asked about', () => {
    const rows = lines();
    rows.splice(4, 0, { ...lines()[1]!, topic: 'Topic U' });
    const plan = imported(returnedSheets(rows));
    expect(plan.changes).toEqual([]);
    expect(plan.questions).toMatchObject([{ kind: 'copied-row', place: 'A!8' }]);
  });
});

describe('A new row', () => {
  const fresh = (topic: string): Line => ({ sheet: 'A', topic, says: { l1: 'Something new.' } });

  it('at the top of a topic stands at its top', () => {
    const first = lines();
    first.unshift(fresh('Topic T'));
    expect(order(imported(returnedSheets(first)))[0]).toMatch(/^t: t-\w+ r1 r2 r3$/);
    const second = lines();
    second.splice(3, 0, fresh('Topic U'));
    expect(order(imported(returnedSheets(second)))[1]).toMatch(/^u: u-\w+ u1 u2$/);
    const last = lines();
    last.splice(3, 0, fresh('Topic T'));
    expect(order(imported(returnedSheets(last)))[0]).toMatch(/^t: r1 r2 r3 t-\w+$/);
  });
});

describe('An id that was not sent', () => {
  const RENAMED = SENT.replace('- id: r2\n', '- id: r2b\n                formerIds: [r2]\n');

  it('that a row had before is that row', () => {
    const rows = lines();
    rows[1]!.says = { l1: 'Label all sockets.' };
    const plan = imported(returnedSheets(rows, { absentRows: [] }, RENAMED), {}, RENAMED);
    expect(plan.changes).toHaveLength(1);
    expect(says('r2b', 'Label all sockets.')(plan)).toBe(true);
  });

  it('is the id of a new row, if it is well formed', () => {
    const rows = lines();
    rows.splice(1, 0, { sheet: 'A', id: 'my-own', topic: 'Topic T', says: { l1: 'Mine.' } });
    rows.splice(2, 0, { sheet: 'A', id: 'not well', topic: 'Topic T', says: { l1: 'Yours.' } });
    const plan = imported(returnedSheets(rows));
    expect(order(plan)[0]).toMatch(/^t: r1 my-own t-\w+ r2 r3$/);
    expect(plan.problems).toMatchObject([
      { code: 'unknown-id', place: 'A!6', message: expect.stringContaining('not well') },
    ]);
  });

  it('is a row that is missing, where it says the same words', () => {
    const rows = lines();
    rows[1]!.id = 'foreign';
    const plan = imported(returnedSheets(rows));
    expect(plan).toMatchObject({ changes: [], questions: [] });
    expect(codes(plan)).toEqual([]);
  });
});

describe('Questions of several reviewers', () => {
  it('have ids of their own', () => {
    const base = load(SENT).framework;
    const asked = (name: string, isOneOfSeveral: boolean) => {
      const [first, second, third, ...rest] = lines();
      const rows = [third!, { ...third!, says: { l1: `Said by ${name}.` } }, first!, ...rest];
      rows[3] = { ...rows[3]!, says: {} };
      expect(second!.id).toBe('r2');
      const read = atOnce(reviewing(base, returnedSheets(rows), name, new Map(), () => ({}), isOneOfSeveral));
      return read.questions.map(question => question.id);
    };
    const own = ['copy:A!5 (Ada)', 'order:a (Ada)'];
    expect(asked('Ada', false).sort()).toEqual([...own, 'delete:r2', 'emptied:u1'].sort());
    const several = [...own, 'delete:r2 (Ada)', 'emptied:u1 (Ada)'].sort();
    expect(asked('Ada', true).sort()).toEqual(several);
    expect(asked('Bob', true).filter(id => several.includes(id))).toEqual([]);
  });
});

describe('Two kinds of section with one title', () => {
  const TWO = SENT.replace(
    '    title: Functions\n',
    '    title: Functions\n  - id: kn\n    title: Functions\n',
  );

  it('leave rows where they are', () => {
    for (const text of [
      TWO,
      TWO.replace(
        'kind: fn\n        topics:\n          - id: v',
        'kind: kn\n        topics:\n          - id: v',
      ),
    ]) {
      const review = returnedSheets(lines(text), {}, text);
      const kinds = new Map([['v1', text === TWO ? 'fn' : 'kn']]);
      const rows = review.rows.map(row => ({ ...row, kind: kinds.get(row.rowId ?? '') ?? 'fn' }));
      expect(imported({ ...review, rows }, {}, text)).toMatchObject({ changes: [], problems: [] });
    }
  });
});

describe('A table in CSV', () => {
  const table = (...rows: string[]) =>
    `area_id,area,section,topic_id,topic,row_id,level,statement\n${rows.join('\n')}\n`;

  it('with a level that there is not says where, and which there are', () => {
    const review = readCsv(
      table('a,Area A,Functions,t,Topic T,r2,l9,Nine.', 'a,Area A,Functions,t,Topic T,,l1,One.'),
      'x.csv',
      load(SENT).framework,
    );
    expect(review.problems).toMatchObject([
      { code: 'unknown-level', place: 'x.csv:2', message: expect.stringMatching(/l9.*l1, l2/) },
    ]);
    expect(review.rows.map(row => [...row.statements])).toEqual([[['l1', 'One.']]]);
  });
});

describe('A sheet whose words were moved without the hidden ids', () => {
  /** The ids stay where they are, and the rest is put there in this order; `-`: nothing, a text: a new statement. */
  const put = (...rows: string[]): Line[] => {
    const sent = lines();
    const inA = sent.filter(({ sheet }) => sheet === 'A');
    const said = rows.map(row => {
      const says: Record<string, string> = row === '-' ? {} : { l1: row };
      return inA.find(({ id }) => id === row) ?? { topic: 'Topic T', says };
    });
    const there = said.map(({ topic, says }, at): Line => {
      const id = inA[at]?.id;
      return { sheet: 'A', ...(id !== undefined && { id }), topic, says: { ...says } };
    });
    return [...there, ...sent.filter(({ sheet }) => sheet !== 'A')];
  };

  it('is a matter of order where only the visible columns were sorted', () => {
    const plan = imported(returnedSheets(put('u2', 'u1', 'r3', 'r2', 'r1')));
    expect(plan).toMatchObject({ changes: [], settled: true });
    expect(plan.questions.map(({ kind, default: usual }) => `${kind} ${usual}`)).toEqual(['order keep']);
    expect(plan.problems).toMatchObject([{ code: 'ids-left-behind', place: 'A' }]);
  });

  it('asks about the row whose cells were deleted and the others shifted up', () => {
    const plan = imported(returnedSheets(put('r1', 'r3', 'u1', 'u2', '-')));
    expect(plan.changes).toEqual([]);
    expect(plan.questions).toMatchObject([{ kind: 'deleted-row', row: 'r2' }]);
  });

  it('asks about what was written where the others were shifted down', () => {
    const plan = imported(
      returnedSheets(put('r1', 'Measure the temperature daily.', 'r2', 'r3', 'u1', 'u2')),
    );
    expect(plan.changes).toEqual([]);
    expect(plan.questions).toMatchObject([{ kind: 'unmatched-row', place: 'A!5' }]);
  });

  it('still tells a row that was reworded as well, by its likeness', () => {
    const rows = put('u2', 'u1', 'r3', 'r2', 'r1');
    rows[3]!.says = { l1: 'Label all sockets in the cellar room.' };
    const plan = imported(returnedSheets(rows));
    expect(says('r2', 'Label all sockets in the cellar room.')(plan)).toBe(true);
    expect(plan.changes).toHaveLength(1);
  });

  it('is none where words were only copied, or one row was rewritten', () => {
    const copied = put('r1', 'r1', 'r3', 'u1', 'u2');
    expect(says('r2', 'Check the cables of every device.')(imported(returnedSheets(copied)))).toBe(true);
    const one = put('r1', 'Measure the temperature daily.', 'r3', 'u1', 'u2');
    expect(says('r2', 'Measure the temperature daily.')(imported(returnedSheets(one)))).toBe(true);
  });
});
