import type { Block, BlockTable, Inline } from './blocks.ts';
import { CLASS_LABELS } from './labels.ts';

/** A document as Markdown (GitHub's, for the tables). */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.flatMap(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string[] {
  switch (block.block) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${escaped(block.text)}`];
    case 'paragraph':
      return [inlines(block.parts)];
    case 'list':
      return [block.items.map(item => `- ${inlines(item)}`).join('\n')];
    case 'table':
      return [tableMarkdown(block)];
    case 'aside':
      return [
        `<details><summary>${escaped(block.title)}</summary>`,
        ...block.blocks.flatMap(blockMarkdown),
        '</details>',
      ];
  }
}

function tableMarkdown({ head, rows }: BlockTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(escaped)),
    line(head.map(() => '---')),
    ...rows.map(cells => line(cells.map(inlines))),
  ].join('\n');
}

function inlines(parts: readonly Inline[]): string {
  return parts.map(inlineMarkdown).join('').trim();
}

/** HTML where Markdown's own signs do not work: beside spaces, within words, in a table. */
function inlineMarkdown(part: Inline): string {
  switch (part.inline) {
    case 'text':
      return escaped(part.text);
    case 'strong':
      return `**${escaped(part.text)}**`;
    case 'quiet':
      return `<sub>${escaped(part.text)}</sub>`;
    case 'class':
      return `**${CLASS_LABELS[part.class]}**`;
    case 'break':
      return '<br>';
    case 'words':
      return part.words
        .map(({ text, kind }) => {
          const tag = kind === 'added' ? 'ins' : 'del';
          return kind === 'same' ? escaped(text) : `<${tag}>${escaped(text)}</${tag}>`;
        })
        .join('');
  }
}

/** So that it is text and nothing else: no emphasis, link, tag, reference to a person or an issue. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('#', '&#35;')
    .replaceAll('\n', '<br>');
}
