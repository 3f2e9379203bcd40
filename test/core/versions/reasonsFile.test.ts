import { expect, it } from 'vitest';
import { addReason, readReasons, reasonsFileOf } from '../../../src/core/versions/reasonsFile.ts';

const NAME = 'a.changes.yaml';
const reason = {
  from: '1.2',
  to: '1.3',
  row: 'r',
  level: '0.5',
  after: 'Use: all #tools',
  reason: 'Asked for',
};

it('reasons stand beside the framework file', () => {
  expect(reasonsFileOf('standards/a.framework.yaml')).toBe('standards/a.changes.yaml');
});

it('a reason is added at the end, and what stood there stays as it was', () => {
  const first = addReason(undefined, reason, NAME);
  expect(readReasons(first, NAME)).toEqual([reason]);
  const commented = first.replace('changes:', '# by the committee\nchanges:');
  const second = addReason(commented, { ...reason, class: 'clarifies', by: 'Ada' }, NAME);
  expect(second.startsWith(commented)).toBe(true);
  expect(readReasons(second, NAME)).toEqual([reason, { ...reason, class: 'clarifies', by: 'Ada' }]);
});

it('what is no such file is refused with its place', () => {
  expect(() => readReasons('format: "1"\nchanges:\n  - row: r\n', NAME)).toThrow(
    /^a\.changes\.yaml:3:\d+: this is no file/,
  );
  expect(() => readReasons('format: "2"\nchanges: []\n', NAME)).toThrow('newer version');
  expect(() =>
    addReason(
      'format: "1"\nchanges:\n  - { from: a, to: b, row: r, level: l, reason: x, class: huge }\n',
      reason,
      NAME,
    ),
  ).toThrow(/:3:/);
});
