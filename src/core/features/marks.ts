import { eachRow } from '../model/index.ts';
import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import { endOf, pairOf, startOf, type YamlNode } from '../yaml/nodes.ts';

// What is marked in the text beside what the grammar colours.

/** Which levels of a row have a statement. */
export interface FilledLevels {
  /** Just behind the row's id. */
  readonly offset: number;
  /** One sign a level, from the lowest: filled, empty. */
  readonly label: string;
  readonly titles: readonly string[];
}

/**
 * The filled levels of the rows whose id lies in a range of the text.
 * @param start offset of the whole text
 * @param end offset of the whole text
 */
export function filledLevels({ framework }: Loaded, start: number, end: number): FilledLevels[] {
  const found: FilledLevels[] = [];
  for (const { row } of eachRow(framework)) {
    const map = sourceOf(row);
    const id = map && pairOf(map, 'id')?.value;
    if (!id) continue;
    const offset = endOf(id);
    if (offset < start) continue;
    if (offset > end) break;
    const filled = framework.levels.filter(level => row.statements.has(level.id));
    const label = framework.levels.map(level => (filled.includes(level) ? '●' : '○')).join('');
    found.push({ offset, label, titles: filled.map(({ title }) => title) });
  }
  return found;
}

/** Where a version is named that another file may hold. */
export function versionLinks({
  document,
}: Loaded): { readonly start: number; readonly end: number; readonly version: string }[] {
  const top = document.root?.kind === 'map' ? pairOf(document.root, 'framework')?.value : undefined;
  const value = top?.kind === 'map' ? pairOf(top, 'supersedes')?.value : undefined;
  return value?.kind === 'scalar' ? [{ start: startOf(value), end: endOf(value), version: value.text }] : [];
}

/** A stretch of text that means more than its spelling tells. */
export interface TextToken {
  readonly start: number;
  readonly end: number;
  readonly kind: 'withdrawn';
}

/** What the grammar cannot know, as it reads line by line: all the words of what is withdrawn, in text order. */
export function tokens({ framework }: Loaded): TextToken[] {
  const found: TextToken[] = [];
  const fade = (node: YamlNode) => {
    if (node.kind === 'scalar') found.push({ start: startOf(node), end: endOf(node), kind: 'withdrawn' });
    else if (node.kind === 'seq') {
      for (const { value } of node.items) if (value) fade(value);
    } else
      for (const { key, value } of node.pairs) {
        fade(key);
        if (value) fade(value);
      }
  };
  const fadeIfWithdrawn = (node: { readonly withdrawn?: unknown }) => {
    const map = node.withdrawn === undefined ? undefined : sourceOf(node);
    if (map) fade(map);
    return map !== undefined;
  };
  for (const area of framework.areas) {
    if (fadeIfWithdrawn(area)) continue;
    for (const section of area.sections)
      for (const topic of section.topics) if (!fadeIfWithdrawn(topic)) topic.rows.forEach(fadeIfWithdrawn);
  }
  return found;
}
