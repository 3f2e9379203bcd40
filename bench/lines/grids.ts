import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/vscode/browser.mjs';
import { bigView } from '../../test/webview/frameworks.ts';
import { buildPage, type Files, openBuilt } from '../browserPage.ts';
import { type LineResult, type Measured, median, milliseconds, peer } from '../measure.ts';

const ROWS = 20_000;

/** What is tried, and what its documentation says where nothing can be measured. */
interface Candidate {
  readonly name: string;
  /** Of the page in bench/grids that draws it. */
  readonly page: string;
  readonly package: string | undefined;
  readonly selection: string;
  readonly heads: string;
  readonly theming: string;
}

const CANDIDATES: readonly Candidate[] = [
  {
    name: 'Tabulator',
    page: 'tabulator',
    package: 'tabulator-tables',
    selection: 'yes; what does not fit is cut off unasked',
    heads: 'groups of rows',
    theming: 'its style sheet overridden',
  },
  {
    name: 'RevoGrid',
    page: 'revogrid',
    package: '@revolist/revogrid',
    selection: 'yes; what does not fit is cut off unasked',
    heads: 'groups of rows',
    theming: 'variables of its own',
  },
  {
    name: 'AG Grid Community',
    page: 'agGrid',
    package: 'ag-grid-community',
    selection: 'no: in the paid edition',
    heads: 'rows of full width',
    theming: 'variables of its own',
  },
  {
    name: 'SlickGrid',
    page: 'slickGrid',
    package: 'slickgrid',
    selection: 'by plugins',
    heads: 'cells over columns',
    theming: 'its style sheet overridden',
  },
  {
    name: 'Own rows over TanStack Virtual',
    page: 'matrix',
    package: undefined,
    selection: 'ours; asks where it does not fit',
    heads: 'ours',
    theming: 'directly',
  },
];

/** What bench/grids/measure.js gives. */
interface Seen {
  readonly first: number | null;
  readonly toEnd: number | null;
  readonly long: number;
  readonly blank: number;
  readonly elements: number;
  readonly seen: number;
  readonly whole: number;
  readonly role: string | null;
  readonly rowCount: string | null;
  readonly faults: readonly string[];
  readonly violations: readonly string[];
}

interface Result extends Candidate {
  readonly kilobytes: number;
  readonly licence: string;
  readonly version: string;
  readonly violations: number;
  readonly seen: Seen;
  readonly first: number;
  readonly toEnd: number;
  readonly long: number;
}

/** Candidates for the matrix' grid, each with 20,000 rows in a Chromium, under the policy of our webviews. */
export async function grids(rounds: number): Promise<LineResult> {
  const browser = await launchChromium();
  try {
    const data = sameForAll();
    const built = await Promise.all(CANDIDATES.map(candidate => build(candidate, data)));
    const rows = built.map(() => [] as Seen[]);
    const strict: Seen[] = [];
    for (const { files } of built) strict.push(await look(browser, files, false));
    for (let round = 0; round < rounds; round++)
      // Those that cannot do without inline styles are given them, so that the rest can be seen.
      for (const [at, { files }] of built.entries())
        rows[at]!.push(await look(browser, files, strict[at]!.violations.length > 0));
    const results = built.map(({ candidate, kilobytes, licence, version }, at): Result => {
      const all = rows[at]!;
      const middle = (of: (seen: Seen) => number | null) =>
        median(all.map(each => of(each) ?? Number.POSITIVE_INFINITY));
      return {
        ...candidate,
        ...{ kilobytes, licence, version },
        violations: strict[at]!.violations.length,
        seen: all[0]!,
        first: middle(({ first }) => first),
        toEnd: middle(({ toEnd }) => toEnd),
        long: median(all.map(({ long }) => long)),
      };
    });
    return {
      title: 'A grid for the matrix',
      about: `20,000 rows of four levels, 6 to 35 words a statement, in ${(await version(browser)).trim()} with a window of 1,400 × 900 pixels, under the policy \`default-src 'none'\` with styles from files only. Whoever broke the policy was looked at again with inline styles allowed, else nothing of it is to be seen.`,
      heads: results.map(({ name, version }) => (version === '' ? name : `${name} ${version}`)),
      rows: table(results),
      document: 'docs/dependencies.md',
    };
  } finally {
    await browser.close();
  }
}

function table(results: readonly Result[]): Measured[] {
  const row = (what: string, cell: (result: Result) => string): Measured => ({
    what,
    cells: results.map(cell),
  });
  return [
    row('Breaks the policy', ({ violations }) =>
      violations === 0 ? 'no' : `${violations} times: styles of its own`,
    ),
    row('Statements in view that are seen whole', ({ seen }) => `${seen.whole} of ${seen.seen}`),
    row('First drawn after', ({ first }) => time(first)),
    row('A jump to the end takes', ({ toEnd }) => time(toEnd)),
    row('Tasks above 50 ms in 200 scrolls', ({ long }) => `${long}`),
    row('Of these, nothing in view', ({ seen }) => `${seen.blank}`),
    row('Elements in the page', ({ seen }) => seen.elements.toLocaleString('en-GB')),
    row('Range selection and clipboard', ({ selection }) => selection),
    row('Topic heads across the columns', ({ heads }) => heads),
    row('Role; rows told to screen readers', ({ seen }) => `\`${seen.role}\`; ${rowCount(seen.rowCount)}`),
    row(
      'axe-core finds',
      ({ seen }) =>
        own(seen.faults)
          .map(fault => `\`${fault}\``)
          .join(', ') || 'nothing',
    ),
    row('VS Code’s colours', ({ theming }) => theming),
    row('Licence', ({ licence }) => licence),
    row('Size, minified', ({ kilobytes }) => `${kilobytes.toLocaleString('en-GB')} KB`),
  ];
}

function time(found: number): string {
  return Number.isFinite(found) ? milliseconds(found) : 'never';
}

function rowCount(count: string | null): string {
  return count === null ? 'none' : Number(count).toLocaleString('en-GB');
}

/** What axe-core finds in the page around the grid is not the grid's. */
function own(faults: readonly string[]): string[] {
  return faults.filter(fault => !/landmark|region|page-has-heading/.test(fault));
}

async function version(browser: Browser): Promise<string> {
  return `Chromium ${browser.version().split('.')[0]}`;
}

function packageOf(name: string): { version: string; license: string } {
  const folder = peer.resolve.paths(name)?.[0] ?? '';
  return JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8'));
}

async function build(candidate: Candidate, data: unknown) {
  const { files, kilobytes } = await buildPage(candidate.page, data);
  const found = candidate.package === undefined ? undefined : packageOf(candidate.package);
  return {
    ...{ candidate, files, kilobytes },
    licence: found?.license ?? 'MIT',
    version: found?.version ?? '',
  };
}

/** The same rows for all: as topics of texts, and as a view of the matrix. */
function sameForAll() {
  const view = bigView(ROWS);
  const topics: { title: string; rows: string[][] }[] = [];
  for (const line of view.lines) {
    if (line.type === 'topic') topics.push({ title: line.title ?? '', rows: [] });
    else if (line.type === 'row') topics.at(-1)?.rows.push(line.cells.map(({ text = '' }) => text));
  }
  return { topics, levels: view.levels.map(({ title }) => title), view };
}

async function look(browser: Browser, files: Files, inlineStyles: boolean): Promise<Seen> {
  const page = await openBuilt(browser, files, inlineStyles);
  const seen = await page.evaluate<Seen>('measureGrid()');
  await page.close();
  return seen;
}
