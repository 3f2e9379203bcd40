import { expect, it } from 'vitest';
import { decisionsText } from '../../../src/cli/format/changesText.ts';
import { palette } from '../../../src/cli/terminal.ts';
import { changesView } from '../../../src/core/changesView/build.ts';
import { type About, ChangesAbout, isAbout } from '../../../src/core/review/changesAbout.ts';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import type { Review } from '../../../src/core/sheet/returned.ts';
import { load } from '../../helpers/loaded.ts';
import { changes } from '../../webview/changes.ts';
import { type Line, lines, returnedSheets, SENT } from './returnedSheet.ts';

const returned = (change: (all: Line[]) => Line[]): Review => returnedSheets(change(lines()));
const without = (id: string) => returned(all => all.filter(line => line.id !== id));
const edited = (id: string, edit: Partial<Line>) =>
  returned(all => all.map(line => (line.id === id ? { ...line, ...edit } : line)));

/** What people read of the conflicts, on the command line and as options in VS Code. */
function shown(reviews: Record<string, Review>, today = SENT) {
  const plan = importReviews(
    load(today),
    Object.entries(reviews).map(([name, review]) => ({ name, review })),
    { base: SENT, answers: new Map([['delete:r3 (Ada)', 'delete']]) },
  );
  const { framework } = load(today);
  const view = changesView({
    mode: 'preview',
    title: '',
    from: { name: '', framework },
    to: { name: '', framework: plan.framework },
    changes: [],
    conflicts: plan.conflicts,
  });
  const options = view.conflicts.flatMap(conflict => conflict.options.map(({ label }) => label));
  return { text: decisionsText(plan.conflicts, [], [], palette(false)), options };
}

it('A row that one side deleted and another moved is told by what each side did', () => {
  const { text, options } = shown({ Ada: without('r3'), Ben: edited('r3', { topic: 'Topic U' }) });
  expect(text).toContain(
    '    Ada: Row r3 removed from topic "Topic T"\n    Ben: Row r3 moved from topic "Topic T" to topic "Topic U"',
  );
  expect(text).not.toMatch(/[{}]|before:/);
  expect(options).toEqual([
    'Ada: Row r3 removed from topic "Topic T"',
    expect.stringMatching(/^Ben: Row r3 moved from topic "Topic T" to topic "Topic U"/),
  ]);
});

it('A row that one side withdrew and another reworded is told by that, with the words', () => {
  const today = SENT.replace(
    '- id: r3\n',
    '- id: r3\n                withdrawn: { since: "1.2", reason: twice }\n',
  );
  const { text, options } = shown(
    { Ada: edited('r3', { says: { l1: 'Order parts before they run out.' } }) },
    today,
  );
  expect(text).toMatch(/the file: Row r3: withdrawn/);
  expect(text).toContain('Ada: Not withdrawn\n');
  expect(text).toMatch(/Row r3, L1: reworded\n\s+Order \[-spare -\]parts before they run out\./);
  expect(text).not.toMatch(/\(nothing\)|\{"/);
  expect(options).toEqual([
    expect.stringMatching(/^the file: Row r3: withdrawn/),
    'Ada: Not withdrawn; Row r3, L1: reworded',
  ]);
});

it('A statement that one side took out and another reworded is not called nothing', () => {
  const { text, options } = shown({
    Ada: edited('r1', { says: { l2: 'Plan the cables of a building.' } }),
    Ben: edited('r1', { says: { l1: 'Check all cables.', l2: 'Plan the cables of a building.' } }),
  });
  expect(text).toContain(
    'before: Check the cables of every device.\n    Ada: Row r1, L1: statement removed\n    Ben: Check all cables.',
  );
  expect(options).toEqual(['Ada: Row r1, L1: statement removed', 'Ben']);
});

const New = { sheet: 'A', topic: 'Topic T', says: { l1: 'Measure the temperature daily.' } };
const insertedAt = (at: number) => returned(all => [...all.slice(0, at), New, ...all.slice(at)]);

it('A row that two put in different places is told by both places', () => {
  const { text } = shown({ Ada: insertedAt(1), Ben: insertedAt(3) });
  expect(text).toMatch(/Ada: Row \S+ added to topic "Topic T", below row r1/);
  expect(text).toMatch(/Ben: Row \S+ added to topic "Topic T", below row r3/);
});

it('A topic that the file removed meanwhile is told by what others did in it', () => {
  const today = SENT.replace(/ {10}- id: u\n[\s\S]*?(?= {2}- id: b\n)/, '');
  const added = returned(all => [...all.slice(0, 5), { ...New, topic: 'Topic U' }, ...all.slice(5)]);
  const { text } = shown({ Ada: added }, today);
  expect(text).toMatch(/Ada: Row \S+ added to topic "Topic U"/);
});

it('What a side did of a conflict is found as if all that it did were looked at', () => {
  const about = new ChangesAbout(changes);
  const conflicts = changes.flatMap((change): About[] => {
    const { what } = change;
    if ('row' in change) return [{ what, row: change.row, level: change.level }];
    if (!('id' in change)) return [{ what, row: change.from.row, level: change.from.level }];
    const { id } = change;
    const whole: About[] = [
      { what, id },
      { what: 'file', id },
      { what, id, field: 'withdrawn' },
    ];
    return [
      ...whole,
      { what, id, field: 'place' },
      ...('field' in change ? [{ what, id, field: change.field }] : []),
    ];
  });
  const rows = changes.flatMap((change): About[] =>
    'row' in change ? [{ what: 'row' as const, id: change.row }] : [],
  );
  for (const each of [...conflicts, ...rows])
    expect(about.of(each)).toEqual(changes.filter(change => isAbout(change, each)));
  expect(conflicts.length + rows.length).toBeGreaterThan(changes.length);
});
