import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Folders under test/ with a project of their own; everything else is a unit test. */
const apart = [
  'test/architecture.test.ts',
  'test/properties/**',
  'test/scaling/**',
  'test/cli/**',
  'test/run/**',
  'test/vscode/**',
];
const slow = {
  testTimeout: 120_000,
  // What else the machine does can hold a window up beyond every patience: what is wrong fails twice, and a test that
  // needed a second time is told.
  retry: 1,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    watch: false,
    // A forgotten `.only` would make the rest of the suite pass by not running.
    allowOnly: false,
    projects: [
      {
        extends: true,
        // They are in memory and share nothing that they change: modules are read once for all of them, by Node
        // itself, which needs nothing translated before. The time is for a machine that is busy with something else.
        test: {
          name: 'unit',
          experimental: { viteModuleRunner: false },
          execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
          include: ['test/**/*.test.ts'],
          exclude: apart,
          isolate: false,
          maxWorkers: '100%',
          testTimeout: 30_000,
        },
      },
      // Compiles and bundles, which takes seconds.
      {
        extends: true,
        test: { name: 'architecture', include: ['test/architecture.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'property',
          include: ['test/properties/**/*.property.test.ts'],
          // By itself vitest leaves a processor to whoever watches.
          maxWorkers: '100%',
          setupFiles: ['test/helpers/propertyRuns.ts'],
          // A long run takes as long as its 100,000 cases need.
          testTimeout: 0,
        },
      },
      {
        extends: true,
        test: {
          name: 'scaling',
          include: ['test/scaling/**/*.test.ts'],
          fileParallelism: false,
          // Measures: a machine that is busy once is not busy three times, and what grows always does.
          retry: 2,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'cli',
          include: ['test/cli/**/*.test.ts'],
          globalSetup: ['test/cli/build.ts'],
          maxWorkers: '100%',
          // Some run dozens of commands; on a busy machine each takes its time.
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      // A window, and LibreOffice, wait for some of their time: two at once keep two processors busy.
      {
        extends: true,
        test: { name: 'run', include: ['test/run/**/*.test.ts'], ...slow, maxWorkers: 2 },
      },
      {
        extends: true,
        test: {
          name: 'vscode',
          include: ['test/vscode/**/*.test.ts'],
          exclude: ['test/vscode/start/**'],
          ...slow,
          maxWorkers: 2,
        },
      },
      // Builds anew what the windows run, so that it waits until they are closed.
      {
        extends: true,
        test: {
          name: 'start',
          include: ['test/vscode/start/**/*.test.ts'],
          ...slow,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
