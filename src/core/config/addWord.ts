import type { TextEdit } from '../text/edit.ts';
import { applyEdits } from '../text/edit.ts';
import { LineIndex } from '../text/lines.ts';
import { scalarText } from '../write/scalarText.ts';
import { parseYaml } from '../yaml/document.ts';
import { endOf, pairOf, startOf, type YamlMap, type YamlNode, type YamlSeq } from '../yaml/nodes.ts';
import { CONFIG_NAME } from './readConfig.ts';

/** The settings are not in a state to take a word; the message says what to do. */
export class WordListError extends Error {
  override readonly name = 'WordListError';
}

/**
 * The edit that adds a word to the list of words in the settings, after those that are there, and leaves all else as
 * it is.
 * @param text of `framework.config.yaml`; empty where there is no such file
 * @returns undefined where the word is listed already
 * @throws WordListError where the settings cannot be read, or have something else in the place of the list
 */
export function addWord(text: string, word: string): TextEdit | undefined {
  const before = wordsIn(text);
  if (before.words.includes(word)) return undefined;
  const edit = editFor(text, before.root, word);
  if (!holdsJust(applyEdits(text, [edit]), [...before.words, word]))
    throw new WordListError(
      `“${word}” could not be added to ${CONFIG_NAME} without changing what else stands there. Add it to \`words\` by hand.`,
    );
  return edit;
}

function holdsJust(text: string, words: readonly string[]): boolean {
  try {
    return wordsIn(text).words.join('\n') === words.join('\n');
  } catch (error) {
    if (error instanceof WordListError) return false;
    throw error;
  }
}

function wordsIn(text: string): { readonly root: YamlMap | null; readonly words: readonly string[] } {
  const { root, problems } = parseYaml(text);
  const [problem] = problems.filter(({ code }) => code !== 'misread-value');
  const refuse = (at: number, what: string) =>
    new WordListError(
      `No word was added: ${CONFIG_NAME}, line ${new LineIndex(text).positionAt(at).line + 1}: ${what}`,
    );
  if (problem) throw refuse(startOf(problem.spot), problem.message);
  if (root === null) return { root, words: [] };
  if (root.kind !== 'map')
    throw refuse(startOf(root), 'The keys `rules` and `words` are needed here. Write them, and try again.');
  const pair = pairOf(root, 'words');
  const list = pair?.value;
  if (!list) return { root, words: [] };
  const words = list.kind === 'seq' ? list.items.map(({ value }) => value) : [list];
  if (list.kind !== 'seq' || !words.every(value => value?.kind === 'scalar'))
    throw refuse(
      startOf(list),
      '`words` is to be a list of words, each after a dash. Mend it, and try again.',
    );
  return { root, words: words.map(value => (value?.kind === 'scalar' ? value.text : '')) };
}

function editFor(text: string, root: YamlMap | null, word: string): TextEdit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const item = (flow: boolean) => scalarText(word, { inline: true, flow }).head;
  const pair = root ? pairOf(root, 'words') : undefined;
  const list = pair?.value;
  if (list?.kind === 'seq')
    return list.flow
      ? intoFlow(text, list, list.items.at(-1)?.value, item(true))
      : insert(lineEnd(text, endOfList(list)), `${eol}${indentAt(text, lastDash(list))}- ${item(false)}`);
  if (root?.flow)
    return pair
      ? insert(endOf(pair.key) + text.slice(endOf(pair.key)).indexOf(':') + 1, ` [${item(true)}]`)
      : intoFlow(text, root, root.pairs.at(-1)?.value ?? root.pairs.at(-1)?.key, `words: [${item(true)}]`);
  if (pair) {
    const at = startOf(pair.key);
    return insert(lineEnd(text, endOf(pair.key)), `${eol}${indentAt(text, at)}  - ${item(false)}`);
  }
  const indent = root ? indentAt(text, startOf(root)) : '';
  const start = text === '' || text.endsWith('\n') ? '' : eol;
  return insert(text.length, `${start}${indent}words:${eol}${indent}  - ${item(false)}${eol}`);
}

function lastDash(list: YamlSeq): number {
  return startOf(list.items.at(-1)!.dash);
}

/** Where the last item ends. A block scalar's place may hold the line breaks that follow it. */
function endOfList(list: YamlSeq): number {
  const { dash, value } = list.items.at(-1)!;
  return endOf(value ?? dash);
}

/** Before the closing bracket, or after the last of what stands within the brackets. */
function intoFlow(
  text: string,
  { from, chunk }: YamlSeq | YamlMap,
  last: YamlNode | null | undefined,
  entry: string,
): TextEdit {
  if (!last) return insert(chunk.start + from + 1, entry);
  const end = endOf(last);
  const comma = /^\s*,/.exec(text.slice(end))?.[0];
  return comma === undefined ? insert(end, `, ${entry}`) : insert(end + comma.length, ` ${entry}`);
}

function insert(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

/** Where the line ends that holds the character before an offset. */
function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', text[at - 1] === '\n' ? at - 1 : at);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function indentAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}
