import type { ChangeItem, ChangesView, ReviewProblem, WordPart } from '../../core/index.ts';
import { countsText } from './changesText.ts';

/** Changes as Markdown for a release note or a pull request. */
export function changesMarkdown(view: ChangesView, problems: readonly ReviewProblem[]): string {
  const blocks = [`# ${escaped(view.title)}`];
  const counts = countsText(view);
  blocks.push(`${counts.charAt(0).toUpperCase()}${counts.slice(1)}.`);
  for (const group of view.groups) {
    blocks.push(`## ${escaped(group.title)}`);
    for (const { section, title, items } of group.topics) {
      const head = [section, title].filter(Boolean).join(' › ');
      if (head !== '') blocks.push(`### ${escaped(head)}`);
      blocks.push(items.map(itemMarkdown).join('\n'));
    }
  }
  const isComment = ({ code }: ReviewProblem) => code === 'comment';
  blocks.push(...problemBlock('Comments', problems.filter(isComment)));
  blocks.push(
    ...problemBlock(
      'Not understood',
      problems.filter(problem => !isComment(problem)),
    ),
  );
  return `${blocks.join('\n\n')}\n`;
}

function problemBlock(title: string, problems: readonly ReviewProblem[]): string[] {
  if (problems.length === 0) return [];
  return [
    `## ${title}`,
    problems.map(({ place, message }) => `- ${escaped(`${place}: ${message}`)}`).join('\n'),
  ];
}

function itemMarkdown({ sentence, words, cells }: ChangeItem): string {
  const lines = [
    `- **${escaped(sentence)}**`,
    ...(words ? [`  ${wordsMarkdown(words)}`] : []),
    ...(cells ?? []).map(cell => `  - ${escaped(cell.title)}: ${wordsMarkdown(cell.words)}`),
  ];
  // Two spaces at the end break the line.
  return lines.map((line, at) => (at === 0 && words ? `${line}  ` : line)).join('\n');
}

/** HTML rather than `**` and `~~`, which do not work beside spaces and within words. */
function wordsMarkdown(words: readonly WordPart[]): string {
  return words
    .map(({ text, kind }) => {
      const shown = escaped(text).replaceAll('\n', '<br>');
      if (kind === 'same') return shown;
      return kind === 'added' ? `<ins>${shown}</ins>` : `<del>${shown}</del>`;
    })
    .join('');
}

/** So that it is text and nothing else: no emphasis, link, tag, reference to a person or an issue. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('#', '&#35;');
}
