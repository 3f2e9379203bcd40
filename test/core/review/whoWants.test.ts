import { expect, it } from 'vitest';
import { changesJson } from '../../../src/cli/format/changesJson.ts';
import { changesText } from '../../../src/cli/format/changesText.ts';
import { palette } from '../../../src/cli/terminal.ts';
import { changesView } from '../../../src/core/changesView/build.ts';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import type { Review } from '../../../src/core/sheet/returned.ts';
import { load } from '../../helpers/loaded.ts';
import { type Line, lines, returnedSheets, SENT } from './returnedSheet.ts';

const edited = (words: Record<string, string>): Review =>
  returnedSheets(
    lines().map((line): Line => {
      const text = words[line.id ?? ''];
      return text === undefined ? line : { ...line, says: { ...line.says, l1: text } };
    }),
  );

function imported(reviews: Record<string, Review>) {
  return importReviews(
    load(SENT),
    Object.entries(reviews).map(([name, review]) => ({ name, review })),
  );
}

it('Each change of several reviewers says who wants it, and who returned nothing is named', () => {
  const plan = imported({
    Ada: edited({ r2: 'Label sockets.', r3: 'Order parts.' }),
    Ben: edited({ r2: 'Label sockets.' }),
    Cleo: edited({}),
  });
  const json = JSON.parse(changesJson({ ...plan, written: false })) as Record<
    string,
    { row: string; reviewers: string[] }[]
  >;
  expect(json.changes!.map(({ row, reviewers }) => [row, reviewers])).toEqual([
    ['r2', ['Ada', 'Ben']],
    ['r3', ['Ada']],
  ]);
  expect(json.returnedNothing).toEqual(['Cleo']);
  const text = changesText(
    changesView({
      mode: 'preview',
      title: '',
      from: { name: '', framework: load(SENT).framework },
      to: { name: '', framework: plan.framework },
      changes: plan.changes,
      reviewers: plan.who!.reviewers,
    }),
    palette(false),
  );
  expect(text).toContain('Row r2, L1: reworded (Ada, Ben)\n');
  expect(text).toContain('Row r3, L1: reworded (Ada)\n');
});

it('Nobody is named where there is one reviewer', () => {
  const plan = imported({ Ada: edited({ r2: 'Label sockets.' }) });
  expect(plan).not.toHaveProperty('who');
  expect(changesJson({ ...plan, written: false })).not.toContain('reviewers');
});
