import { BAR_CLASSES } from '../versions/judgement.ts';
import type { Block, BlockTable, Inline } from './blocks.ts';
import { STYLE } from './htmlStyle.ts';
import { CLASS_LABELS, CLASS_MEANINGS } from './labels.ts';

/**
 * A document as one HTML file that needs nothing else: no network, no script. It opens from disk, prints well, and
 * follows the reader's choice of light or dark.
 * @param language such as `en-GB`
 */
export function toHtml(blocks: readonly Block[], language: string): string {
  const title = blocks.find(block => block.block === 'heading')?.text ?? '';
  const headings = new Headings();
  const body = blocks.map(block => blockHtml(block, headings)).join('\n');
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Framework Workbench">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${contents(blocks, new Headings())}
${body}
</main>
<footer>${legend()}</footer>
</body>
</html>
`;
}

/** Names for headings to link to: the same text twice gets a number. */
class Headings {
  readonly #used = new Map<string, number>();

  take(text: string): string {
    const slug =
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'part';
    const times = (this.#used.get(slug) ?? 0) + 1;
    this.#used.set(slug, times);
    return times === 1 ? slug : `${slug}-${times}`;
  }
}

/** The parts of the document, to jump to. */
function contents(blocks: readonly Block[], headings: Headings): string {
  const links = blocks.flatMap(block => {
    if (block.block !== 'heading') return [];
    const id = headings.take(block.text);
    return block.level === 2 ? [`<li><a href="#${id}">${escaped(block.text)}</a></li>`] : [];
  });
  return links.length < 2 ? '' : `<nav aria-label="Contents"><ul>${links.join('')}</ul></nav>`;
}

function blockHtml(block: Block, headings: Headings): string {
  switch (block.block) {
    case 'heading':
      return `<h${block.level} id="${headings.take(block.text)}">${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inlines(block.parts)}</p>`;
    case 'list':
      return `<ul>${block.items.map(item => `<li>${inlines(item)}</li>`).join('\n')}</ul>`;
    case 'table':
      return tableHtml(block);
    case 'aside':
      return `<details><summary>${escaped(block.title)}</summary>${block.blocks.map(each => blockHtml(each, headings)).join('\n')}</details>`;
  }
}

function tableHtml({ head, rows }: BlockTable): string {
  const line = (cells: readonly (readonly Inline[])[]) =>
    `<tr>${cells.map((cell, at) => (at === 0 ? `<th scope="row">${inlines(cell)}</th>` : `<td>${inlines(cell)}</td>`)).join('')}</tr>`;
  return `<div class="table" tabindex="0"><table><thead><tr>${head
    .map(title => `<th scope="col">${escaped(title)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(line).join('\n')}</tbody></table></div>`;
}

function legend(): string {
  const lines = BAR_CLASSES.map(
    one => `<li><span class="badge ${one}">${CLASS_LABELS[one]}</span> ${CLASS_MEANINGS[one]}</li>`,
  );
  return `<ul>${lines.join('')}</ul>`;
}

function inlines(parts: readonly Inline[]): string {
  return parts.map(inlineHtml).join('').trim();
}

function inlineHtml(part: Inline): string {
  switch (part.inline) {
    case 'text':
      return escaped(part.text);
    case 'strong':
      return `<strong>${escaped(part.text)}</strong>`;
    case 'quiet':
      return `<small>${escaped(part.text)}</small>`;
    case 'class':
      return `<span class="badge ${part.class}">${CLASS_LABELS[part.class]}</span>`;
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

/** Text is never markup. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
