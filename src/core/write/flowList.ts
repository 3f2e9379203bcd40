import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import { endOf, startOf, type YamlItem, type YamlSeq } from '../yaml/nodes.ts';
import { itemEnd } from './items.ts';

/** One of the items that a list within brackets is to have: one that stays, with the edits in it, or a new text. */
export type FlowPart =
  | { readonly item: YamlItem; readonly edits: readonly TextEdit[] }
  | { readonly item?: undefined; readonly text: string };

/**
 * The edits of a list within brackets, its items parted by commas.
 * @param seq has at least one item
 * @param parts what it is to have, in order; items that stay are in the order that they have
 * @param known the items that go if no part stays for them; others are left alone
 */
export function flowListEdits(
  text: SourceText,
  seq: YamlSeq,
  parts: readonly FlowPart[],
  known: ReadonlySet<YamlItem>,
): TextEdit[] {
  const edits = parts.flatMap(part => (part.item ? part.edits : []));
  const staying = new Set(parts.map(part => part.item));
  const all = seq.items;
  const kept = all.filter(item => staying.has(item) || !known.has(item));
  edits.push(...removals(text, seq, kept));

  let last: YamlItem | undefined;
  let pending: string[] = [];
  for (const part of parts) {
    if (!part.item) {
      pending.push(part.text);
      continue;
    }
    if (pending.length > 0) {
      const at = last ? itemEnd(last) : startOf(part.item.dash);
      edits.push({
        start: at,
        end: at,
        text: last ? pending.map(each => `, ${each}`).join('') : pending.map(each => `${each}, `).join(''),
      });
      pending = [];
    }
    last = part.item;
  }
  if (pending.length > 0) {
    const tail = last ?? kept.at(-1);
    const at = tail ? itemEnd(tail) : startOf(seq) + 1;
    edits.push({ start: at, end: at, text: (tail ? ', ' : '') + pending.join(', ') });
  }
  return edits;
}

/** What goes takes the comma after it along; behind the last that stays, the comma before it. */
function removals(text: SourceText, seq: YamlSeq, kept: readonly YamlItem[]): TextEdit[] {
  const edits: TextEdit[] = [];
  const all = seq.items;
  const staying = new Set(kept);
  const lastKept = kept.length > 0 ? all.lastIndexOf(kept.at(-1)!) : -1;
  for (const [index, item] of all.entries()) {
    if (staying.has(item)) continue;
    const next = all[index + 1];
    const isTail = lastKept < index;
    const start = isTail && index > 0 && lastKept >= 0 ? itemEnd(all[index - 1]!) : startOf(item.dash);
    const end = isTail && (lastKept >= 0 || !next) ? itemEnd(item) : startOf(next!.dash);
    edits.push({ start, end, text: '' });
  }
  const start = itemEnd(all.at(-1)!);
  const comma = /^\s*,/.exec(text.slice(start, endOf(seq) - 1));
  if (kept.length === 0 && comma) edits.push({ start, end: start + comma[0].length, text: '' });
  return edits;
}
