import { type Document, isCollection, isPair, type ParsedNode, parseDocument, visit } from 'yaml';
import type { YamlNode } from './nodes.ts';
import { type Locate, nodesOf } from './nodesOf.ts';
import { readPlainBlock, UNUSUAL } from './plainBlock.ts';
import type { Problem } from './problem.ts';
import { syntaxMessage } from './syntaxMessage.ts';

/** Failsafe: every scalar is text in its original spelling. Duplicate keys are reported by the loader. */
const OPTIONS = {
  schema: 'failsafe',
  version: '1.2',
  uniqueKeys: false,
  merge: false,
  logLevel: 'error',
  prettyErrors: false,
} as const;

/** How often a text is parsed again without a line that has an error; a large text fewer times. */
const TRIES = 24;
const LARGE = 100_000;
const TRIES_LARGE = 3;

export interface ParsedChunk {
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
}

/**
 * Parses a text, and goes on after an error: the line that has it is left out (as blanks, so that offsets
 * hold) and the rest is parsed again. So a half-typed line costs itself and not its neighbours.
 * @param source YAML, any text
 * @param locate where an offset of the source lies
 */
export function parseChunk(source: string, locate: Locate): ParsedChunk {
  const plain = readPlainBlock(source, locate);
  return plain === UNUSUAL ? parseAnyStyle(source, locate) : plain;
}

/** As {@link parseChunk}, by the `yaml` package alone, which knows every style and tells what is wrong. */
export function parseAnyStyle(source: string, locate: Locate): ParsedChunk {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  let text = source;
  let tries = source.length > LARGE ? TRIES_LARGE : TRIES;
  for (;;) {
    const document = parse(text);
    if (document === 'too deep') {
      const { chunk, at } = locate(0);
      report({ code: 'yaml-syntax', spot: { chunk, from: at, to: at + 1 }, message: TOO_DEEP });
      return { root: null, problems };
    }
    const error = document.errors[0];
    if (!error) {
      for (const [from, to] of directivesIn(text)) {
        const { chunk, at } = locate(from);
        report({
          code: 'yaml-feature',
          spot: { chunk, from: at, to: at + to - from },
          message: 'Directives (%YAML, %TAG) are not used in framework files. Remove the line.',
        });
      }
      return { root: nodesOf(document.contents as ParsedNode | null, text, locate, report), problems };
    }

    const [from, to] = lineOfError(document, error.pos[0], text);
    const line = source.slice(from, to);
    // A tab is no indentation: it may be what is wrong.
    const indent = /^ */.exec(line)![0].length;
    const { chunk, at } = locate(from);
    report({
      code: 'yaml-syntax',
      spot: { chunk, from: at + indent, to: at + Math.max(line.trimEnd().length, indent + 1) },
      message: syntaxMessage(error.code, line.trimEnd()),
    });
    const masked = text.slice(0, from) + line.replace(/[^\r\n]/g, ' ') + text.slice(to);
    if (--tries <= 0 || masked === text) {
      const contents = masked === text ? null : (document.contents as ParsedNode | null);
      return { root: contents && nodesOf(contents, text, locate, report), problems };
    }
    text = masked;
  }
}

const TOO_DEEP =
  'The brackets or lists here are nested too deeply to be read. Check for brackets that are not closed.';

/** Deeper than any framework, and far from where recursion ends; the same on every machine. */
const DEEPEST = 100;

function parse(text: string): Document.Parsed | 'too deep' {
  try {
    const document = parseDocument(text, OPTIONS) as Document.Parsed;
    return isDeeper(document.contents, DEEPEST) ? 'too deep' : document;
  } catch (error) {
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}

function isDeeper(node: unknown, levels: number): boolean {
  if (!isCollection(node)) return false;
  if (levels === 0) return true;
  return node.items.some(item =>
    isPair(item)
      ? isDeeper(item.key, levels - 1) || isDeeper(item.value, levels - 1)
      : isDeeper(item, levels - 1),
  );
}

/** The lines that begin with `%` before a document begins, each with its end. */
function* directivesIn(text: string): Generator<[number, number]> {
  for (const { 0: line, index } of text.matchAll(/^.*$/gm)) {
    if (line.startsWith('%')) yield [index, index + line.trimEnd().length];
    else if (/^\s*[^\s#]/.test(line)) return;
  }
}

/** The line to leave out: where a quote or bracket that is not closed opens, else the last with text up to the error. */
function lineOfError(document: Document.Parsed, at: number, text: string): [number, number] {
  const opened = unclosed(document, at);
  let from = opened ?? Math.min(at, text.length);
  if (opened === undefined)
    while (from > 0 && !/\S/.test(lineAround(text, from))) from = lineStart(text, from) - 1;
  from = Math.max(0, from);
  const start = lineStart(text, from);
  const end = text.indexOf('\n', from);
  return [start, end < 0 ? text.length : end];
}

/** Offset of the innermost quote or bracket that is open up to an error that says so. */
function unclosed(document: Document.Parsed, at: number): number | undefined {
  const error = document.errors[0];
  const quote = error?.code === 'MISSING_CHAR';
  const bracket = /end with a? ?[\]}]/.test(error?.message ?? '');
  if (!quote && !bracket) return undefined;
  let found: number | undefined;
  const note = (range: readonly number[] | null | undefined) => {
    const [from, to] = range ?? [0, 0];
    if (from! < at && at <= to! + 1) found = from;
  };
  visit(document, {
    Scalar: (_, node) => {
      if (quote && node.type?.startsWith('QUOTE')) note(node.range);
    },
    Collection: (_, node) => {
      if (bracket && node.flow) note(node.range);
    },
  });
  return found;
}

function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(lineStart(text, at), end < 0 ? text.length : end);
}
