import { type Document, isCollection, isPair, type ParsedNode, parseDocument } from 'yaml';
import { bareKeyAt, faultOf } from './fault.ts';
import { MendedText } from './mendedText.ts';
import { noBreakSpaces } from './noBreakSpaces.ts';
import type { Spot, YamlNode } from './nodes.ts';
import { type Locate, nodesOf } from './nodesOf.ts';
import { readPlainBlock, UNUSUAL } from './plainBlock.ts';
import type { Problem } from './problem.ts';
import { strayLines } from './strayLines.ts';
import { ASTRAY, colonMissing, NO_BREAK_SPACE } from './syntaxMessage.ts';

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
 * Parses a text, and goes on after an error: the line that has it is left out, with what stands below it if it
 * opens something, and the rest is parsed again; a line that stands astray is left out alone; a key without its colon
 * is read as one with it. So a half-typed line costs itself and not its neighbours.
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
  const spotOf = (from: number, to: number): Spot => {
    const { chunk, at } = locate(from);
    return { chunk, from: at, to: at + to - from };
  };
  const tell = (from: number, to: number, message: string) =>
    report({ code: 'yaml-syntax', spot: spotOf(from, to), message });
  let mended = MendedText.of(source);
  let document = parse(source);
  const spaced =
    document !== 'too deep' && document.errors.length > 0 ? withSpaces(source, document) : undefined;
  if (spaced) {
    for (const [from, to] of spaced.spaces) {
      const data = { text: ' '.repeat(to - from) };
      report({ code: 'yaml-syntax', spot: spotOf(from, to), message: NO_BREAK_SPACE, data });
    }
    ({ mended, document } = spaced);
  }
  for (let tries = source.length > LARGE ? TRIES_LARGE : TRIES; ; tries--) {
    if (document === 'too deep') {
      tell(0, 1, TOO_DEEP);
      return { root: null, problems };
    }
    const { text } = mended;
    const error = document.errors[0];
    const contents = document.contents as ParsedNode | null;
    const known = mended;
    const place: Locate = at => locate(known.sourceOffset(at));
    if (!error) {
      for (const [from, to] of directivesIn(text))
        report({
          code: 'yaml-feature',
          spot: spotOf(known.sourceOffset(from), known.sourceOffset(to)),
          message: 'Directives (%YAML, %TAG) are not used in framework files. Remove the line.',
        });
      return { root: nodesOf(contents, known, place, report), problems };
    }
    const strays = strayLines(text);
    if (strays.length > 0) {
      for (const stray of strays) {
        const to = stray.start + text.slice(stray.start, stray.end).trimEnd().length;
        if (stray.how !== 'more text')
          tell(mended.sourceOffset(stray.start + stray.indent), mended.sourceOffset(to), ASTRAY[stray.how]);
        mended = mended.withoutStray(stray);
      }
      document = parse(mended.text);
      continue;
    }
    const key = bareKeyAt(text, error.pos[0]);
    const withColon = key && mended.withColon(key.to);
    const better = withColon && parse(withColon.text);
    if (key && better && better !== 'too deep' && !(better.errors[0] && better.errors[0].pos[0] <= key.to)) {
      const stray = strayLines(withColon.text).find(({ start, indent }) => start + indent === key.from);
      const message = stray ? ASTRAY.less : colonMissing(key.name);
      tell(mended.sourceOffset(key.from), mended.sourceOffset(key.to), message);
      mended = stray ? mended.withoutStray(stray) : withColon;
      document = stray ? parse(mended.text) : better;
      continue;
    }
    const fault = faultOf(document, mended);
    tell(mended.sourceOffset(fault.from), mended.sourceOffset(fault.to), fault.message);
    const isSame = fault.mended.text === text;
    if (tries <= 1 || isSame)
      return { root: isSame ? null : contents && nodesOf(contents, known, place, report), problems };
    mended = fault.mended;
    document = parse(mended.text);
  }
}

/** The text with ordinary spaces where no-break spaces stand as such, if they are what is wrong. */
function withSpaces(source: string, { errors }: Document.Parsed) {
  const spaces = noBreakSpaces(source);
  const mended = MendedText.of(source).withSpaces(spaces);
  const document = spaces.length > 0 ? parse(mended.text) : 'too deep';
  const isBetter = document !== 'too deep' && document.errors.length < errors.length;
  return isBetter ? { spaces, mended, document } : undefined;
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
