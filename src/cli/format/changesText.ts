import {
  type ChangeItem,
  type ChangesView,
  type Verdict,
  type WordPart,
  wordDiff,
} from '../../core/index.ts';
import { type OpenConflict, type Question, type ReviewProblem, sameVersions } from '../../core/reviewing.ts';
import type { Palette } from '../terminal.ts';
import { visible, visibleIn } from './visible.ts';
import { counted } from './words.ts';

/** Changes for people: by area and topic, with what happened to the words. Empty if there are none. */
export function changesText(view: ChangesView, paint: Palette): string {
  const lines: string[] = [];
  for (const group of visibleIn(view.groups)) {
    lines.push(paint.bold(group.title));
    for (const { section, title, items } of group.topics) {
      const head = [section, title].filter(Boolean).join(' › ');
      if (head !== '') lines.push(`  ${head}`);
      for (const item of items) lines.push(...itemLines(item, paint).map(line => `    ${line}`));
    }
    lines.push('');
  }
  return lines.map(line => `${line}\n`).join('');
}

function itemLines(item: ChangeItem, paint: Palette): string[] {
  const { sentence, words, cells = [], verdict, wanted } = item;
  const byCell = cells.some(cell => cell.verdict);
  return [
    wanted ? `${sentence} (${wanted.words})` : sentence,
    ...(words ? indented(wordsLine(words, paint)) : []),
    ...cells.flatMap(cell => [
      ...indented(`${cell.title}: ${wordsLine(cell.words, paint)}`),
      ...indented(verdictLines(cell.verdict, paint)),
    ]),
    ...indented(verdictLines(byCell ? undefined : verdict, paint)),
  ];
}

/** Whether the bar moves, and what made it so: `Asks more: newly asked (“and record it”)`. Empty of no verdict. */
function verdictLines(verdict: Verdict | undefined, paint: Palette): string {
  if (!verdict) return '';
  const { label, because, overruled, reason } = verdict;
  const found =
    overruled === undefined ? because : `found as “${overruled}”, decided otherwise by the maintainer`;
  const first = [paint.bold(label), found].filter(Boolean).join(': ');
  return reason === undefined ? first : `${first}\nWhy: ${reason}`;
}

/** With colours, and without them as `git diff --word-diff` does: `[-gone-]{+new+}`. */
function wordsLine(words: readonly WordPart[], paint: Palette): string {
  return words
    .map(({ text, kind }) => {
      if (kind === 'same') return text;
      const marked = kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
      return kind === 'added' ? paint.added(marked) : paint.removed(marked);
    })
    .join('');
}

function indented(text: string): string[] {
  return text === '' ? [] : text.split('\n').map(line => `  ${line}`);
}

/** What is to be decided, and what was not understood. */
export function decisionsText(
  conflicts: readonly OpenConflict[],
  questions: readonly Question[],
  problems: readonly ReviewProblem[],
  paint: Palette,
): string {
  const block = (title: string, entries: readonly string[]) =>
    entries.length === 0 ? '' : `${paint.bold(title)}\n${entries.map(entry => `  ${entry}\n`).join('')}\n`;
  const isComment = ({ code }: ReviewProblem) => code === 'comment';
  return (
    block(
      'Conflicts',
      conflicts.map(conflict => conflictText(visibleIn(conflict), paint)),
    ) +
    block(
      'Questions',
      questions.map(one => visible(questionText(one))),
    ) +
    block(
      'Comments',
      problems.filter(isComment).map(one => visible(problemText(one))),
    ) +
    block(
      'Problems',
      problems.filter(problem => !isComment(problem)).map(one => visible(problemText(one))),
    )
  );
}

function conflictText({ message, versions, base, id, answer }: OpenConflict, paint: Palette): string {
  const isText = [base, ...versions.map(({ value }) => value)].every(
    value => value === undefined || typeof value === 'string',
  );
  const isWords = isText && (base !== undefined || versions.some(({ value }) => value !== undefined));
  const lines = [
    message,
    ...(isWords ? [`  before: ${base ?? '(nothing)'}`] : []),
    ...sameVersions(versions).map(
      ({ sides, version }) => `  ${sides.join(', ')}: ${versionText(version, isWords, paint)}`,
    ),
    `  ${answer === undefined ? 'open' : `answered: ${answer}`} (${id})`,
  ];
  return lines.map(line => line.replaceAll('\n', '\n      ')).join('\n  ');
}

/** What a side made of a text; else what it did, with the words of each statement that it changed. */
function versionText(
  { value, deeds = [] }: OpenConflict['versions'][number],
  isWords: boolean,
  paint: Palette,
): string {
  if (isWords && typeof value === 'string') return value;
  const did = deeds.map(({ sentence, before, after }) =>
    (before ?? after) === undefined || isWords
      ? sentence
      : `${sentence}\n${wordsLine(wordDiff(before ?? '', after ?? ''), paint)}`,
  );
  return did.join('\n') || '(left as it was)';
}

function questionText({ place, message, answer, default: usual, id }: Question): string {
  const state =
    answer !== undefined ? `answered: ${answer}` : usual !== undefined ? `as usual: ${usual}` : 'open';
  return `${place}: ${message}\n    ${state} (${id})`;
}

function problemText({ place, message }: ReviewProblem): string {
  return `${place}: ${message}`;
}

/** `3 changes (2 reworded, 1 added)`. */
export function countsText({ counts }: Pick<ChangesView, 'counts'>): string {
  const kinds = Object.entries(counts);
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  const list = kinds.map(([kind, count]) => `${count} ${kind}`).join(', ');
  return all === 0 ? 'no changes' : `${counted(all, 'change')} (${list})`;
}
