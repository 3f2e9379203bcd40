// The README of each rule, for whoever wants a rule explained: put into a bundle when it is built.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const folder = path.join(root, 'src/core/rules');

/** @returns {Record<string, string>} by the rule's id */
function pages() {
  const rules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
    /^[^/\\]+[/\\]README\.md$/.test(file),
  );
  return Object.fromEntries(
    rules.sort().map(file => [path.dirname(file), readFileSync(path.join(folder, file), 'utf8')]),
  );
}

/** `rules:pages` is a module that holds them; its one importer is src/core/explaining.ts. */
export const rulePages = {
  name: 'rule-pages',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^rules:pages$/ }, () => ({ path: 'pages', namespace: 'rules' }));
    build.onLoad({ filter: /.*/, namespace: 'rules' }, () => ({
      contents: `export const pages = ${JSON.stringify(pages())};`,
      watchDirs: [folder],
    }));
  },
};
