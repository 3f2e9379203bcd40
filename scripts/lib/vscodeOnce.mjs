// An esbuild plugin: `vscode` is asked for once, and only what is used of it. By itself esbuild copies the whole
// module for each file that imports it, hundreds of properties each time: a third of what a start took.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const types = createRequire(import.meta.url).resolve('@types/vscode/index.d.ts');
const value = /^\texport (?:class|enum|namespace|const|function) (\w+)/gm;

/** @type {import('esbuild').Plugin} */
export const vscodeOnce = {
  name: 'vscode-once',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'api', namespace: 'vscode' } : { path: 'vscode', external: true },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode' }, () => {
      const names = new Set(Array.from(readFileSync(types, 'utf8').matchAll(value), ([, name]) => name));
      const lines = [...names].map(name => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`);
      return { contents: ["const api = require('vscode');", ...lines].join('\n') };
    });
  },
};
