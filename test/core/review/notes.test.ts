import { describe, expect, it } from 'vitest';
import { BesideError } from '../../../src/core/beside/besideFile.ts';
import { hover } from '../../../src/core/features/hover.ts';
import { importReviews } from '../../../src/core/review/importReviews.ts';
import { notesByPlace, type ReviewNote } from '../../../src/core/review/notes.ts';
import { addNotes, notesFileOf, readNotes } from '../../../src/core/review/notesFile.ts';
import type { ReturnedComment } from '../../../src/core/sheet/returned.ts';
import { load } from '../../helpers/loaded.ts';
import { type Line, lines, returnedSheets, SENT } from './returnedSheet.ts';

/** What a reviewer returns who said something on a row, and on other places. */
function commented(
  on: Record<string, readonly ReturnedComment[]>,
  elsewhere: readonly ReturnedComment[] = [],
  rows: readonly Line[] = lines(),
) {
  const review = returnedSheets(rows, { comments: elsewhere, savedAt: '2026-11-20T08:00:00Z' });
  return { ...review, rows: review.rows.map(row => ({ ...row, comments: on[row.rowId ?? 'new'] ?? [] })) };
}

const said = (text: string, more: Partial<ReturnedComment> = {}): ReturnedComment => ({
  place: 'A!E4',
  text,
  ...more,
});

function notesOf(review: ReturnType<typeof commented>, today = SENT): readonly ReviewNote[] {
  return importReviews(load(today), [{ name: 'Ada', review }]).notes;
}

describe('What reviewers say in comments', () => {
  it('becomes notes on the row and level, the row, the level, the area or the framework, in document order', () => {
    const review = commented(
      {
        u1: [said('On a row.')],
        r1: [said('On a statement.', { level: 'l2', author: 'Kim', date: '2026-11-21' })],
      },
      [
        said('On a level.', { place: 'A!E3', level: 'l1' }),
        said('On an area.', { place: 'B!A1' }),
        said('On the whole.', { place: 'Start here!B2' }),
      ],
    );
    expect(notesOf(review).map(({ id: _, place: __, ...note }) => note)).toEqual([
      { author: 'Ada', date: '2026-11-20T08:00:00Z', text: 'On the whole.' },
      { area: 'a', level: 'l1', author: 'Ada', date: '2026-11-20T08:00:00Z', text: 'On a level.' },
      {
        area: 'a',
        topic: 't',
        row: 'r1',
        level: 'l2',
        author: 'Kim',
        date: '2026-11-21',
        text: 'On a statement.',
      },
      { area: 'a', topic: 'u', row: 'u1', author: 'Ada', date: '2026-11-20T08:00:00Z', text: 'On a row.' },
      { area: 'b', author: 'Ada', date: '2026-11-20T08:00:00Z', text: 'On an area.' },
    ]);
  });

  it('stays with its row when that has another id, another topic, or is new', () => {
    const renamed = SENT.replace('id: r1', 'id: r9\n                formerIds: [r1]');
    expect(notesOf(commented({ r1: [said('Why?')] }), renamed)).toMatchObject([{ row: 'r9', topic: 't' }]);
    const moved = lines().map(line => (line.id === 'r1' ? { ...line, topic: 'Topic U' } : line));
    expect(notesOf(commented({ r1: [said('Why?')] }, [], moved))).toMatchObject([{ row: 'r1', topic: 'u' }]);
    const added = [...lines(), { sheet: 'B', topic: 'Topic V', says: { l1: 'Sort the letters.' } }];
    expect(notesOf(commented({ new: [said('Mine.')] }, [], added))).toMatchObject([
      { row: expect.stringMatching(/^v-[0-9a-f]{6}$/), topic: 'v' },
    ]);
  });

  it('has an id that tells it from others and is the same each time, however often the workbook was saved', () => {
    const review = commented({
      r1: [said('No.'), said('No.'), said('No.', { author: 'Kim' })],
      r2: [said('No.')],
    });
    const ids = notesOf(review).map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(notesOf({ ...review, savedAt: '2027-01-01T00:00:00Z' }).map(({ id }) => id)).toEqual(ids);
  });

  it('of several reviewers is the same in whatever order they came', () => {
    const sides = [
      { name: 'Ada', review: commented({ r1: [said('Yes.'), said('Shared.', { author: 'Kim' })] }) },
      { name: 'Bob', review: commented({ r1: [said('No.'), said('Shared.', { author: 'Kim' })] }) },
    ];
    const [one, other] = [sides, [...sides].reverse()].map(each => importReviews(load(SENT), each).notes);
    expect(one).toEqual(other);
    expect(one).toHaveLength(3);
  });
});

describe('The file of review notes', () => {
  const notes = notesOf(
    commented({
      r1: [
        said('Two lines:\n- "quoted" # and more', { level: 'l1' }),
        said('no', { author: 'Öz "Ö" Gür' }),
        said('\u0007 odd \u2028 \ufeff'),
      ],
    }),
  );

  it('is called after the framework file', () => {
    expect(notesFileOf('a/b.framework.yaml')).toBe('a/b.reviews.yaml');
    expect(notesFileOf('b.yml')).toBe('b.reviews.yaml');
    expect(notesFileOf('b.json')).toBe('b.json.reviews.yaml');
  });

  it('gives back what was put into it, and takes nothing twice', () => {
    const first = addNotes(undefined, notes, 'x');
    expect(first?.added).toEqual(notes);
    expect(readNotes(first!.text, 'x')).toEqual(notes);
    expect(addNotes(first!.text, notes, 'x')).toBeUndefined();
  });

  it.each([
    ['as it was begun', 'format: "1"\nnotes:\n  - id: a\n    author: Z\n    place: p\n    text: t\n'],
    ['by hand', '# Mine\n\nformat: 1\nnotes:\n- id: a # odd\n  author: Z\n  place: p\n  text: t'],
    ['with CR LF', 'format: "1"\r\nnotes:\r\n  - id: a\r\n    author: Z\r\n    place: p\r\n    text: t\r\n'],
    ['without anything', ''],
    ['with a comment alone', '# Of the committee.\n'],
    ['without a first note', 'format: "1"\nnotes:\n'],
    ['without notes', 'format: "1"\nnotes: []\n'],
  ])('written %s keeps every byte when notes are added', (how, before) => {
    if (how === 'without notes') {
      expect(() => addNotes(before, notes, 'x.yaml')).toThrow(/x\.yaml: "notes" holds no list below it/);
      return;
    }
    const { text } = addNotes(before, notes, 'x')!;
    expect(text.startsWith(before)).toBe(true);
    const known = readNotes(before, 'x').length;
    expect(readNotes(text, 'x').slice(known)).toEqual(notes);
    if (how === 'with CR LF') expect(text).not.toMatch(/[^\r]\n/);
  });

  it.each([
    ['format: "2"\nnotes: []', /^x\.yaml:1:9: the file was made by a newer version/],
    [
      'format: "1"\nnotes:\n  - id: a\n    text: [b]\n',
      /^x\.yaml:3:5: this is no file of review notes as they are kept here: this entry needs `author` with/,
    ],
    [
      'format: "1"\nnotes: [a]\n',
      /^x\.yaml:2:9: .*: each entry under `notes` is a set of keys after a dash\. /,
    ],
    ['format: "1"\n', /^x\.yaml:1:1: .*: it needs a list under the key `notes`\. /],
    ['notes: []\n', /^x\.yaml:1:1: .*: it needs the line `format: "1"`\. /],
    ['- a\n', /^x\.yaml:1:1: .*: it needs a list under the key `notes`\. /],
    ['notes: {', /^x\.yaml:1:\d+: /],
    [
      'format: "1"\nnotes:\n  - {id: a, author: b, place: c, text: d}\nmore: e\n',
      /^x\.yaml: review notes cannot be added/,
    ],
  ])('that is none is refused with its place: %j', (text, message) => {
    expect(() => addNotes(text, notes, 'x.yaml')).toThrow(BesideError);
    expect(() => addNotes(text, notes, 'x.yaml')).toThrow(message);
  });
});

describe('A hover', () => {
  const notes = notesByPlace(
    notesOf(commented({ r1: [said('On *one*.', { level: 'l1', author: 'Kim' }), said('On all.')] })),
  );
  const blocks = (words: string) =>
    hover(load(SENT), SENT.indexOf(words), [], notes)?.blocks.filter(block => block.startsWith('💬'));

  it('shows what reviewers said about a statement, and on its id about a row', () => {
    expect(blocks('Check the')).toEqual([
      '💬 **Kim**, 2026-11-20: On \\*one\\*.',
      '💬 **Ada**, 2026-11-20: On all.',
    ]);
    expect(blocks('Plan the')).toEqual(['💬 **Ada**, 2026-11-20: On all.']);
    expect(blocks('r1\n')).toEqual([
      '💬 **Ada**, 2026-11-20: On all.',
      '💬 **Kim**, 2026-11-20 on L1: On \\*one\\*.',
    ]);
    expect(blocks('Label all')).toEqual([]);
  });
});
