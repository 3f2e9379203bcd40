// What each bundle may hold, and how large it may become.
import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';

type Law = {
  /** Kilobytes of the minified file. */
  budget: number;
  /** Inputs (paths from the checkout) that must not be in it. */
  without: readonly RegExp[];
  /** The only modules that it may ask for when it runs; Node's own too where `node` is set (`yaml` does). */
  asksFor: readonly string[];
  node?: boolean;
};

const exceljs = /^node_modules\/exceljs\//;
const yaml = /^node_modules\/yaml\//;
/** Stubs stand in for what a bundle leaves out, so they belong to it. */
const testing = /^(test|scripts(?!\/stubs\/))\/|^src\/core\/testing\.ts$/;

/**
 * Start-up reads and compiles `extension` and then `activate` whole: their size is most of what a start takes
 * (docs/performance.md). In the web host they are one, with the YAML parser in it; in Node that is a file of its own. A page is loaded each time a panel is shown. The
 * Excel part is loaded once, on the first export or import; exceljs is 222 KB of it (scripts/lib/leanExceljs.mjs).
 * What compares versions is loaded once, on the first comparison.
 * The dictionary is loaded once, after the other rules are done; the list of words is nearly all of it.
 */
function lawOf(bundle: string): Law {
  if (bundle.startsWith('webview.')) {
    return {
      budget: 150,
      without: [/^src\/core\//, /^src\/vscode\//, /^node_modules\/(yaml|zod|exceljs)\//, testing],
      asksFor: [],
    };
  }
  const law = laws[bundle];
  if (law === undefined)
    throw new Error(`test/helpers/bundleLaw.ts says nothing about the bundle "${bundle}".`);
  return law;
}

const dictionary = /^british:|^src\/spelling\/|^node_modules\/dictionary-/;
/** What is only needed to compare versions and to publish what changed. */
const publishing =
  /^src\/core\/(?:changes\/(?:match\/|compare)|versions\/(?!judgement|reasonsFile)|release\/|comparisonView\/)|^node_modules\/stemmer\//;
/** What is only needed to send workbooks out and take them back. */
const reviewing = /^src\/core\/(?:sheet\/|review\/(?!notes))|^node_modules\/(?:papaparse|fflate)\//;
const host = {
  without: [exceljs, dictionary, publishing, reviewing, /^src\/(webview|cli|excel)\//, testing],
};
const spellingWithout = [/^src\/(core|vscode|webview|cli|excel)\//, testing];
const facesWithout = [/^src\/(vscode|webview|cli|excel|spelling)\//, testing];
/** The texts of frameworks are read by who asks for them to be compared. */
const publishingWithout = [...facesWithout, yaml];
const laws: Record<string, Law> = {
  extension: {
    budget: 5,
    without: [/^node_modules\//, /^src\/(?!vscode\/extension\.ts)/, testing],
    asksFor: [
      './activate.cjs',
      './excel.cjs',
      './spelling.cjs',
      './explaining.cjs',
      './publishing.cjs',
      './reviewing.cjs',
    ],
  },
  activate: {
    ...host,
    budget: 375,
    without: [...host.without, yaml],
    asksFor: ['vscode', './yaml.cjs'],
    node: true,
  },
  'extension.web': { ...host, budget: 465, asksFor: ['vscode'] },
  excel: { budget: 450, without: [/^src\/(vscode|webview|cli)\//, testing], asksFor: [], node: true },
  'excel.web': { budget: 450, without: [/^src\/(vscode|webview|cli)\//, testing], asksFor: [] },
  spelling: { budget: 450, without: spellingWithout, asksFor: [] },
  'spelling.web': { budget: 450, without: spellingWithout, asksFor: [] },
  explaining: { budget: 50, without: [/^src\/(?!core\/explaining\.ts)/, testing], asksFor: [] },
  'explaining.web': { budget: 50, without: [/^src\/(?!core\/explaining\.ts)/, testing], asksFor: [] },
  publishing: { budget: 200, without: publishingWithout, asksFor: [] },
  'publishing.web': { budget: 200, without: publishingWithout, asksFor: [] },
  reviewing: { budget: 350, without: publishingWithout, asksFor: ['./yaml.cjs'], node: true },
  yaml: { budget: 130, without: [/^src\//, testing], asksFor: [], node: true },
  'reviewing.web': { budget: 450, without: facesWithout, asksFor: [] },
  cli: {
    budget: 545,
    without: [exceljs, yaml, dictionary, publishing, /^src\/(vscode|webview|protocol|excel)\//, testing],
    asksFor: ['./yaml.cjs', './excel.cjs', './spelling.cjs', './explaining.cjs', './publishing.cjs'],
    node: true,
  },
};

/**
 * @param bundle its name in esbuild.mjs
 * @param metafile what esbuild says of it
 * @returns one sentence for each thing that is not as it should be
 */
export function bundleFaults(bundle: string, metafile: Metafile): string[] {
  const { budget, without, asksFor, node } = lawOf(bundle);
  const strangers = Object.keys(metafile.inputs)
    .filter(input => without.some(pattern => pattern.test(input)))
    .map(input => `${bundle} must not hold ${input}.`);
  const outputs = Object.entries(metafile.outputs).filter(([file]) => /\.c?js$/.test(file));
  const sizes = outputs.flatMap(([file, { bytes }]) =>
    bytes > budget * 1024
      ? [
          `${file} has ${Math.ceil(bytes / 1024)} KB, more than its ${budget} KB. What start-up does not need belongs in a file of its own.`,
        ]
      : [],
  );
  const asked = outputs.flatMap(([, { imports }]) =>
    imports
      .filter(each => each.external && !asksFor.includes(each.path) && !(node && isBuiltin(each.path)))
      .map(each => `${bundle} asks for "${each.path}" when it runs, which will not be there.`),
  );
  return [...new Set([...strangers, ...sizes, ...asked])];
}
