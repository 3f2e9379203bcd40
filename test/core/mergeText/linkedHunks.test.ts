import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../../src/core/mergeText/mergeTexts.ts';
import { hunksIn, mixed, mixesOf, taken } from '../../helpers/conflictMarkers.ts';
import { load } from '../../helpers/loaded.ts';

const MARKING = { ours: 'ours', theirs: 'theirs', size: 7 };

const HEAD = `format: "1"
framework: { id: it, title: IT, version: "1", status: draft }
levels:
  - id: low
    title: Low
  - id: high
    title: High
sectionKinds:
  - { id: functions, title: Functions }
areas:
  - id: support
    title: Support
    sections:
      - kind: functions
        topics:
`;
const LOG = `              # About logging.
              - id: log
                statements:
                  low: Log requests.
                  high: Review the log.
`;
const SORT = `              - id: sort
                statements:
                  low: Sort requests.
`;
const CLOSE = `              - id: close
                statements:
                  low: Close requests.
                  high: Report on requests.
`;
const WRITE = `              - id: write
                statements:
                  low: Write news.
`;
const REQUESTS = `          - id: requests
            title: Requests
            rows:
`;
const NEWS = `          - id: news
            title: News
            rows:
`;
const BASE = HEAD + REQUESTS + LOG + SORT + CLOSE + NEWS + WRITE;

/** Merges, and holds every mix of sides to be a framework with each row once. */
function merged(ours: string, theirs: string, base = BASE) {
  const { text, conflicts } = mergeTexts(
    { base: load(base), ours: load(ours), theirs: load(theirs) },
    MARKING,
  );
  expect(conflicts).not.toEqual([]);
  for (const choices of mixesOf(hunksIn(text).length, 1))
    expect(load(mixed(text, choices)).problems, choices.join()).toEqual([]);
  return text;
}

const marked = (ours: string, theirs: string) => `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`;

describe('What belongs to one decision stands in one hunk', () => {
  it('where one side removed a topic and the other moved a row into it', () => {
    const ours = HEAD + REQUESTS + LOG + SORT + CLOSE;
    const theirs = HEAD + REQUESTS + LOG + CLOSE + NEWS + WRITE + SORT;
    expect(merged(ours, theirs)).toBe(
      HEAD + REQUESTS + LOG + marked(SORT + CLOSE, CLOSE + NEWS + WRITE + SORT),
    );
    expect(merged(theirs, ours)).toBe(
      HEAD + REQUESTS + LOG + marked(CLOSE + NEWS + WRITE + SORT, SORT + CLOSE),
    );
  });

  it('where one side removed a topic and the other added a row to it', () => {
    const added = WRITE.replace('id: write', 'id: print').replace('Write', 'Print');
    const ours = HEAD + REQUESTS + LOG + SORT + CLOSE;
    expect(merged(ours, BASE + added)).toBe(ours + marked('', NEWS + WRITE + added));
  });

  it('where one side removed an area and the other moved a topic into it', () => {
    const area = `  - id: office
    title: Office
    sections:
      - kind: functions
        topics:
`;
    const desk = `          - id: desk
            title: Desk
            rows: []
`;
    const before = HEAD + REQUESTS + LOG + NEWS + WRITE;
    const base = before + area + desk;
    const theirs = HEAD + REQUESTS + LOG + area + desk + NEWS + WRITE;
    // Where the topic stands is decided by what stands above it.
    expect(merged(before, theirs, base)).toBe(HEAD + REQUESTS + LOG + marked('', area + desk) + NEWS + WRITE);
  });

  it('where both sides moved a row, to another topic or another spot', () => {
    const office = NEWS.replace('news', 'office').replace('News', 'Office');
    const desk = WRITE.replace('id: write', 'id: desk').replace('Write news', 'Sit at the desk');
    const start = HEAD + REQUESTS + LOG + CLOSE + NEWS;
    expect(
      merged(
        start + SORT + WRITE + office + desk,
        start + WRITE + office + SORT + desk,
        HEAD + REQUESTS + LOG + SORT + CLOSE + NEWS + WRITE + office + desk,
      ),
    ).toBe(start + marked(SORT + WRITE + office, WRITE + office + SORT) + desk);
    const topic = HEAD + REQUESTS;
    expect(
      merged(
        topic + desk + LOG + SORT + CLOSE + WRITE,
        topic + LOG + SORT + desk + CLOSE + WRITE,
        topic + LOG + SORT + CLOSE + WRITE + desk,
      ),
    ).toBe(topic + marked(desk + LOG + SORT, LOG + SORT + desk) + CLOSE + WRITE);
  });

  it('where one side removed a level and the other changed what stands at it', () => {
    const ours = BASE.replace('  - id: high\n    title: High\n', '').replace(/ {18}high: .*\n/g, '');
    const theirs = BASE.replace('Review the log.', 'Review the log daily.');
    const text = merged(ours, theirs);
    expect(hunksIn(text)).toHaveLength(1);
    expect(taken(text, 'ours')).toBe(ours);
    expect(taken(text, 'theirs')).toBe(theirs);
  });

  it('where both sides gave a level another id', () => {
    const renamed = (id: string) =>
      BASE.replace('- id: high', `- id: ${id}\n    formerIds: [high]`).replace(
        / {18}high:/g,
        `                  ${id}:`,
      );
    const text = merged(renamed('upper'), renamed('top'));
    expect(hunksIn(text)).toHaveLength(1);
    expect(taken(text, 'theirs')).toBe(renamed('top'));
  });

  it('where both sides moved a statement to another level, with another level between', () => {
    const base = BASE.replace(
      '- id: high\n    title: High',
      '- id: mid\n    title: Mid\n  - id: high\n    title: High\n  - id: top\n    title: Top',
    );
    const at = (level: string) => {
      const cells = new Map([['mid', 'Keep order.']]);
      cells.set(level, 'Sort requests.');
      const order = ['low', 'mid', 'high', 'top'].filter(each => cells.has(each));
      return SORT.replace(
        / {18}low.*\n/,
        order.map(each => `                  ${each}: ${cells.get(each)}\n`).join(''),
      );
    };
    const [low, high, top] = ['low', 'high', 'top'].map(level => base.replace(SORT, at(level)));
    expect(hunksIn(merged(high!, top!, low!))).toHaveLength(1);
    expect(hunksIn(merged(low!, top!, high!))).toHaveLength(1);
  });

  it('where one side wrote a statement and the other said why its cell is empty', () => {
    const ours = BASE.replace(
      'Sort requests.\n',
      'Sort requests.\n                  high: Set priorities.\n',
    );
    const theirs = BASE.replace(
      'Sort requests.\n',
      'Sort requests.\n                note: Ask Joe.\n                blank: { high: as-below }\n',
    );
    const base = BASE.replace('Sort requests.\n', 'Sort requests.\n                note: Ask Joe.\n');
    const text = merged(
      ours.replace('Set priorities.\n', 'Set priorities.\n                note: Ask Joe.\n'),
      theirs,
      base,
    );
    expect(hunksIn(text)).toHaveLength(1);
  });

  it('where each side removed the row that the other edited, and a list would be left empty', () => {
    const topic = (...rows: string[]) => HEAD + REQUESTS + rows.join('\n');
    const both = topic(LOG, CLOSE);
    const text = merged(topic(LOG.replace('Log ', 'Note ')), topic(CLOSE.replace('Close ', 'End ')), both);
    expect(hunksIn(text)).toHaveLength(1);
  });
});

describe('What can be decided apart stands in hunks of its own', () => {
  it('where cells of one row clash, and of rows beside each other', () => {
    const edited = (by: string) =>
      BASE.replace('Log requests.', `Log requests ${by}.`)
        .replace('Sort requests.', `Sort requests ${by}.`)
        .replace('Report on requests.', `Report on requests ${by}.`)
        .replace('title: News', `title: News ${by}`);
    const text = merged(edited('daily'), edited('weekly'));
    expect(hunksIn(text).map(({ ours }) => ours.trim())).toEqual([
      'low: Log requests daily.',
      'low: Sort requests daily.',
      'high: Report on requests daily.',
      'title: News daily',
    ]);
  });

  it('where a topic was given other ids and a cell in it other words', () => {
    const edited = (id: string, by: string) =>
      BASE.replace('- id: requests', `- id: ${id}\n            formerIds: [requests]`).replace(
        'Close requests.',
        `Close requests ${by}.`,
      );
    const text = merged(edited('calls', 'daily'), edited('tickets', 'weekly'));
    expect(hunksIn(text)).toEqual([
      { ours: '          - id: calls\n', theirs: '          - id: tickets\n' },
      {
        ours: '                  low: Close requests daily.\n',
        theirs: '                  low: Close requests weekly.\n',
      },
    ]);
  });

  it('where a row was removed and edited beside a topic where that is so, too', () => {
    const ours = HEAD + REQUESTS + LOG + CLOSE;
    const theirs = BASE.replace('Sort requests.', 'Sort all requests.').replace(
      'Write news.',
      'Write all news.',
    );
    expect(merged(ours, theirs)).toBe(
      HEAD +
        REQUESTS +
        LOG +
        marked('', SORT.replace('Sort', 'Sort all')) +
        CLOSE +
        marked('', (NEWS + WRITE).replace('Write news', 'Write all news')),
    );
  });
});
