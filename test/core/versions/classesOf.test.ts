import { expect, it } from 'vitest';
import { compare } from '../../../src/core/changes/compare.ts';
import { diff } from '../../../src/core/changes/diff.ts';
import { classesOf } from '../../../src/core/versions/classesOf.ts';
import { judgedCrosswalk } from '../../../src/core/versions/judge.ts';
import { row, topic, withTopics } from '../changes/small.ts';

it('each change has the class of the statements that it is about, order and titles none', () => {
  const older = withTopics(
    topic('t', [row('a', { '1st': 'Sweep.' }), row('b', { '1st': 'Mend.' }), row('c', { '1st': 'Paint.' })]),
    topic('u', []),
  );
  const newer = withTopics(
    topic('t', [row('b', { '1st': 'Mend!' }), row('a', { '1st': 'Sweep.' })], { title: 'Other' }),
    topic('u', [row('c', { '1st': 'Paint.' }), row('d', { '2nd': 'Plan.' })]),
  );
  const changes = diff(older, newer);
  const classes = classesOf(changes, judgedCrosswalk({ from: older, to: newer, changes }));
  expect(changes.map((change, at) => `${change.op} ${change.what}: ${classes[at] ?? '–'}`).sort()).toEqual([
    'add row: raises',
    'move row: editorial',
    'move row: –',
    'set statement: editorial',
    'set topic: –',
  ]);
});

it('a row that was merged into another one has the class of what became of its statements', () => {
  const older = withTopics(topic('t', [row('a', { '1st': 'Sweep' }), row('b', { '1st': 'Paint' })]));
  const gone = row('b', { '1st': 'Paint' }, { withdrawn: { since: '1.3', replacedBy: ['a'] } });
  const newer = withTopics(topic('t', [row('a', { '1st': 'Sweep and paint' }), gone]));
  const changes = diff(older, newer);
  const classes = classesOf(changes, judgedCrosswalk({ from: older, to: newer, changes }));
  const withdrawn = changes.findIndex(change => change.what === 'row');
  const reworded = changes.findIndex(change => change.what === 'statement');
  expect(classes[withdrawn]).toBeDefined();
  expect(classes[withdrawn]).toBe(classes[reworded]);
});

it('what is gone has its class where its row has another id now', () => {
  const older = withTopics(
    topic('t', [row('a', { '1st': 'Sweep the yard.', '2nd': 'Plan it.' }), row('b', { '1st': 'Paint.' })]),
  );
  const newer = withTopics(
    topic('t', [
      row('x', { '1st': 'Sweep the yard.' }, { formerIds: ['a'] }),
      row('y', { '1st': 'Paint.' }, { formerIds: ['b'], withdrawn: { since: '1.3' } }),
    ]),
  );
  const compared = compare(older, newer);
  const classes = classesOf(compared.changes, judgedCrosswalk(compared));
  const told = compared.changes.flatMap((change, at) =>
    classes[at] ? [`${change.what}: ${classes[at]}`] : [],
  );
  expect(told.sort()).toEqual(['row: lowers', 'statement: lowers']);
});

it('what stands elsewhere in the same words is editorial, where it went as where it came', () => {
  const words = 'Sweep the yard.';
  const older = withTopics(
    topic('t', [row('a', { '1st': words, '2nd': 'Plan.' }), row('b', { '2nd': 'Mend.' })]),
  );
  const newer = withTopics(
    topic('t', [row('a', { '2nd': 'Plan.' }), row('b', { '1st': words, '2nd': 'Mend.' })]),
  );
  const changes = diff(older, newer);
  expect(classesOf(changes, judgedCrosswalk({ from: older, to: newer, changes }))).toEqual([
    'editorial',
    'editorial',
  ]);
});
