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
