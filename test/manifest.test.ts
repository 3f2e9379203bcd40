import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundles } from '../esbuild.mjs';
import { root } from '../scripts/lib/install.mjs';
import { versions } from '../scripts/vscode/setup.mjs';
import { MATRIX_ACTIONS } from '../src/protocol/matrixActions.ts';

type Command = { command: string; title: string; category?: string; icon?: string | Record<string, string> };
type Manifest = {
  name: string;
  publisher: string;
  icon: string;
  main: string;
  browser: string;
  bin: Record<string, string>;
  engines: { vscode: string };
  files: string[];
  activationEvents: string[];
  capabilities: { untrustedWorkspaces: { supported: boolean }; virtualWorkspaces: boolean };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  contributes: {
    commands?: Command[];
    configuration?: { properties?: Record<string, unknown> } | { properties?: Record<string, unknown> }[];
    customEditors?: { viewType: string; priority?: string }[];
    languages: { configuration: string; icon?: Record<string, string> }[];
    grammars: { path: string }[];
    menus?: Record<string, { command?: string; when?: string }[]>;
    [other: string]: unknown;
  };
};

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const text = read('package.json');
const manifest = JSON.parse(text) as Manifest;
const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
const { contributes } = manifest;
const commands = (contributes.commands ?? []).map(({ command }) => command);
const settings = [contributes.configuration ?? []]
  .flat()
  .flatMap(({ properties = {} }) => Object.keys(properties));
const code = globSync('src/vscode/**/*.ts', { cwd: root }).map(read).join('\n');
/** Every id of ours that the code spells out, or makes of the list of what can be done in the matrix. */
const idsInCode = new Set([
  ...[...code.matchAll(/['"`](frameworkWorkbench\.[\w.]+)['"`]/g)].map(([, id = '']) => id),
  ...MATRIX_ACTIONS.map(action => `frameworkWorkbench.matrix.${action}`),
]);

describe('texts for people', () => {
  test('stand in package.nls.json, every one of them in use', () => {
    const used = new Set([...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
    expect([...used].sort()).toEqual(Object.keys(texts).sort());
  });

  test('are never written into the manifest itself', () => {
    const plain = (key: string, value: unknown): string[] => {
      if (typeof value === 'string') {
        const isText =
          /^(title|shortTitle|description|markdownDescription|displayName|category|label|name)$/.test(key);
        return isText && !/^%.+%$/.test(value) ? [`${key}: ${value}`] : [];
      }
      if (value === null || typeof value !== 'object') return [];
      return Object.entries(value).flatMap(([inner, each]) =>
        plain(Array.isArray(value) ? key : inner, each),
      );
    };
    // A setting's name is a key of `properties`, not a text.
    expect(plain('', { ...contributes, grammars: [] })).toEqual([]);
  });
});

describe('commands and settings', () => {
  test('bear our name', () => {
    for (const id of [...commands, ...settings]) expect(id).toMatch(/^frameworkWorkbench\./);
  });

  test('stand under one category', () => {
    const categories = new Set(
      (contributes.commands ?? []).map(({ category }) => texts[category?.slice(1, -1) ?? '']),
    );
    expect([...categories].filter(category => category !== 'Framework')).toEqual([]);
  });

  test('that the manifest names are in the code', () => {
    expect(commands.filter(id => !idsInCode.has(id))).toEqual([]);
    const tails = (id: string) => id.replace('frameworkWorkbench.', '');
    const inCode = (id: string) => idsInCode.has(id) || new RegExp(`['"\`]${tails(id)}['"\`]`).test(code);
    expect(settings.filter(id => !inCode(id))).toEqual([]);
  });

  test('that the code names are in the manifest', () => {
    const known = new Set([
      ...commands,
      ...settings,
      ...(contributes.customEditors ?? []).map(({ viewType }) => viewType),
      ...[...text.matchAll(/"id": "(frameworkWorkbench\.[\w.]+)"/g)].map(([, id = '']) => id),
    ]);
    // A webview panel's type and a context key are the code's own affair, whether written there or named.
    const call =
      /(?:createWebviewPanel|registerWebviewPanelSerializer|'setContext',)[\s(]*(?:['"`]([\w.]+)['"`]|(\w+))/g;
    const own = [...code.matchAll(call)].flatMap(([, id, name]) =>
      id === undefined
        ? [...code.matchAll(new RegExp(`const ${name} = '([\\w.]+)'`, 'g'))].map(([, each]) => each)
        : [id],
    );
    expect([...idsInCode].filter(id => !known.has(id) && !own.includes(id))).toEqual([]);
  });

  test('in menus are commands that exist, and their conditions ask for keys that someone sets', () => {
    const entries = Object.values(contributes.menus ?? {}).flat();
    for (const { command, when = '' } of entries) {
      if (command !== undefined) expect(commands).toContain(command);
      for (const [key] of when.matchAll(/frameworkWorkbench\.[\w.]+/g))
        expect([...idsInCode, ...settings]).toContain(key);
    }
  });

  test('with a custom editor leave the text editor the default', () => {
    for (const { priority } of contributes.customEditors ?? []) expect(priority).toBe('option');
  });
});

describe('files', () => {
  test('that the manifest points to exist', () => {
    const named = [
      manifest.icon,
      ...contributes.languages.flatMap(({ configuration, icon }) => [
        configuration,
        ...Object.values(icon ?? {}),
      ]),
      ...contributes.grammars.map(grammar => grammar.path),
      ...[...text.matchAll(/"\.?\/?(media\/[^"]+)"/g)].map(([, file = '']) => file),
    ];
    expect(named.filter(file => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test('that start the extension and the command line are what the build makes', () => {
    const outfile = (name: string) => bundles().find(bundle => bundle.name === name)?.options.outfile;
    expect(manifest.main).toBe(`./${outfile('extension')}`);
    expect(manifest.browser).toBe(`./${outfile('extension.web')}`);
    expect(manifest.bin).toEqual({ framework: outfile('cli') ?? 'dist/cli.cjs' });
  });

  test('are packaged by an allow-list alone', () => {
    expect(existsSync(path.join(root, '.vscodeignore'))).toBe(false);
    expect(manifest.files.filter(file => /^(src|test|scripts|node_modules|\*)/.test(file))).toEqual([]);
  });

  test('include an icon of 256 pixels', () => {
    const png = readFileSync(path.join(root, manifest.icon));
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      'PNG',
      256,
      256,
    ]);
  });
});

describe('what the extension declares', () => {
  test('starts it for its own files only', () => {
    // VS Code derives what is needed from languages, commands and editors.
    expect(manifest.activationEvents).toEqual([]);
  });

  test('is that it works without trust and without a disk', () => {
    expect(manifest.capabilities).toEqual({
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    });
  });

  test('is the lowest VS Code that the tests run, whose types the code is checked with', () => {
    const [major, minor] = versions.lowest.vscode.split('.');
    expect(manifest.engines.vscode).toBe(`^${major}.${minor}.0`);
    expect(manifest.devDependencies['@types/vscode']).toMatch(new RegExp(`^${major}\\.${minor}\\.`));
  });
});

describe('packages', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies };

  test('are pinned to one version', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('and docs/dependencies.md name each other', () => {
    const [npmTables = ''] = read('docs/dependencies.md').split('## Not installed by npm');
    const rows = npmTables.split('\n').filter(line => line.startsWith('| `'));
    const listed = rows.flatMap(row =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(listed.sort()).toEqual(Object.keys(all).sort());
  });

  test('are locked for every operating system, not only for this one', () => {
    type Locked = { version?: string; optionalDependencies?: Record<string, string> };
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
    const isLocked = (name: string) =>
      Object.entries(packages).some(
        ([place, { version }]) => place.endsWith(`node_modules/${name}`) && version,
      );
    const wanted = Object.values(packages).flatMap(each => Object.keys(each.optionalDependencies ?? {}));
    expect(
      wanted.filter(name => !isLocked(name)),
      'npm left out the packages of other systems; `npm run relock` brings them back',
    ).toEqual([]);
  });

  test('run a script at installation only where package.json says so', () => {
    type Locked = { hasInstallScript?: boolean; optional?: boolean };
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
    const withScript = Object.entries(lock.packages)
      // An optional package of another system, such as fsevents, is npm's affair.
      .filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
      .map(([place]) => place.replace(/^.*node_modules\//, ''));
    expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(withScript)].sort());
  });
});
