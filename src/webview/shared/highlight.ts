/** Marks words in the page without touching its markup (the CSS Custom Highlight API). */

/**
 * @param name of the `::highlight()` in the style sheet
 * @param roots the elements whose text is searched
 * @param words in lower case
 */
export function highlightWords(name: string, roots: Iterable<Element>, words: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  if (words.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const ranges: Range[] = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) addRanges(node as Text, words, ranges);
  }
  CSS.highlights.set(name, new Highlight(...ranges));
}

function addRanges(node: Text, words: readonly string[], ranges: Range[]): void {
  const text = node.data.toLowerCase();
  // A few letters change their length in lower case; marks would stand beside their words then.
  if (text.length !== node.data.length) return;
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      ranges.push(range);
    }
  }
}

/**
 * Marks ranges. @param name of the `::highlight()` in the style sheet
 */
export function highlightRanges(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/**
 * The ranges of the page that show parts of a text.
 * @param paragraphs the elements that show its lines, one a line; what is struck out in them is no part of it
 * @param spans from and to, as offsets of the text, in which each line ends with one `\n`
 */
export function rangesIn(
  paragraphs: readonly Element[],
  spans: readonly (readonly [from: number, to: number])[],
): Range[] {
  const pieces: { node: Text; start: number }[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (node.parentElement?.closest('del')) continue;
      pieces.push({ node, start: length });
      length += node.length;
    }
    length++;
  }
  return spans.flatMap(([from, to]) =>
    pieces.flatMap(({ node, start }) => {
      if (from >= start + node.length || to <= start) return [];
      const range = document.createRange();
      range.setStart(node, Math.max(0, from - start));
      range.setEnd(node, Math.min(node.length, to - start));
      return [range];
    }),
  );
}
