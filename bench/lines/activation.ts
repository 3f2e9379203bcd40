import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/install.mjs';
import { launchChromium } from '../../scripts/vscode/browser.mjs';
import { addressOf, type Server, startServer, temporaryDir } from '../../scripts/vscode/server.mjs';
import { frameworkText } from '../frameworks.ts';
import { type LineResult, median, milliseconds, rowOf } from '../measure.ts';
import { measured, ourMeasured } from '../measuredExtension.ts';

const HERE = path.join(root, 'bench/activation');
const STOPWATCH = path.join(HERE, 'stopwatch.cjs');
/** A page that has not ended by then never will. */
const LIMIT_MS = 120_000;
/** What is opened in a workspace without a framework. */
const OTHER = 'other.yaml';

/** What `tester.cjs` leaves. */
interface Sample {
  readonly load?: number;
  readonly activate?: number;
  /** From there until it has all that it registers. */
  readonly resolve?: number;
  /** When findings were shown: all but spelling, then with spelling. */
  readonly shown: readonly number[];
  /** Bytes in use after collecting garbage, more than before anything was opened. */
  readonly used: number;
  readonly rss: number;
  /** The files of the extension that were loaded. */
  readonly files: readonly string[];
}

/** What is put side by side, each in an extension host of its own. */
interface Subject {
  readonly extension: string;
  /** A workspace with one file, which is opened. */
  readonly workspace: string;
  readonly samples: Sample[];
}

/** Start-up with one framework open, against an extension that does nothing, in the same VS Code. */
export async function activation(rounds: number): Promise<LineResult> {
  const ours = await ourMeasured('activation', STOPWATCH);
  const subjects = {
    empty: subject(emptyExtension(), 'iteps.framework.yaml', frameworkText(74), 'activation'),
    ours: subject(ours, 'iteps.framework.yaml', frameworkText(74), 'findings'),
    large: subject(ours, 'large.framework.yaml', frameworkText(2_000), 'findings'),
    none: subject(ours, OTHER, 'a: 1\n', 'nothing'),
  };
  const server = await startServer({ version: 'latest' });
  try {
    for (let round = -1; round < rounds; round++)
      for (const each of Object.values(subjects)) {
        const sample = await measure(server, each);
        if (round >= 0) each.samples.push(sample);
      }
  } finally {
    await server.stop();
  }
  const started = [subjects.empty, subjects.ours, subjects.large];
  const base = of(subjects.empty, whole);
  const row = rowOf(started);
  return {
    title: 'Start-up',
    about:
      'A framework is opened in the Node extension host of VS Code 1.139, with the extension as it is published, or with one that has the same language and an empty `activate`. Loading and activating are what VS Code lists for running extensions, in time of the processor; the memory is what is in use after collecting garbage, more than before.',
    heads: ['empty extension', 'V1.2 open', '2,000 rows open'],
    rows: [
      row('Loading the extension', each => milliseconds(of(each, ({ load = 0 }) => load))),
      row('Activating it', each => milliseconds(of(each, ({ activate = 0 }) => activate))),
      row('Both, more than the empty one (goal: under 25 ms)', each =>
        each === subjects.empty ? '' : milliseconds(of(each, whole) - base),
      ),
      row('What does the work, read in a turn of its own after that', each =>
        each === subjects.empty ? '' : milliseconds(of(each, ({ resolve = 0 }) => resolve)),
      ),
      row('From the first of these to all findings but spelling', each =>
        each === subjects.empty ? '' : milliseconds(of(each, ({ shown: [first = Number.NaN] }) => first)),
      ),
      row('Memory in use, more than before', each => megabytes(of(each, ({ used }) => used))),
      row('Memory of the process, more than before', each => megabytes(of(each, ({ rss }) => rss))),
      row('Files of it that were loaded', each => filesOf(each).join(', ')),
    ],
    remark: `In a workspace without a framework, with a YAML file open, ${
      filesOf(subjects.none).length === 0 ? 'none of our files is' : `${filesOf(subjects.none).join(', ')} is`
    } loaded.`,
  };
}

function whole({ load = 0, activate = 0 }: Sample): number {
  return load + activate;
}

function of({ samples }: Subject, value: (sample: Sample) => number): number {
  return median(samples.map(value));
}

/** The files that were loaded in any round, but for the one that takes the time. */
function filesOf({ samples }: Subject): string[] {
  const files = new Set(samples.flatMap(sample => sample.files));
  return [...files]
    .filter(file => !/^(?:stopwatch\.cjs|package\.json)$/.test(file))
    .map(file => `\`${path.basename(file)}\``)
    .sort();
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}

/** An extension that has the same language and does nothing. */
function emptyExtension(): string {
  const folder = temporaryDir('empty');
  writeFileSync(path.join(folder, 'extension.cjs'), 'exports.activate = () => {};\n');
  return measured(folder, STOPWATCH, {
    name: 'empty',
    publisher: 'empty',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    activationEvents: ['onLanguage:framework-yaml'],
    contributes: { languages: [{ id: 'framework-yaml', extensions: ['.framework.yaml'] }] },
    measured: './extension.cjs',
  });
}

function subject(
  extension: string,
  name: string,
  text: string,
  expects: 'nothing' | 'activation' | 'findings',
): Subject {
  const workspace = temporaryDir('opened');
  writeFileSync(path.join(workspace, name), text);
  writeFileSync(path.join(workspace, 'measure.json'), JSON.stringify({ open: name, extension, expects }));
  return { extension, workspace, samples: [] };
}

/** Opens a workspace in a new window, and so in a new extension host. */
async function measure(server: Server, { extension, workspace: folder }: Subject): Promise<Sample> {
  const result = path.join(folder, 'measured.json');
  rmSync(result, { force: true });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const log: string[] = [];
    const ended = new Promise<number>(done => void page.exposeFunction('codeAutomationExit', done));
    await page.exposeFunction('codeAutomationLog', (_: string, args: unknown[]) => log.push(args.join(' ')));
    await page.goto(addressOf(server, { folder, extension, tests: path.join(HERE, 'tester.cjs') }));
    const late = new Promise<never>((_, fail) => {
      setTimeout(() => fail(new Error('it did not come to its end')), LIMIT_MS).unref();
    });
    const code = await Promise.race([ended, late]);
    if (code !== 0) throw new Error(`VS Code ended with code ${code}.\n${log.join('\n')}`);
    return JSON.parse(readFileSync(result, 'utf8')) as Sample;
  } finally {
    await browser.close();
  }
}
