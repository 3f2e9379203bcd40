// The law of the layers as data, and a scan that tells where the code breaks it. See docs/architecture.md.
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** An import as written: what from, and whether it is gone after compiling. */
export type Import = { request: string; how: 'run-time' | 'type' | 'dynamic'; line: number };

type Layer = {
  /** Packages that it may import, each with the reason in docs/dependencies.md. */
  packages: readonly string[];
  /** Files of other layers (as patterns on `src/…`) and how they may be imported. */
  others: readonly { file: RegExp; how: readonly Import['how'][] }[];
  /** Whether it may import Node's own modules. */
  node?: boolean;
};

const any = ['run-time', 'type', 'dynamic'] as const;
const coreIndex = { file: /^src\/core\/index\.ts$/, how: any };
/** What start-up does not need: bundles of their own, loaded on first use. */
const lazyParts = {
  file: /^src\/(?:(?:excel|spelling)\/index|core\/(?:explaining|publishing|reviewing))\.ts$/,
  how: ['type', 'dynamic'],
} as const;

/** What each layer may import beside its own files. */
export const layers: Record<string, Layer> = {
  core: {
    packages: [
      'yaml',
      'zod',
      'diff',
      '@noble/hashes',
      '@scure/base',
      'fastest-levenshtein',
      'stemmer',
      'papaparse',
      'fflate',
      // The pages of the rules, made when the bundles are built.
      'rules:pages',
    ],
    others: [],
  },
  protocol: { packages: [], others: [{ file: /^src\/core\/index\.ts$/, how: ['type'] }] },
  excel: {
    packages: ['exceljs', 'fflate', 'saxes', 'numfmt'],
    // The sheet as plain data and work in slices, by their own files: the core's index would bring the YAML parser
    // into excel.cjs.
    others: [coreIndex, { file: /^src\/core\/(?:sheet\/[^/]+|slices)\.ts$/, how: any }],
  },
  spelling: {
    // The list of words is made when the bundles are built; the core's types only, or it would bring in the parser.
    packages: ['fastest-levenshtein', 'british:words'],
    others: [{ file: /^src\/core\/index\.ts$/, how: ['type'] }],
  },
  vscode: {
    packages: ['vscode'],
    others: [coreIndex, { file: /^src\/protocol\/[^/]+\.ts$/, how: any }, lazyParts],
  },
  webview: {
    packages: ['@tanstack/virtual-core'],
    others: [
      { file: /^src\/protocol\/[^/]+\.ts$/, how: any },
      { file: /^src\/core\/index\.ts$/, how: ['type'] },
    ],
  },
  cli: {
    // `sarif` is types only.
    packages: ['commander', 'sarif'],
    // Each command is a program of its own, which needs most of what goes out and comes back.
    others: [coreIndex, { file: /^src\/core\/reviewing\.ts$/, how: any }, lazyParts],
    node: true,
  },
};

/**
 * @param file the file's name, for its language
 * @param text its source
 * @returns every import, re-export and `import()` of it
 */
function importsOf(file: string, text: string): Import[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const at = (start: number, request: string, how: Import['how']): Import => ({
    request,
    how,
    line: text.slice(0, start).split('\n').length,
  });
  const isType = (start: number) => /^(import|export)\s+type\b/.test(text.slice(start, start + 40));
  const unquoted = (start: number, end: number) => text.slice(start, end).replace(/^(['"`])(.*)\1$/s, '$2');
  return [
    ...module.staticImports.map(({ start, moduleRequest }) =>
      at(start, moduleRequest.value, isType(start) ? 'type' : 'run-time'),
    ),
    ...module.staticExports.flatMap(({ start, entries }) => {
      const from = entries.find(({ moduleRequest }) => moduleRequest !== null)?.moduleRequest;
      return from ? [at(start, from.value, isType(start) ? 'type' : 'run-time')] : [];
    }),
    ...module.dynamicImports.map(({ start, moduleRequest }) =>
      at(start, unquoted(moduleRequest.start, moduleRequest.end), 'dynamic'),
    ),
  ];
}

const packageOf = (request: string) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(request)?.[0] ?? request;

/**
 * @param files path (`src/…`, forward slashes) to source
 * @returns one sentence for each import that the layers do not allow, with its place
 */
export function violations(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const name = /^src\/([^/]+)\//.exec(file)?.[1] ?? '';
    const layer = layers[name];
    if (layer === undefined)
      return [`${file}: belongs to no layer; the layers are ${Object.keys(layers).join(', ')}.`];
    return importsOf(file, text).flatMap(({ request, how, line }) => {
      const why = refusal(files, file, name, layer, request, how);
      return why === undefined ? [] : [`${file}:${line}: ${why}.`];
    });
  });
}

function refusal(
  files: ReadonlyMap<string, string>,
  file: string,
  name: string,
  layer: Layer,
  request: string,
  how: Import['how'],
): string | undefined {
  if (isBuiltin(request)) return layer.node ? undefined : `${name} may not import Node's "${request}"`;
  if (!request.startsWith('.')) {
    if (layer.packages.includes(packageOf(request))) return undefined;
    return `${name} may not import the package "${request}"`;
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), request));
  if (target.startsWith(`src/${name}/`)) return ownFileRefusal(files, file, target);
  const allowed = layer.others.find(other => other.file.test(target));
  if (allowed === undefined) return `${name} may not import ${target}`;
  if (!allowed.how.includes(how))
    return `${name} may import ${target} only as ${allowed.how.join(' or ')}, not ${how}`;
  return undefined;
}

/** Rules within a layer: rules know nothing of each other, pages neither, and tests' helpers stay out. */
function ownFileRefusal(
  files: ReadonlyMap<string, string>,
  file: string,
  target: string,
): string | undefined {
  // A folder below rules/ is a rule when it holds a rule.ts; others are what rules share.
  const rule = (name: string) => {
    const folder = /^src\/core\/rules\/([^/]+)\//.exec(name)?.[1];
    return files.has(`src/core/rules/${folder}/rule.ts`) ? folder : undefined;
  };
  if (rule(file) !== undefined && rule(target) !== undefined && rule(file) !== rule(target)) {
    return `the rule ${rule(file)} may not import another rule, ${target}`;
  }
  const page = (name: string) => /^src\/webview\/([^/]+)\//.exec(name)?.[1];
  if (page(target) !== undefined && page(target) !== 'shared' && page(file) !== page(target)) {
    return `the page ${page(file)} may not import ${target} of another page; what both need belongs to shared`;
  }
  if (target === 'src/core/testing.ts') return 'src/core/testing.ts is for tests only';
  return undefined;
}
