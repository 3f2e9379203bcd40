import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { ask } from '../../src/cli/ask.ts';
import { visible, visibleIn } from '../../src/cli/format/visible.ts';

test('control characters of a file are shown as signs, and steer no terminal', () => {
  expect(visible('a\u001b[31mb\u0007\u007f\u009bc')).toBe('a␛[31mb␇␡<9B>c');
  expect(visible('two\nlines\tand a tab')).toBe('two\nlines\tand a tab');
  expect(visibleIn({ a: ['\u0008', 1, undefined], b: new Set(['x']) })).toEqual({
    a: ['␈', 1, undefined],
    b: new Set(['x']),
  });
});

test('nor do they where something is asked', async () => {
  const output = new PassThrough();
  const question = {
    id: 'delete:a (Ada)',
    kind: 'deleted-row' as const,
    place: 'Ada\u001b[31m: A',
    reviewer: 'Ada\u001b[31m',
    message: 'Row a did not come back. Delete it, or keep it?',
    options: ['keep', 'delete'],
  };
  expect(await ask([question], Readable.from(['k\n']), output)).toEqual([['delete:a (Ada)', 'keep']]);
  expect(String(output.read())).toMatch(/^Ada␛\[31m: A: Row a did not come back/);
});
