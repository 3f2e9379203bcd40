import { describe, expect, it } from 'vitest';
import { changesJson } from '../../../src/cli/format/changesJson.ts';
import { changesText, decisionsText } from '../../../src/cli/format/changesText.ts';
import { palette } from '../../../src/cli/terminal.ts';
import { changesView } from '../../../src/core/changesView/build.ts';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import { reviewRound } from '../../../src/core/review/round.ts';
import type { ImportOptions } from '../../../src/core/review/sides.ts';
import type { Review } from '../../../src/core/sheet/returned.ts';
import { load } from '../../helpers/loaded.ts';
import { type Line, lines, returnedSheets, SENT } from './returnedSheet.ts';

const edited = (words: Record<string, string>, without: readonly string[] = []): Review =>
  returnedSheets(
    lines()
      .filter(({ id }) => !without.includes(id ?? ''))
      .map((line): Line => {
        const text = words[line.id ?? ''];
        return text === undefined ? line : { ...line, says: { ...line.says, l1: text } };
      }),
  );

const sentOnly = (review: Review, ...areas: string[]): Review => ({
  ...review,
  sent: { scope: { areas }, areas: [] } as unknown as NonNullable<Review['sent']>,
});

function imported(reviews: Record<string, Review>, answers?: Record<string, string>) {
  const returned = Object.entries(reviews).map(([name, review]) => ({ name, review }));
  const options: ImportOptions = { answers: new Map(Object.entries(answers ?? {})) };
  const plan = importReviews(load(SENT), returned, options);
  const view = changesView({
    mode: 'preview',
    title: '',
    from: { name: '', framework: load(SENT).framework },
    to: { name: '', framework: plan.framework },
    changes: plan.changes,
    conflicts: plan.conflicts,
    questions: plan.questions,
    ...(plan.who && { who: plan.who }),
  });
  const items = view.groups.flatMap(group => group.topics.flatMap(topic => topic.items));
  const round = reviewRound(load(SENT), returned, options);
  const wanted = Object.fromEntries(items.map(item => [item.row ?? '', item.wanted]));
  return { plan, view, round, wanted };
}

describe('Each change of several reviewers', () => {
  const three = {
    Ada: edited({ r2: 'Label sockets.', r3: 'Order parts.', u1: 'List the keys.' }),
    Ben: edited({ r2: 'Label sockets.', u1: 'List the keys.' }),
    Cleo: edited({ u1: 'List the keys.' }),
  };

  it('says who wants it, in the same words in VS Code and on the command line', () => {
    const { plan, view, wanted } = imported(three);
    expect(wanted).toEqual({
      r2: { reviewers: ['Ada', 'Ben'], agreement: 'several', words: 'Ada, Ben' },
      r3: { reviewers: ['Ada'], agreement: 'one', words: 'Ada' },
      u1: { reviewers: ['Ada', 'Ben', 'Cleo'], agreement: 'all', words: 'all 3 reviewers' },
    });
    const text = changesText(view, palette(false));
    expect(text).toContain('Row r2, L1: reworded (Ada, Ben)\n');
    expect(text).toContain('Row r3, L1: reworded (Ada)\n');
    expect(text).toContain('Row u1, L1: reworded (all 3 reviewers)\n');
    const json = JSON.parse(changesJson({ ...plan, written: false })) as Record<string, unknown>;
    expect(json.changes).toMatchObject([
      { row: 'r2', reviewers: ['Ada', 'Ben'], agreement: 'several' },
      { row: 'r3', reviewers: ['Ada'], agreement: 'one' },
      { row: 'u1', reviewers: ['Ada', 'Ben', 'Cleo'], agreement: 'all' },
    ]);
  });

  it('is counted by reviewer and by how far they agree', () => {
    expect(imported(three).view.round).toEqual({
      reviewers: [
        { name: 'Ada', count: 3 },
        { name: 'Ben', count: 2 },
        { name: 'Cleo', count: 1 },
      ],
      agreements: [
        { id: 'all', label: 'All agree', count: 1 },
        { id: 'several', label: 'Several agree', count: 1 },
        { id: 'one', label: 'One reviewer', count: 1 },
      ],
      outcome: 'All agree on 1 change, several agree on 1, one reviewer alone wants 1.',
    });
  });

  it('is agreed on as far as the summary of the round says', () => {
    const { wanted, round } = imported(three);
    expect(round.items.map(({ row, agreement }) => [row, agreement])).toEqual(
      Object.keys(wanted).map(row => [row, wanted[row]?.agreement]),
    );
  });

  it('counts those alone who were sent it', () => {
    const { wanted, round } = imported({
      Ada: edited({ r2: 'Label sockets.', v1: 'Help with forms.' }),
      Ben: edited({ r2: 'Label sockets.' }),
      Cleo: sentOnly(edited({}), 'b'),
      Dan: sentOnly(edited({}), 'a'),
    });
    // Dan saw it and left it; Cleo never saw it.
    expect(wanted.r2?.agreement).toBe('several');
    expect(wanted.v1?.agreement).toBe('one');
    expect(round.items.map(({ agreement }) => agreement)).toEqual(['several', 'one']);
    const alone = imported({ Ada: edited({ v1: 'Help with forms.' }), Ben: sentOnly(edited({}), 'a') });
    expect(alone.wanted.v1?.words).toBe('Ada, who alone was sent it');
    const both = imported({
      Ada: edited({ v1: 'Help with forms.' }),
      Ben: edited({ v1: 'Help with forms.' }),
      Cleo: sentOnly(edited({}), 'a'),
    });
    expect(both.wanted.v1?.words).toBe('Ada, Ben: all who were sent it');
  });

  it('says who wants it otherwise, where a conflict is decided', () => {
    const reviews = { Ada: edited({ r2: 'Label sockets.' }), Ben: edited({ r2: 'Name all sockets.' }) };
    const { wanted, round, view } = imported(reviews, { 'statement:r2@l1': 'Ben' });
    expect(wanted.r2).toEqual({
      reviewers: ['Ben'],
      agreement: 'differ',
      words: 'Ben; Ada wants it otherwise',
    });
    expect(round.items.map(({ agreement }) => agreement)).toEqual(['differ']);
    expect(view.round?.outcome).toBe('Reviewers differ over 1 change.');
  });
});

describe('Of several reviewers', () => {
  it('those who returned nothing are named', () => {
    const { plan, view } = imported({
      Ada: edited({ r2: 'Label sockets.' }),
      Ben: edited({ r2: 'Label sockets.' }),
      Cleo: edited({}),
    });
    expect(view.round?.outcome).toBe('Several agree on 1 change. Returned as it was sent: Cleo.');
    expect(JSON.parse(changesJson({ ...plan, written: false }))).toMatchObject({ returnedNothing: ['Cleo'] });
  });

  it('each version in a conflict stands once, with all who want it', () => {
    const { plan, view } = imported(
      {
        Ada: edited({ r2: 'Label sockets.' }),
        Ben: edited({ r2: 'Name all sockets.' }),
        Cleo: edited({ r2: 'Label sockets.' }),
      },
      { 'statement:r2@l1': 'Cleo' },
    );
    expect(view.conflicts).toMatchObject([
      {
        options: [
          { value: 'Ada', label: 'Ada, Cleo' },
          { value: 'Ben', label: 'Ben' },
        ],
        answer: 'Ada',
      },
    ]);
    const text = decisionsText(plan.conflicts, [], [], palette(false));
    expect(text).toContain('    Ada, Cleo: Label sockets.\n    Ben: Name all sockets.\n');
  });

  it('each question says whose it is', () => {
    const { plan, view } = imported({ Ada: edited({}, ['u1']), Ben: edited({}, ['u1']) });
    expect(view.questions.map(({ place }) => place)).toEqual(['Ada: A', 'Ben: A']);
    expect(decisionsText([], plan.questions, [], palette(false))).toContain(
      'Ben: A: Row u1 did not come back',
    );
  });
});

it('Nobody is named where there is one reviewer', () => {
  const { plan, view, wanted } = imported({ Ada: edited({ r2: 'Label sockets.' }, ['u1']) });
  expect(plan).not.toHaveProperty('who');
  expect(view).not.toHaveProperty('round');
  expect(wanted.r2).toBeUndefined();
  expect(view.questions[0]?.place).toBe('A');
  expect(changesJson({ ...plan, written: false })).not.toMatch(/"reviewers"|"agreement"/);
});
