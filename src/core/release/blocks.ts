import type { WordPart } from '../changes/words.ts';
import type { BarClass } from '../versions/judgement.ts';

/** A document as plain data: what is said, without a word about how it is written down. */
export type Block =
  | { readonly block: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly block: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly block: 'list'; readonly items: readonly (readonly Inline[])[] }
  | BlockTable
  /** What only who looks for it needs to see. */
  | { readonly block: 'aside'; readonly title: string; readonly blocks: readonly Block[] };

export interface BlockTable {
  readonly block: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export type Inline =
  | { readonly inline: 'text'; readonly text: string }
  | { readonly inline: 'strong'; readonly text: string }
  /** Said less loudly. */
  | { readonly inline: 'quiet'; readonly text: string }
  | { readonly inline: 'class'; readonly class: BarClass }
  | { readonly inline: 'words'; readonly words: readonly WordPart[] }
  | { readonly inline: 'break' };

export function text(value: string): Inline {
  return { inline: 'text', text: value };
}

export function strong(value: string): Inline {
  return { inline: 'strong', text: value };
}

export function quiet(value: string): Inline {
  return { inline: 'quiet', text: value };
}
