import { describe, expect, it } from 'vitest';
import { lifeOf } from '../../../src/core/features/life.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { row, topic, withTopics } from '../changes/small.ts';

function version(
  number: string,
  framework: Framework,
  status: 'draft' | 'published' = 'published',
): Framework {
  return { ...framework, details: { ...framework.details, version: number, status } };
}

const past = (...versions: Framework[]) => ({
  siblings: versions.map(framework => ({ name: framework.details.version, framework })),
  reasons: [],
});

const one = version('1.0', withTopics(topic('t', [row('r', { '1st': 'Test' })])));
const two = version(
  '1.1',
  withTopics(topic('t', [row('r', { '1st': 'Test it', '2nd': 'More' }), row('s', { '1st': 'New' })])),
);
const three = version(
  '1.2',
  withTopics(
    topic('t', [row('s', { '1st': 'New' })]),
    topic('u', [row('r', { '1st': 'Test it', '2nd': 'More' })]),
  ),
  'draft',
);

describe('The life of a row', () => {
  it('says since when it is there, in which versions which levels were reworded, and where it came from', () => {
    expect(lifeOf(three, 'r', undefined, past(two, one))).toEqual([
      'History: since 1.0 · reworded in 1.1 (1st line) · moved in 1.2 from The area a › Functions › The topic t',
    ]);
    expect(lifeOf(three, 's', undefined, past(one, two))).toEqual(['History: since 1.1']);
  });

  it('of a statement is about its level alone', () => {
    expect(lifeOf(two, 'r', '2nd', past(one))).toEqual(['History: since 1.1']);
    expect(lifeOf(two, 'r', '1st', past(one))).toEqual(['History: since 1.0 · reworded in 1.1']);
  });

  it('follows former ids', () => {
    const renamed = version(
      '1.1',
      withTopics(topic('t', [row('x', { '1st': 'Test' }, { formerIds: ['r'] })])),
    );
    expect(lifeOf(renamed, 'x', undefined, past(one))).toEqual(['History: since 1.0']);
  });

  it('says why, as the maintainer said last', () => {
    const said = { from: '1.0', to: '1.1', row: 'r', level: '1st' };
    const reasons = [
      { ...said, reason: 'For a start.' },
      { ...said, reason: 'It was unclear what.' },
      { ...said, row: 's', reason: 'Of another row.' },
    ];
    expect(lifeOf(two, 'r', '1st', { ...past(one), reasons })).toEqual([
      'History: since 1.0 · reworded in 1.1',
      'Why, in 1.1: It was unclear what.',
    ]);
  });

  it('tells nothing where no earlier version is known, or the text is no version of it', () => {
    expect(lifeOf(one, 'r', undefined, past())).toEqual([]);
    expect(lifeOf(one, 'r', undefined, past(two))).toEqual([]);
  });
});
