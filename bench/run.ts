import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { activation } from './lines/activation.ts';
import { change } from './lines/change.ts';
import { diff } from './lines/diff.ts';
import { exportWorkbook } from './lines/export.ts';
import { grids } from './lines/grids.ts';
import { importWorkbook } from './lines/import.ts';
import { keystroke } from './lines/keystroke.ts';
import { matrix } from './lines/matrix.ts';
import { open } from './lines/open.ts';
import type { LineResult, Table } from './measure.ts';

const LINES: Readonly<Record<string, (rounds: number) => Promise<LineResult>>> = {
  keystroke,
  open,
  change,
  export: exportWorkbook,
  import: importWorkbook,
  diff,
  matrix,
  activation,
  grids,
};
const ROUNDS = 5;

const [wanted] = process.argv.slice(2);
if (wanted !== undefined && !(wanted in LINES)) {
  console.error(`There is no line \`${wanted}\`. The lines are: ${Object.keys(LINES).join(', ')}.`);
  process.exit(2);
}
if (wanted === undefined) {
  // Each in a process of its own, so that none pays for what another has left behind.
  for (const name of Object.keys(LINES))
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name], {
      stdio: 'inherit',
    });
} else {
  install();
  const result = await LINES[wanted]!(ROUNDS);
  const table = tableOf(result);
  const more = (result.more ?? []).map(each => `\n\n${each.about}\n\n${tableOf(each)}`).join('');
  console.log(`\n## ${result.title}\n\n${table}${more}\n`);
  write(
    result.document ?? 'docs/performance.md',
    wanted,
    `${result.about} Medians of ${ROUNDS} rounds by turns, Node ${process.version}, ${os.cpus().length} cores.\n\n${table}${more}${result.remark ? `\n\n${result.remark}` : ''}`,
  );
}

/** The peers are installed on first use. */
function install(): void {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const { dependencies } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  if (Object.keys(dependencies).every(name => existsSync(`${folder}node_modules/${name}`))) return;
  console.log('Installing what is compared with …');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'inherit',
  });
}

function tableOf({ heads, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...heads]),
    line(['---', ...heads.map(() => '---:')]),
    ...rows.map(({ what, cells }) => line([what, ...cells])),
  ].join('\n');
}

/** Puts a table between its marks in a document. */
function write(document: string, name: string, content: string): void {
  const file = fileURLToPath(new URL(`../${document}`, import.meta.url));
  const text = readFileSync(file, 'utf8');
  const [from, to] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`${document} has no place for it: ${from} … ${to}.`);
  writeFileSync(file, `${text.slice(0, start + from.length)}\n${content}\n${text.slice(end)}`);
}
