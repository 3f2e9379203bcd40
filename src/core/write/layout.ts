import type { SourceText } from '../text/sourceText.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { startOf, type YamlMap, type YamlNode } from '../yaml/nodes.ts';
import { columnOf } from './regions.ts';

/** How a file is laid out, so that what is new looks like what is there. */
export interface Layout {
  readonly eol: string;
  /** Spaces that keys are indented below their parent. */
  readonly step: number;
  /** Spaces that a dash is indented below the key of its list. */
  readonly dash: number;
  /** Spaces from a dash to the first key. */
  readonly gap: number;
}

/** How a text is laid out that is written from nothing. */
export const PLAIN_LAYOUT: Layout = { eol: '\n', step: 2, dash: 2, gap: 2 };

/** Reads the habits of a text; two spaces each where it shows none. */
export function layoutOf(document: YamlDocument): Layout {
  const text = document.source;
  const found = { step: 0, dash: -1, gap: 0 };
  const visit = (node: YamlNode | null, depth: number): void => {
    if (depth > 8 || node === null || node.kind === 'scalar' || node.flow) return;
    if (node.kind === 'seq') {
      for (const item of node.items.slice(0, 1)) visit(item.value, depth + 1);
      return;
    }
    for (const { key, value } of node.pairs) {
      if (value === null || value.kind === 'scalar' || value.flow) continue;
      const column = columnOf(text, startOf(key));
      if (value.kind === 'map') found.step ||= columnOf(text, startOf(value)) - column;
      const item = value.kind === 'seq' ? value.items[0] : undefined;
      if (item) {
        if (found.dash < 0) found.dash = columnOf(text, startOf(item.dash)) - column;
        if (item.value?.kind === 'map' && !item.value.flow)
          found.gap ||= startOf(item.value) - startOf(item.dash);
      }
      visit(value, depth + 1);
    }
  };
  visit(document.root, 0);
  const within = (value: number, from: number, to: number) => value >= from && value <= to;
  return {
    eol: /\r\n/.test(text.slice(0, text.indexOf('\n') + 1)) ? '\r\n' : PLAIN_LAYOUT.eol,
    step: within(found.step, 1, 8) ? found.step : PLAIN_LAYOUT.step,
    dash: within(found.dash, 0, 8) ? found.dash : PLAIN_LAYOUT.dash,
    gap: within(found.gap, 2, 8) ? found.gap : PLAIN_LAYOUT.gap,
  };
}

/** The column of a map's keys. */
export function keyColumn(text: SourceText, map: YamlMap): number {
  const first = map.pairs[0];
  return columnOf(text, first ? startOf(first.key) : startOf(map));
}
