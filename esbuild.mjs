// Every bundle of the product and of its VS Code tests, found by existence, so a layer joins the build by
// having its entry file. `node esbuild.mjs [--production] [--watch]`; tests import `bundles` and `build`.
//
// What start-up does not need is a file of its own:
// - Node (extension and command line): `import('../excel/index.ts')` becomes `require('./excel.cjs')`, and
//   likewise the dictionary, `import('../spelling/index.ts')`, the faces of the core that are needed later, such as
//   `import('../core/publishing.ts')`, and what the entry of the extension activates, `import('./activate.ts')`. The
//   package `yaml` is loaded when it is first called.
// - Web worker host: VS Code hands an extension one script and a `require` that knows only `vscode`, so the
//   part is a second CommonJS file that the extension reads through `workspace.fs` and evaluates itself,
//   which is how VS Code loads the first one (src/vscode/loadScript.ts).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { britishWordList, britishWordsNotice } from './scripts/lib/britishWords.mjs';
import { leanExceljs } from './scripts/lib/leanExceljs.mjs';
import { rulePages } from './scripts/lib/rulePages.mjs';
import { vscodeOnce } from './scripts/lib/vscodeOnce.mjs';
import { yamlLater } from './scripts/lib/yamlLater.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

/**
 * @typedef {object} Bundle
 * @property {string} name what tests and budgets call it
 * @property {import('esbuild').BuildOptions & { metafile: true }} options
 */

/** Oldest engines that a bundle meets: VS Code 1.100 runs Node 20 and Chromium 132. */
const nodeTarget = 'node20';
const browserTarget = 'es2022';

/** The entries of the lazy parts, and what each is called. */
const lazy = /(?:\/(excel|spelling)\/index|\/core\/(explaining|publishing|reviewing)|^\.\/(activate))\.ts$/;

/** Imports of the lazy layers from Node bundles become a `require` of their own files. */
const lazyApart = {
  name: 'lazy-apart',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: lazy }, ({ kind, path: request }) => {
      const name = lazy.exec(request)?.slice(1).find(Boolean);
      return kind === 'dynamic-import' ? { path: `./${name}.cjs`, external: true } : undefined;
    });
  },
};

/** `suites:all` is a module that imports every `*.suite.ts`, so that no suite can be forgotten in a list. */
const allSuites = {
  name: 'all-suites',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^suites:all$/ }, () => ({ path: 'all', namespace: 'suites' }));
    build.onLoad({ filter: /.*/, namespace: 'suites' }, () => {
      const dir = path.join(root, 'test/vscode/suite');
      const files = listFiles(dir).filter(file => file.endsWith('.suite.ts'));
      if (files.length === 0) return { errors: [{ text: 'No *.suite.ts under test/vscode/suite.' }] };
      return {
        contents: files.map(file => `import ${JSON.stringify(`./${file}`)};`).join('\n'),
        resolveDir: dir,
        loader: 'ts',
        watchDirs: [dir],
      };
    });
  },
};

/**
 * @param {string} dir
 * @returns {string[]} every file below dir, relative, with forward slashes, sorted
 */
function listFiles(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/**
 * @typedef {object} Mode
 * @property {boolean} [production] minifies, leaves source maps and test suites away
 * @property {string} [outDir] where to write, relative to the checkout; default `dist`
 */

/**
 * The bundles whose entry files exist.
 * @param {Mode} [mode]
 * @returns {Bundle[]}
 */
export function bundles({ production = false, outDir = 'dist' } = {}) {
  /** @type {Bundle[]} */
  const found = [];
  /**
   * @param {string} name
   * @param {string} entry
   * @param {string} outfile
   * @param {import('esbuild').BuildOptions} options
   */
  const add = (name, entry, outfile, options) => {
    if (!existsSync(path.join(root, entry))) return;
    found.push({
      name,
      options: {
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: `${outDir}/${outfile}`,
        bundle: true,
        minify: production,
        sourcemap: production ? false : 'linked',
        legalComments: 'none',
        logLevel: 'warning',
        define: { 'process.env.NODE_ENV': '"production"' },
        ...options,
        metafile: true,
      },
    });
  };
  /** @type {import('esbuild').BuildOptions} */
  const node = { platform: 'node', format: 'cjs', target: nodeTarget };
  /** `yaml` for browsers is the same code in modules, of which esbuild leaves out what nobody asks for. */
  const alias = { yaml: path.join(root, 'node_modules/yaml/browser/index.js') };
  /** @type {import('esbuild').BuildOptions} */
  const worker = { platform: 'browser', format: 'cjs', target: browserTarget };
  /** @type {import('esbuild').BuildOptions} */
  const page = { platform: 'browser', format: 'iife', target: browserTarget };

  add('extension', 'src/vscode/extension.ts', 'extension.cjs', { ...node, plugins: [lazyApart] });
  add('activate', 'src/vscode/activate.ts', 'activate.cjs', { ...node, plugins: [vscodeOnce, yamlLater] });
  add('extension.web', 'src/vscode/extension.web.ts', 'web/extension.js', {
    ...worker,
    plugins: [vscodeOnce],
  });
  add('excel', 'src/excel/index.ts', 'excel.cjs', { ...node, plugins: [leanExceljs] });
  add('excel.web', 'src/excel/index.ts', 'web/excel.js', { ...worker, plugins: [leanExceljs] });
  const spelling = { plugins: [britishWordList], banner: { js: britishWordsNotice() } };
  add('spelling', 'src/spelling/index.ts', 'spelling.cjs', { ...node, ...spelling });
  add('spelling.web', 'src/spelling/index.ts', 'web/spelling.js', { ...worker, ...spelling });
  add('yaml', 'scripts/stubs/yaml.mjs', 'yaml.cjs', { ...node, alias });
  for (const face of ['publishing', 'reviewing']) {
    add(face, `src/core/${face}.ts`, `${face}.cjs`, { ...node, plugins: [yamlLater] });
    add(`${face}.web`, `src/core/${face}.ts`, `web/${face}.js`, worker);
  }
  add('explaining', 'src/core/explaining.ts', 'explaining.cjs', { ...node, plugins: [rulePages] });
  add('explaining.web', 'src/core/explaining.ts', 'web/explaining.js', { ...worker, plugins: [rulePages] });
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  add('cli', 'src/cli/main.ts', 'cli.cjs', {
    ...node,
    define: { 'process.env.NODE_ENV': '"production"', FRAMEWORK_VERSION: JSON.stringify(version) },
    plugins: [lazyApart, yamlLater],
    banner: { js: '#!/usr/bin/env node' },
  });
  for (const file of listFiles(path.join(root, 'src/webview'))) {
    const pageName = /^([^/]+)\/main\.ts$/.exec(file)?.[1];
    if (pageName !== undefined)
      add(`webview.${pageName}`, `src/webview/${file}`, `webview/${pageName}.js`, page);
  }
  if (!production) {
    const suite = { external: ['vscode'], plugins: [allSuites], sourcemap: /** @type {const} */ ('inline') };
    add('suite', 'test/vscode/inHost/entry.ts', 'test/suite.cjs', { ...node, ...suite, alias });
    add('suite.web', 'test/vscode/inHost/entry.ts', 'test/suite.web.js', { ...worker, ...suite });
    add('suite.part', 'test/vscode/inHost/lazyPart.ts', 'test/part.web.js', worker);
  }
  return found;
}

/**
 * Builds, and writes meta.json beside the bundles: the inputs and sizes of each by name.
 * @param {Mode} [mode]
 * @returns {Promise<Record<string, import('esbuild').Metafile>>}
 */
export async function build(mode = {}) {
  const list = bundles(mode);
  if (list.length === 0) throw new Error('Nothing to build: no entry file was found under src/.');
  const out = path.join(root, mode.outDir ?? 'dist');
  for (const entry of existsSync(out) ? readdirSync(out) : []) {
    // tsc -b keeps its own state in dist/types.
    if (entry !== 'types') await rm(path.join(out, entry), { recursive: true, force: true });
  }
  /** @type {Record<string, import('esbuild').Metafile>} */
  const metafiles = {};
  await Promise.all(
    list.map(async ({ name, options }) => {
      metafiles[name] = (await esbuild.build(options)).metafile;
    }),
  );
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, 'meta.json'), JSON.stringify(metafiles));
  return metafiles;
}

async function watch() {
  const contexts = await Promise.all(
    bundles().map(({ options }) => esbuild.context({ ...options, logLevel: 'info' })),
  );
  await Promise.all(contexts.map(context => context.watch()));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--watch')) await watch();
  else {
    const metafiles = await build({ production: process.argv.includes('--production') });
    for (const metafile of Object.values(metafiles)) {
      for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
        if (!file.endsWith('.map')) console.log(`${file}  ${(bytes / 1024).toFixed(0)} KB`);
      }
    }
  }
}
