import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { bundles } from '../esbuild.mjs';
import { cache, root, toolNode } from '../scripts/lib/install.mjs';
import { bundleFaults } from './helpers/bundleLaw.ts';
import { layers, violations } from './helpers/layers.ts';

function sources(): Map<string, string> {
  const files = globSync('src/**/*.ts', { cwd: root }).map(file => file.split(path.sep).join('/'));
  return new Map(files.map(file => [file, readFileSync(path.join(root, file), 'utf8')]));
}

describe('imports', () => {
  test('point one way, as the layers say', () => {
    const files = sources();
    expect(files.size).toBeGreaterThan(10);
    expect(violations(files)).toEqual([]);
  });

  test.each([
    ['core', 'src/core/x.ts', "import fs from 'node:fs';", /core may not import Node's "node:fs"/],
    ['core', 'src/core/x.ts', "import { join } from 'path';", /core may not import Node's "path"/],
    [
      'core',
      'src/core/x.ts',
      "import * as vscode from 'vscode';",
      /core may not import the package "vscode"/,
    ],
    [
      'core',
      'src/core/x.ts',
      "import { x } from '../vscode/x.ts';",
      /core may not import src\/vscode\/x\.ts/,
    ],
    [
      'core',
      'src/core/x.ts',
      "export * from '../excel/index.ts';",
      /core may not import src\/excel\/index\.ts/,
    ],
    [
      'core',
      'src/core/x.ts',
      "\nconst x = import('exceljs');",
      /x\.ts:2: core may not import the package "exceljs"/,
    ],
    ['core', 'src/core/rules/a/rule.ts', "import { b } from '../b/rule.ts';", /may not import another rule/],
    ['core', 'src/core/x.ts', "import { x } from './testing.ts';", /for tests only/],
    ['protocol', 'src/protocol/x.ts', "import { x } from '../core/index.ts';", /only as type, not run-time/],
    ['vscode', 'src/vscode/x.ts', "import { x } from '../core/yaml/x.ts';", /may not import src\/core\/yaml/],
    [
      'vscode',
      'src/vscode/x.ts',
      "import { x } from '../excel/index.ts';",
      /only as type or dynamic, not run-time/,
    ],
    [
      'webview',
      'src/webview/a/x.ts',
      "import { x } from '../../core/index.ts';",
      /only as type, not run-time/,
    ],
    [
      'webview',
      'src/webview/a/x.ts',
      "import { type X } from '../../core/index.ts';",
      /only as type, not run-time/,
    ],
    ['webview', 'src/webview/a/x.ts', "import { x } from '../b/x.ts';", /of another page/],
    ['cli', 'src/cli/x.ts', "import { x } from '../protocol/x.ts';", /cli may not import src\/protocol/],
    ['none', 'src/other/x.ts', '', /belongs to no layer/],
  ])('are refused where %s oversteps: %s with %s', (_layer, file, text, message) => {
    const files = new Map([
      [file, text],
      ['src/core/rules/b/rule.ts', ''],
    ]);
    expect(violations(files)).toEqual([expect.stringMatching(message)]);
  });

  test('of types alone are no overstepping where the layer may know the types', () => {
    const text = "import type { X } from '../../core/index.ts';\nimport { y } from '../shared/y.ts';";
    expect(violations(new Map([['src/webview/a/x.ts', text]]))).toEqual([]);
  });
});

describe('bundles', () => {
  const list = bundles({ production: true });

  test.each(list.map(({ name }) => name))('%s holds what it may, within its size', async name => {
    const { options } = list.find(each => each.name === name) ?? {};
    const { metafile } = await esbuild({ ...options, metafile: true, write: false });
    expect(bundleFaults(name, metafile)).toEqual([]);
  });

  test('are refused when the start-up file takes the dictionary in', async () => {
    for (const bundle of ['activate', 'cli']) {
      const faults = await faultsOf(
        bundle,
        "import { spellingOf } from './spelling/spelling.ts'; console.log(spellingOf);",
      );
      expect(faults).toContainEqual(expect.stringMatching(/must not hold src\/spelling\/spelling.ts/));
    }
  });

  async function faultsOf(bundle: string, contents: string, external: string[] = []): Promise<string[]> {
    const { metafile } = await esbuild({
      stdin: { contents, resolveDir: path.join(root, 'src'), loader: 'ts' },
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      outfile: 'planted.cjs',
      metafile: true,
      write: false,
      external,
    });
    return bundleFaults(bundle, metafile);
  }

  test('are refused when the start-up file takes exceljs in', async () => {
    const faults = await faultsOf('activate', "import exceljs from 'exceljs'; console.log(exceljs);");
    expect(faults).toContainEqual(expect.stringMatching(/must not hold node_modules\/exceljs/));
    expect(faults).toContainEqual(expect.stringMatching(/more than its 375 KB/));
  });

  test('are refused when a page takes the parser or the core in', async () => {
    const yaml = await faultsOf('webview.matrix', "import { parse } from 'yaml'; console.log(parse);");
    expect(yaml).toContainEqual(expect.stringMatching(/must not hold node_modules\/yaml/));
    const core = await faultsOf(
      'webview.matrix',
      "import * as core from './core/index.ts'; console.log(core);",
    );
    expect(core).toContainEqual(expect.stringMatching(/must not hold src\/core/));
  });

  test('are refused when they ask for what is not there', async () => {
    const faults = await faultsOf('activate', "import * as yaml from 'yaml'; console.log(yaml);", ['yaml']);
    expect(faults).toEqual(['activate asks for "yaml" when it runs, which will not be there.']);
  });
});

describe('the compiler', () => {
  // The real files of the layer are in the project too: a package's types could bring foreign globals in.
  async function compile(layer: string, text: string): Promise<string> {
    mkdirSync(cache, { recursive: true });
    const dir = mkdtempSync(path.join(cache, 'planted-'));
    try {
      writeFileSync(path.join(dir, 'planted.ts'), `${text}\nexport {};\n`);
      const project = {
        extends: `../../src/${layer}/tsconfig.json`,
        compilerOptions: {
          composite: false,
          incremental: false,
          emitDeclarationOnly: false,
          noEmit: true,
          rootDir: '../..',
        },
        include: [`../../src/${layer}/**/*.ts`, 'planted.ts'],
        references: [],
      };
      writeFileSync(path.join(dir, 'tsconfig.json'), JSON.stringify(project));
      const tsc = spawn(toolNode, [
        path.join(root, 'node_modules/typescript/bin/tsc'),
        '-p',
        dir,
        '--pretty',
        'false',
      ]);
      let output = '';
      tsc.stdout.on('data', chunk => {
        output += chunk;
      });
      await new Promise(done => tsc.once('close', done));
      return output
        .split('\n')
        .filter(line => line.includes('planted.ts'))
        .join('\n');
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }

  test.each([
    [
      'core',
      [
        'process.env',
        'document.body',
        'Buffer.from("")',
        'setTimeout(() => {}, 1)',
        'new URL("x:")',
        'console.log()',
      ],
    ],
    ['protocol', ['process.env', 'document.body', 'window.postMessage(1)']],
    ['excel', ['process.env', 'document.body', 'Buffer.from("")']],
    ['spelling', ['process.env', 'document.body', 'Buffer.from("")']],
    ['vscode', ['process.env', 'document.body', 'Buffer.from("")', 'indexedDB.open("")']],
    ['webview', ['process.env', 'Buffer.from("")', 'require("x")']],
    ['cli', ['document.body', 'window.open()']],
  ])(
    'knows nothing in %s that its hosts lack',
    async (layer, expressions) => {
      expect(Object.keys(layers)).toContain(layer);
      const text = expressions
        .map((expression, index) => `export const planted${index} = ${expression};`)
        .join('\n');
      const output = await compile(layer, text);
      const refused = expressions.filter((_, index) => output.includes(`planted.ts(${index + 1},`));
      expect(refused, output).toEqual(expressions);
    },
    30_000,
  );
});
