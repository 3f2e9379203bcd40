import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import { type Round, reviewRound } from '../../../src/core/review/round.ts';
import type { Review } from '../../../src/core/sheet/returned.ts';
import { load } from '../../helpers/loaded.ts';
import { type Line, lines, returnedSheets, SENT } from './returnedSheet.ts';

function edited(change: (rows: Line[]) => Line[] | undefined): Review {
  const rows = lines();
  return returnedSheets(change(rows) ?? rows);
}

const say = (id: string, level: string, text: string) => (rows: Line[]) => {
  rows.find(row => row.id === id)!.says[level] = text;
  return rows;
};

const REVIEWS: Record<string, Review> = {
  Ada: edited(say('r1', 'l1', 'Check cables.')),
  Bob: edited(rows => say('r2', 'l1', 'Label all sockets.')(say('r1', 'l1', 'Check every cable.')(rows))),
  Cyd: edited(rows => say('r2', 'l1', 'Label all sockets.')(rows).filter(row => row.id !== 'r3')),
  Dan: edited(rows => rows),
};

function round(names = Object.keys(REVIEWS), today = SENT): Round {
  return reviewRound(
    load(today),
    names.map(name => ({ name, review: REVIEWS[name]! })),
  );
}

describe('A round of reviews', () => {
  it('says of each thing who wants what, and who left it as it was', () => {
    expect(round(undefined, SENT.replace('Label all sockets in', 'Label sockets in')).items).toMatchObject([
      {
        id: 'statement:r1@l1',
        areaTitle: 'Area A',
        sectionTitle: 'Functions',
        topicTitle: 'Topic T',
        levelTitle: 'L1',
        before: 'Check the cables of every device.',
        versions: [
          { reviewers: ['Ada'], after: 'Check cables.' },
          { reviewers: ['Bob'], after: 'Check every cable.' },
        ],
        unchanged: ['Cyd', 'Dan'],
        agreement: 'differ',
      },
      {
        id: 'statement:r2@l1',
        before: 'Label all sockets in the server room.',
        today: 'Label sockets in the server room.',
        versions: [{ reviewers: ['Bob', 'Cyd'], after: 'Label all sockets.' }],
        agreement: 'several',
      },
      {
        id: 'row:r3',
        versions: [{ reviewers: ['Cyd'], sentence: 'Row r3 to be deleted' }],
        unchanged: ['Ada', 'Bob', 'Dan'],
        agreement: 'one',
      },
    ]);
  });

  it('calls it a clash where one deletes a row and another changes it', () => {
    const reviews = { Cyd: REVIEWS.Cyd!, Dan: REVIEWS.Dan!, Eve: edited(say('r3', 'l1', 'Order in time.')) };
    const { items } = reviewRound(
      load(SENT),
      Object.entries(reviews).map(([name, review]) => ({ name, review })),
    );
    const found = items.filter(({ row }) => row === 'r3');
    expect(found.map(({ id, agreement, unchanged }) => [id, agreement, unchanged])).toEqual([
      ['row:r3', 'differ', ['Dan']],
      ['statement:r3@l1', 'differ', ['Dan']],
    ]);
  });

  it('names who returned nothing', () => {
    expect(
      round()
        .reviewers.filter(each => each.returnedNothing)
        .map(({ name }) => name),
    ).toEqual(['Dan']);
    expect(round().reviewers.map(({ changes }) => changes)).toEqual([1, 2, 2, 0]);
  });

  it('lists what was only talked about, with the notes', () => {
    const [first, ...rest] = REVIEWS.Dan!.rows;
    const comments = [{ place: 'A!F4', text: 'Is this true?', level: 'l1' }];
    const review = { ...REVIEWS.Dan!, rows: [{ ...first!, comments }, ...rest] };
    const { items, reviewers } = reviewRound(load(SENT), [{ name: 'Dan', review }]);
    expect(items).toMatchObject([
      { id: 'statement:r1@l1', agreement: 'none', versions: [], notes: [{ text: 'Is this true?' }] },
    ]);
    expect(reviewers).toMatchObject([{ notes: 1, returnedNothing: false }]);
  });

  it('does not say that somebody left as it was what they were not sent', () => {
    const sent = { scope: { areas: ['b'] }, areas: [] } as unknown as NonNullable<Review['sent']>;
    const { items } = reviewRound(load(SENT), [
      { name: 'Ada', review: REVIEWS.Ada! },
      { name: 'Dan', review: { ...REVIEWS.Dan!, sent } },
    ]);
    expect(items).toMatchObject([{ id: 'statement:r1@l1', unchanged: [], agreement: 'all' }]);
  });

  it('and the import itself are the same in whatever order the files came', () => {
    const all = round();
    const plan = importReviews(
      load(SENT),
      [...Object.entries(REVIEWS)].map(([name, review]) => ({ name, review })),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(REVIEWS), { minLength: 4 }), names => {
        expect(round(names)).toEqual(all);
        expect(
          importReviews(
            load(SENT),
            names.map(name => ({ name, review: REVIEWS[name]! })),
          ),
        ).toEqual(plan);
      }),
      { numRuns: 8 },
    );
  });
});
