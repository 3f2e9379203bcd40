// New rows whose topic there is not yet, or that do not say where they belong.
import { describe, expect, it } from 'vitest';
import { diff } from '../../../src/core/changes/diff.ts';
import { changesView } from '../../../src/core/changesView/build.ts';
import { eachRow } from '../../../src/core/model/index.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import { reviewRound } from '../../../src/core/review/round.ts';
import type { ImportOptions } from '../../../src/core/review/sides.ts';
import { frameworkIn } from '../../../src/core/review/standing.ts';
import { readCsv } from '../../../src/core/sheet/readCsv.ts';
import type { Review } from '../../../src/core/sheet/returned.ts';
import { load } from '../../helpers/loaded.ts';
import { type Line, lines, returnedSheets, SENT } from './returnedSheet.ts';

const TWO_KINDS = SENT.replace('title: Functions\n', 'title: Functions\n  - id: kn\n    title: Knowledge\n');

/** A line with another section than the helper gives it. */
type Added = Line & { readonly section?: string };

function returned(added: readonly Added[], at = 5, text = TWO_KINDS): Review {
  const all: Added[] = lines(text);
  all.splice(at, 0, ...added);
  const review = returnedSheets(all, {}, text);
  return {
    ...review,
    rows: review.rows.map((row, index) => {
      const { section } = all[index]!;
      return section === undefined ? row : { ...row, sectionTitle: section };
    }),
  };
}

const row = (says: string, topic: string, section?: string): Added => ({
  sheet: 'A',
  topic,
  says: { l1: says },
  ...(section !== undefined && { section }),
});

function imported(review: Review, answers: Record<string, string> = {}, options: ImportOptions = {}) {
  return importReviews(load(TWO_KINDS), [{ name: 'Ada', review }], {
    answers: new Map(Object.entries(answers)),
    ...options,
  });
}

const topics = (framework: Framework) =>
  framework.areas.flatMap(area =>
    area.sections.flatMap(({ kind, topics }) =>
      topics.map(({ id, title, rows }) => `${area.id}/${kind}/${id} "${title}": ${rows.length}`),
    ),
  );

const BEFORE = topics(load(TWO_KINDS).framework);

describe('New rows under a topic that there is not yet', () => {
  it('add it, behind the topic of the row above, and stand in it', () => {
    const plan = imported(returned([row('Store cables.', 'Storing'), row('Count cables.', ' storing')], 3));
    expect(plan).toMatchObject({ settled: true, problems: [], questions: [] });
    expect(topics(plan.framework)).toEqual([
      'a/fn/t "Topic T": 3',
      'a/fn/storing "Storing": 2',
      'a/fn/u "Topic U": 2',
      'b/fn/v "Topic V": 1',
    ]);
    expect(plan.changes.map(({ op, what }) => `${op} ${what}`)).toEqual(['add topic', 'add row', 'add row']);
  });

  it('make the topic a change of its own, that the rows in it need', () => {
    const { framework } = load(TWO_KINDS);
    const plan = imported(returned([row('Store cables.', 'Storing')]));
    const view = changesView({
      mode: 'preview',
      title: '',
      from: { name: 'a', framework },
      to: { name: 'b', framework: plan.framework },
      changes: plan.changes,
    });
    const items = view.groups.flatMap(group => group.topics.flatMap(topic => topic.items));
    expect(items.map(({ id, needs }) => [id.replace(/-\w+$/, ''), needs])).toEqual([
      ['add:topic:storing', undefined],
      ['add:row:storing', 'add:topic:storing'],
    ]);
  });

  it('add the section, too, where the area has none of this kind', () => {
    const plan = imported(returned([row('Know cables.', 'Cable lore', 'Knowledge')]));
    expect(topics(plan.framework)).toEqual([
      'a/fn/t "Topic T": 3',
      'a/fn/u "Topic U": 2',
      'a/kn/cable-lore "Cable lore": 1',
      'b/fn/v "Topic V": 1',
    ]);
  });

  it('take rows along that were sent and name the new topic now, wherever they stand', () => {
    const review = returned([row('Store cables.', 'Storing')]);
    const moved = review.rows.map(each => (each.rowId === 'r1' ? { ...each, topicTitle: 'Storing' } : each));
    const plan = imported({ ...review, rows: moved });
    expect(plan.problems).toEqual([]);
    expect(topics(plan.framework)).toContain('a/fn/storing "Storing": 2');
  });

  it('change nothing when they are imported again, and are one topic for two reviewers', () => {
    const ada = returned([row('Store cables.', 'Storing')]);
    const once = imported(ada);
    const again = importReviews(
      { ...load(TWO_KINDS), framework: once.framework },
      [{ name: 'Ada', review: ada }],
      {
        base: TWO_KINDS,
      },
    );
    expect(again).toMatchObject({ changes: [], conflicts: [] });
    const ben = returned([row('Sort cables.', 'Storing')]);
    const both = importReviews(load(TWO_KINDS), [
      { name: 'Ada', review: ada },
      { name: 'Ben', review: ben },
    ]);
    expect(both.conflicts).toEqual([]);
    expect(topics(both.framework)).toContain('a/fn/storing "Storing": 2');
  });

  it('come from CSV with the id that is given there', () => {
    const review = readCsv(
      'area_id,area,section,topic_id,topic,row_id,level,statement\na,Area A,Functions,stores,Storing,,l1,Store cables.\n',
      'a.csv',
    );
    expect(topics(imported(review, {}, { base: TWO_KINDS }).framework)).toContain('a/fn/stores "Storing": 1');
  });
});

describe('New rows that do not say where they belong', () => {
  const words = 'Store cables where they are dry, and where everybody finds them again.';

  it('are an open question that quotes the words, where there is no such topic and no section', () => {
    for (const section of ['', 'Attitude']) {
      const review = returned([row(words, 'Storing', section)]);
      const plan = imported(review);
      expect(plan).toMatchObject({ settled: false, changes: [] });
      const [question] = plan.questions;
      expect(question).toMatchObject({ kind: 'unplaced-row', place: 'A!9', texts: [words] });
      expect(question!.message).toContain('Store cables where they are dry');
      expect(question!.options).toEqual(['new-topic:fn', 'new-topic:kn', 'ignore']);
      expect(question!.labels).toEqual(['A new topic in Functions', 'A new topic in Knowledge', 'Ignore']);
      const id = question!.id;
      expect(topics(imported(review, { [id]: 'new-topic:kn' }).framework)).toContain(
        'a/kn/storing "Storing": 1',
      );
      const ignored = imported(review, { [id]: 'ignore' });
      expect(ignored).toMatchObject({ settled: true, changes: [] });
      expect(topics(ignored.framework)).toEqual(BEFORE);
    }
  });

  it('are asked about, with the topics of the section, where only the section is filled in', () => {
    const review = returned([row(words, '', 'Functions')]);
    const [question] = imported(review).questions;
    expect(question!.options).toEqual(['topic:t', 'topic:u', 'ignore']);
    expect(question!.labels).toEqual(['Topic T', 'Topic U', 'Ignore']);
    expect(topics(imported(review, { [question!.id]: 'topic:u' }).framework)).toContain(
      'a/fn/u "Topic U": 3',
    );
  });

  it('stand in the summary of the round, as what is to be asked back', () => {
    const round = reviewRound(load(TWO_KINDS), [
      { name: 'Ada', review: returned([row(words, 'Storing', '')]) },
    ]);
    expect(round.reviewers[0]!.questions).toEqual([
      expect.stringContaining('Store cables where they are dry'),
    ]);
  });

  it('are named where a workbook is read as a framework', () => {
    const { problems, text } = frameworkIn(returned([row(words, 'Storing', '')]), 'a.xlsx');
    expect(problems).toMatchObject([{ code: 'unplaced-row', place: 'A!9' }]);
    expect([...eachRow(load(text).framework)]).toHaveLength(6);
    expect(diff(load(TWO_KINDS).framework, load(text).framework)).toEqual([]);
  });
});

describe('New rows that say the same in one topic, as where a cell was filled down', () => {
  const words = 'Store cables.';
  const filled = returned(
    [row(words, 'Topic T'), row(words, '', ''), row(words, '', ''), row('Count cables.', '', '')],
    3,
  );
  const added = (framework: Framework) =>
    Array.from(eachRow(framework)).flatMap(({ row }) =>
      /^[rvu]\d$/.test(row.id) ? [] : row.statements.get('l1'),
    );

  it('are one question, however many they are; the first is a row', () => {
    const plan = imported(filled);
    expect(plan).toMatchObject({ settled: false, problems: [] });
    expect(plan.questions).toMatchObject([
      { id: 'repeated:A!7 (Ada)', kind: 'repeated-row', place: 'A!8', options: ['new-row', 'ignore'] },
    ]);
    expect(plan.questions[0]!.message).toContain(
      '2 new rows, from here to A!9, say what the new row at A!7 says',
    );
    expect(added(plan.framework)).toEqual([words, 'Count cables.']);
  });

  it('are rows or not, as the answer says', () => {
    const ignored = imported(filled, { 'repeated:A!7 (Ada)': 'ignore' });
    expect(ignored.settled).toBe(true);
    expect(added(ignored.framework)).toEqual([words, 'Count cables.']);
    const taken = imported(filled, { 'repeated:A!7 (Ada)': 'new-row' });
    expect(taken.settled).toBe(true);
    expect(added(taken.framework)).toEqual([words, words, words, 'Count cables.']);
    expect(new Set(Array.from(eachRow(taken.framework), each => each.row.id)).size).toBe(10);
  });

  it('are rows of their own in other topics, at other levels and under ids of their own', () => {
    const others: Added[] = [
      row(words, 'Topic T'),
      row(words, 'Topic U'),
      { sheet: 'A', topic: 'Topic T', says: { l2: words } },
      { ...row(words, 'Topic T'), id: 'mine' },
    ];
    const plan = imported(returned(others, 3));
    expect(plan.questions).toEqual([]);
    expect(plan.changes).toHaveLength(4);
  });

  it('are asked about at once, too, where their topic cannot be told', () => {
    const review = returned([1, 2, 3].map(() => row(words, '', 'Functions')));
    expect(imported(review).questions).toMatchObject([
      { kind: 'unplaced-row', place: 'A!9' },
      { id: 'repeated:A!9 (Ada)', kind: 'repeated-row', place: 'A!10' },
    ]);
    const answers = { 'topic:A!9 (Ada)': 'topic:u', 'repeated:A!9 (Ada)': 'ignore' };
    const plan = imported(review, answers);
    expect(plan.settled).toBe(true);
    expect(added(plan.framework)).toEqual([words]);
    const each = imported(review, { ...answers, 'repeated:A!9 (Ada)': 'new-row' });
    expect(each.questions.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'unplaced-row A!9',
      'unplaced-row A!10',
      'unplaced-row A!11',
      'repeated-row A!10',
    ]);
    const placed = { ...answers, 'topic:A!10 (Ada)': 'topic:u', 'topic:A!11 (Ada)': 'topic:u' };
    const all = imported(review, { ...placed, 'repeated:A!9 (Ada)': 'new-row' });
    expect(all.questions).toHaveLength(4);
    expect(added(all.framework)).toEqual([words, words, words]);
  });

  it('stand where a workbook is read as a framework', () => {
    const { problems, text } = frameworkIn(filled, 'a.xlsx');
    expect(problems).toEqual([]);
    expect([...eachRow(load(text).framework)]).toHaveLength(10);
  });
});
