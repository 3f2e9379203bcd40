// An esbuild plugin for Node: the package `yaml` is a file of its own, which is loaded when it is first called. Most
// framework files never need it, and it is a quarter of what would be compiled at a start.
import { readFileSync } from 'node:fs';

const wanted = readFileSync(new URL('../stubs/yaml.mjs', import.meta.url), 'utf8');
const names = /export \{ (.*) \}/.exec(wanted)?.[1]?.split(', ') ?? [];

/** @type {import('esbuild').Plugin} */
export const yamlLater = {
  name: 'yaml-later',
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'later' }));
    build.onResolve({ filter: /^\.\/yaml\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: 'later' }, () => ({
      contents: [
        'let loaded;',
        "const yaml = () => (loaded ??= require('./yaml.cjs'));",
        ...names.map(name => `export const ${name} = (...args) => yaml().${name}(...args);`),
      ].join('\n'),
    }));
  },
};
