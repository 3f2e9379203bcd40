import type { SourceText } from './sourceText.ts';

/** A replacement of `text.slice(start, end)` by `text`. Offsets are UTF-16 units of the text before any edit. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies edits that all refer to the same text.
 * @param text the text before
 * @param edits in any order; touching is fine, and edits at one offset apply in the order given
 * @returns the text after
 * @throws RangeError if edits overlap or lie outside the text: that is a fault of the caller
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length)
      throw new RangeError(`Edits overlap or leave the text at ${edit.start}`);
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The edits in text order; those at one offset keep their order. */
function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The edits in text order, with touching ones joined and those without effect left out. */
export function joinEdits(text: SourceText, edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of sortEdits(edits)) {
    if (text.slice(edit.start, edit.end) === edit.text) continue;
    const last = joined.at(-1);
    if (last && last.end === edit.start)
      joined[joined.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
    else joined.push(edit);
  }
  return joined;
}
