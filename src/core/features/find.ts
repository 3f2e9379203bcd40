import type { Framework, Row, Topic } from '../model/types.ts';
import type { Address } from './cards.ts';

/** The row with an id, and where it stands. */
export function findRow(framework: Framework, id: string): { row: Row; address: Address } | undefined {
  for (const area of framework.areas)
    for (const section of area.sections)
      for (const topic of section.topics)
        for (const row of topic.rows) if (row.id === id) return { row, address: { area, section, topic } };
  return undefined;
}

/** The topic with an id, and where it stands. */
export function findTopic(framework: Framework, id: string): (Address & { topic: Topic }) | undefined {
  for (const area of framework.areas)
    for (const section of area.sections)
      for (const topic of section.topics) if (topic.id === id) return { area, section, topic };
  return undefined;
}

/** The terms of the glossary that stand in a text, each as often as it does; the longest where they overlap. */
export function termsIn(text: string, glossary: ReadonlyMap<string, string>): TermAt[] {
  const found: TermAt[] = [];
  for (const [term, meaning] of glossary) {
    if (!text.includes(term)) continue;
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?![\\p{L}\\p{N}])`, 'gu');
    for (const { index } of text.matchAll(whole))
      found.push({ term, meaning, from: index, to: index + term.length });
  }
  const longest = found.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return longest.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

export interface TermAt {
  readonly term: string;
  readonly meaning: string;
  readonly from: number;
  readonly to: number;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
