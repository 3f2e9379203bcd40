import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { copyFromCheckout, emptyFolder, framework, put } from './framework.ts';

/**
 * A scenario is a text: a title, files of the checkout to copy (`+ samples/a.xlsx`), commands with what they print,
 * and files (`-- name --` and their text, to the next such line).
 *
 *     $ framework validate a.yaml      also with `< FILE` and `> FILE`; and: cat FILE, cp FROM TO, exists FILE...
 *     a line on standard output        `...` stands for any lines
 *     ! a line on standard error
 *     ? 1                              the exit code, where it is not 0
 */
export interface Scenario {
  readonly title: string;
  readonly copies: readonly string[];
  readonly steps: readonly Step[];
  readonly files: ReadonlyMap<string, string>;
}

export interface Step {
  readonly command: string;
  /** What is expected, as it stands in the text. */
  readonly expected: readonly string[];
}

/** @throws Error if the text is no scenario */
export function parseScenario(text: string): Scenario {
  const [head = '', ...parts] = text.split(/^-- (.+) --\n/m);
  const files = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2) files.set(parts[at]!, parts[at + 1]!);
  const [title = '', ...lines] = head.split('\n');
  const copies: string[] = [];
  const steps: { command: string; expected: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), expected: [] });
    else if (steps.length > 0) steps.at(-1)!.expected.push(line);
    else if (line.startsWith('+ ')) copies.push(line.slice(2));
    else if (line !== '') throw new Error(`Before the first command there is "${line}".`);
  }
  for (const step of steps) while (step.expected.at(-1) === '') step.expected.pop();
  if (title === '' || steps.length === 0) throw new Error('A scenario has a title and a command.');
  return { title, copies, steps, files };
}

/**
 * Runs all commands of a scenario in a folder of their own.
 * @param node the Node to run them with
 * @returns what each printed, in the form of what is expected
 */
export function runScenario({ copies, steps, files }: Scenario, node: string): string[][] {
  const { folder, remove } = emptyFolder();
  try {
    for (const name of copies) copyFromCheckout(name, folder);
    for (const [name, text] of files) put(folder, name, unseen(text));
    return steps.map(step => runStep(step.command, folder, node));
  } finally {
    remove();
  }
}

function runStep(command: string, folder: string, node: string): string[] {
  const words = wordsOf(command);
  const from = redirection(words, '<');
  const to = redirection(words, '>');
  const at = (name: string) => path.join(folder, name);
  const [program, ...args] = words;
  if (program === 'cat') return lines(seen(readFileSync(at(args[0]!), 'utf8')), '');
  if (program === 'cp') {
    cpSync(at(args[0]!), at(args[1]!));
    return [];
  }
  if (program === 'exists') return args.map(name => `${name}: ${existsSync(at(name)) ? 'yes' : 'no'}`);
  if (program !== 'framework') throw new Error(`No scenario can run "${program}".`);
  const stdin = from === undefined ? '' : readFileSync(at(from));
  const { status, stdout, stderr } = framework(args, { cwd: folder, stdin, node });
  if (to !== undefined) put(folder, to, stdout);
  return [
    ...(to === undefined ? lines(seen(stdout), '') : []),
    ...lines(stderr, '! '),
    ...(status === 0 ? [] : [`? ${status}`]),
  ];
}

/** What git or an editor would change stands in a scenario as characters that can be seen. */
function unseen(text: string): string {
  return text.replaceAll('␍', '\r').replaceAll('␤BOM', '\uFEFF');
}

function seen(text: string): string {
  return text.replaceAll('\r', '␍').replaceAll('\uFEFF', '␤BOM');
}

/** Words parted by spaces; those in double quotes stay together. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

function redirection(words: string[], sign: string): string | undefined {
  const at = words.indexOf(sign);
  return at < 0 ? undefined : words.splice(at, 2)[1];
}

function lines(text: string, mark: string): string[] {
  return text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map(line => mark + line);
}

/** Whether what was printed is what is expected, where `...` stands for any lines. */
export function agrees(printed: readonly string[], expected: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return printed.length === 0;
  if (first.trim() !== '...') return printed[0] === first && agrees(printed.slice(1), rest);
  return printed.some((_, at) => agrees(printed.slice(at), rest)) || agrees([], rest);
}

/** The scenario's text with what was printed in place of what was expected, but for steps with `...`. */
export function updated(text: string, printed: readonly (readonly string[])[]): string {
  const { steps } = parseScenario(text);
  const filesAt = text.search(/^-- .+ --\n/m);
  const [head, files] = filesAt < 0 ? [text, ''] : [text.slice(0, filesAt), text.slice(filesAt)];
  const before = head.slice(0, head.indexOf('\n$ ') + 1);
  const blocks = steps.map(({ command, expected }, at) => {
    const shown = expected.some(line => line.trim() === '...') ? expected : (printed[at] ?? []);
    return [`$ ${command}`, ...shown].join('\n');
  });
  return `${before}${blocks.join('\n\n')}\n${files === '' ? '' : `\n${files}`}`;
}
