import { describe, expect, it } from 'vitest';
import { merge } from '../../../src/core/changes/merge.ts';
import type { Framework, Row, Topic } from '../../../src/core/model/types.ts';
import { resolving } from '../../../src/core/review/resolve.ts';
import { atOnce } from '../../../src/core/slices.ts';
import { fileWith, load } from '../../helpers/loaded.ts';

const base = load(
  `${fileWith('id: r1\nstatements:\n  1st: One.', 'id: r2\nstatements:\n  1st: Two.')}          - id: other
            title: Other
            rows: []
          - id: third
            title: Third
            rows: []
`,
).framework;

const topics = (framework: Framework, change: (topic: Topic) => Topic | undefined): Framework => ({
  ...framework,
  areas: framework.areas.map(area => ({
    ...area,
    sections: area.sections.map(section => ({
      ...section,
      topics: section.topics.flatMap(topic => change(topic) ?? []),
    })),
  })),
});
const rows = (change: (row: Row) => Row | undefined) =>
  topics(base, topic => ({ ...topic, rows: topic.rows.flatMap(row => change(row) ?? []) }));
const said = (id: string, text: string, more: Partial<Row> = {}) =>
  rows(row => (row.id === id ? { ...row, ...more, statements: new Map([['1st', text]]) } : row));
const without = (id: string) => rows(row => (row.id === id ? undefined : row));
const withoutTopic = (id: string) => topics(base, topic => (topic.id === id ? undefined : topic));
const retitled = (title: string) =>
  topics(base, topic => (topic.id === 'other' ? { ...topic, title } : topic));
const movedTo = (target: string) =>
  topics(base, topic => {
    const r2 = base.areas[0]!.sections[0]!.topics[0]!.rows[1]!;
    return {
      ...topic,
      rows: topic.id === target ? [...topic.rows, r2] : topic.rows.filter(row => row !== r2),
    };
  });
const added = (text: string) =>
  topics(base, topic =>
    topic.id === 'other'
      ? {
          ...topic,
          rows: [
            {
              ...base.areas[0]!.sections[0]!.topics[0]!.rows[0]!,
              id: 'new',
              statements: new Map([['1st', text]]),
            },
          ],
        }
      : topic,
  );

/** Every side of every kind of clash can be chosen, and is then what stands there. */
const CLASHES: [string, string, Framework, Framework][] = [
  ['a cell changed differently', 'statement:r1@1st', said('r1', 'Ours.'), said('r1', 'Theirs.')],
  ['a title changed differently', 'topic:other:title', retitled('Ours'), retitled('Theirs')],
  ['a row removed and edited', 'row:r2', without('r2'), said('r2', 'Theirs.')],
  ['a row edited and removed', 'row:r2', said('r2', 'Ours.'), without('r2')],
  ['a row moved to two topics', 'row:r2:place', movedTo('other'), movedTo('third')],
  ['a row added with different words', 'row:new', added('Ours.'), added('Theirs.')],
  [
    'a row withdrawn and edited',
    'row:r2:withdrawn',
    said('r2', 'Two.', { withdrawn: { since: '2' } }),
    said('r2', 'Theirs.'),
  ],
  ['a topic removed and filled', 'topic:other', withoutTopic('other'), added('Theirs.')],
  [
    'a topic of two rows removed and one reworded',
    'topic:devices',
    withoutTopic('devices'),
    said('r1', 'T.'),
  ],
  [
    'a topic with one of two rows reworded, and removed',
    'topic:devices',
    said('r1', 'O.'),
    withoutTopic('devices'),
  ],
  ['a topic removed and a row moved into it', 'topic:other', withoutTopic('other'), movedTo('other')],
  ['an area removed and a row in it reworded', 'area:technical', { ...base, areas: [] }, said('r1', 'T.')],
];

describe('An answered conflict becomes as the chosen side has it', () => {
  for (const [name, id, ours, theirs] of CLASHES)
    for (const [side, wanted] of [
      ['ours', ours],
      ['theirs', theirs],
    ] as const)
      it(`${name}: ${side}`, () => {
        const sides = [
          { name: 'ours', framework: ours },
          { name: 'theirs', framework: theirs },
        ];
        const merged = merge(base, sides);
        expect(merged.conflicts.length).toBeGreaterThan(0);
        const open = atOnce(resolving(merged, sides, new Map())).conflicts;
        expect(open.map(conflict => conflict.id)).toContain(id);
        expect(open.every(conflict => conflict.answer === undefined)).toBe(true);
        const answers = new Map(open.map(conflict => [conflict.id, side]));
        const settled = atOnce(resolving(merged, sides, answers));
        expect(settled.conflicts.map(conflict => conflict.answer)).toEqual(open.map(() => side));
        expect(settled.framework).toEqual(wanted);
      });

  it('where neither side of the conflict is the first of all', () => {
    const sides = [
      { name: 'the file', framework: base },
      { name: 'alice', framework: retitled('Alice') },
      { name: 'bob', framework: retitled('Bob') },
    ];
    const merged = merge(base, sides);
    for (const [name, framework] of [
      ['alice', retitled('Alice')],
      ['bob', retitled('Bob')],
    ] as const)
      expect(atOnce(resolving(merged, sides, new Map([['topic:other:title', name]])))).toMatchObject({
        framework,
        conflicts: [{ id: 'topic:other:title', node: 'other', answer: name }],
      });
  });
});

describe('A place that was decided', () => {
  const topic = base.areas[0]!.sections[0]!.topics[0]!;
  const [first, second] = topic.rows as [Row, Row];
  const withRows = (...list: Row[]) =>
    topics(base, each => (each.id === topic.id ? { ...each, rows: list } : each));
  const [third, fourth, fifth] = ['r3', 'r4', 'r5'].map(id => ({ ...first, id })) as [Row, Row, Row];
  const added = { ...first, id: 'new', statements: new Map([['1st', 'New.']]) };
  const sent = withRows(first, second, third, fourth, fifth);

  it.each([
    [
      'an added row',
      withRows(first, added, second, third, fourth, fifth),
      withRows(first, second, added, third, fourth, fifth),
    ],
    [
      'a moved row',
      withRows(second, third, first, fourth, fifth),
      withRows(second, third, fourth, first, fifth),
    ],
  ])('holds, of %s, where the places are next to each other', (_what, ada, ben) => {
    const sides = [
      { name: 'ada', framework: ada },
      { name: 'ben', framework: ben },
    ];
    const merged = merge(sent, sides);
    for (const { name, framework } of sides) {
      const open = atOnce(resolving(merged, sides, new Map())).conflicts;
      const settled = atOnce(resolving(merged, sides, new Map(open.map(({ id }) => [id, name]))));
      expect(open).toHaveLength(1);
      expect(settled.framework).toEqual(framework);
    }
  });
});
