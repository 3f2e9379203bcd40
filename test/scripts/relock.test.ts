import { describe, expect, test } from 'vitest';
import { complete, systemOf } from '../../scripts/relock.mjs';

describe('a package for one system', () => {
  test.each([
    ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxc-parser/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
  ])('%s tells its system by its name', (name, system) => {
    expect(systemOf(name)).toEqual(system);
  });

  test('is refused when its name tells nothing', () => {
    expect(() => systemOf('left-pad')).toThrow(/does not tell for which system/);
  });
});

test('a lock is completed with what its packages name as optional, and with nothing else', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/z': { version: '1.0.0' },
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { '@t/cli-linux-x64': '2.0.0', '@t/cli-darwin-x64': '2.0.0' },
      },
      'node_modules/@t/cli-linux-x64': { version: '2.0.0', optional: true },
    },
  };
  expect(complete(lock)).toEqual(['@t/cli-darwin-x64']);
  expect(Object.keys(lock.packages)).toEqual([
    '',
    'node_modules/@t/cli-darwin-x64',
    'node_modules/@t/cli-linux-x64',
    'node_modules/tool',
    'node_modules/z',
  ]);
  expect(lock.packages).toHaveProperty(['node_modules/@t/cli-darwin-x64'], {
    version: '2.0.0',
    dev: true,
    optional: true,
    os: ['darwin'],
    cpu: ['x64'],
  });
});
