import type { Loaded } from '../model/load.ts';
import { LineIndex } from '../text/lines.ts';
import { endOf, startOf, type YamlNode } from '../yaml/nodes.ts';

/** Lines that fold into the first of them; they count from 0. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'node' | 'comment';
}

/** What can be folded: everything that has lines of its own below its first one, and comments of several lines. */
export function folds({ document }: Loaded): Fold[] {
  const lines = new LineIndex(document.text);
  const lineAt = (offset: number) => lines.positionAt(offset).line;
  const found = new Map<number, Fold>();
  const texts: Fold[] = [];
  const add = (from: number, node: YamlNode) => {
    const start = lineAt(from);
    const end = lineAt(endOf(node));
    if (end <= start) return;
    const fold: Fold = { start, end, kind: 'node' };
    if (node.kind === 'scalar') texts.push(fold);
    // An item and the first of its keys begin on one line: the wider folds.
    if ((found.get(start)?.end ?? -1) < end) found.set(start, fold);
  };
  const walk = (node: YamlNode) => {
    if (node.kind === 'map')
      for (const { key, value } of node.pairs) {
        if (!value) continue;
        add(startOf(key), value);
        walk(value);
      }
    else if (node.kind === 'seq')
      for (const { dash, value } of node.items) {
        if (!value) continue;
        add(startOf(dash), value);
        walk(value);
      }
  };
  if (document.root) walk(document.root);
  return [...found.values(), ...comments(document.text, texts)].sort((a, b) => a.start - b.start);
}

/** Runs of two and more lines of comment. */
function comments(text: string, texts: readonly Fold[]): Fold[] {
  const all = text.split(/\r\n?|\n/);
  const inText = new Set<number>();
  for (const { start, end } of texts) for (let line = start + 1; line <= end; line++) inText.add(line);
  const runs: Fold[] = [];
  let start = -1;
  for (let line = 0; line <= all.length; line++) {
    const isComment = /^\s*#/.test(all[line] ?? '') && !inText.has(line);
    if (isComment && start < 0) start = line;
    else if (!isComment && start >= 0) {
      if (line - start > 1) runs.push({ start, end: line - 1, kind: 'comment' });
      start = -1;
    }
  }
  return runs;
}
