import process from 'node:process';
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { codeOf, Failure } from './failure.ts';
import { visible } from './format/visible.ts';

/** Colours by what they say, none where there is no terminal or `NO_COLOR` is set. */
export interface Palette {
  bold(text: string): string;
  dim(text: string): string;
  added(text: string): string;
  removed(text: string): string;
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
}

const COLOURS = {
  bold: 'bold',
  dim: 'dim',
  added: 'green',
  removed: 'red',
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
} as const;

/** @param coloured whether to colour at all */
export function palette(coloured: boolean): Palette {
  const paint = (name: keyof typeof COLOURS) => (text: string) =>
    coloured ? styleText(COLOURS[name], text, { validateStream: false }) : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    added: paint('added'),
    removed: paint('removed'),
    error: paint('error'),
    warning: paint('warning'),
    info: paint('info'),
  };
}

/** Whether what goes to standard output may be coloured. */
export function isColoured(): boolean {
  const { NO_COLOR, TERM } = process.env;
  return process.stdout.isTTY === true && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
}

/** Whether a person sits there who can be asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/**
 * Writes to standard output. A reader that has had enough (`| head`) is no failure; nor, once files were written, is
 * one that cannot be told of it: that is said on standard error.
 * @throws Failure if it cannot be written, as on a full disk, and no file was
 */
export async function print(output: string | Uint8Array): Promise<void> {
  clearProgress();
  const error = await new Promise<Error | null | undefined>(resolve => {
    process.stdout.once('error', resolve);
    process.stdout.write(output, written => resolve(written));
  });
  if (!error || codeOf(error) === 'EPIPE') return;
  const why = `cannot be written (${codeOf(error) || error.message})`;
  if (written.length === 0) throw new Failure('Standard output', `${why}: check where it goes.`);
  remark(`Standard output ${why}; what the command was to do is done: ${written.join(', ')} was written.`);
}

const written: string[] = [];

/** Tells that a file was written, so that from now on the command has been done. */
export function noteWritten(file: string): void {
  written.push(file);
}

/** Writes a line to standard error. */
export function remark(line: string): void {
  clearProgress();
  process.stderr.write(`${visible(line)}\n`);
}

let shown = false;

/** Shows what is being done, on a terminal only; the next line of output takes its place. */
export function progress(doing: string): void {
  if (process.stderr.isTTY !== true) return;
  clearProgress();
  (process.stderr as WriteStream).write(`${doing} …`);
  shown = true;
}

/** Takes away what {@link progress} shows. */
export function clearProgress(): void {
  if (!shown) return;
  process.stderr.write('\r\u001b[K');
  shown = false;
}
