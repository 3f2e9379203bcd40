import { eachRow } from '../model/index.ts';
import type { Loaded } from '../model/load.ts';
import { locate } from '../model/locate.ts';
import { sourceOf } from '../model/source.ts';
import { endOf, pairOf, startOf, type YamlScalar } from '../yaml/nodes.ts';

/** The things whose ids are referred to from elsewhere in a file. */
export type IdKind = 'level' | 'sectionKind' | 'area' | 'topic' | 'row';

export interface IdAt {
  readonly kind: IdKind;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A place where an id stands. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** Whether the thing itself stands here, rather than a mention of it. */
  readonly definition: boolean;
}

/** The id at an offset, where it is given or referred to. */
export function idAt(loaded: Loaded, offset: number): IdAt | undefined {
  const found = locate(loaded, offset);
  const { scalar, path, part } = found;
  if (!scalar) return undefined;
  const at = (kind: IdKind) => ({ kind, id: scalar.text, start: startOf(scalar), end: endOf(scalar) });
  if (found.level !== undefined && part === 'key' && path.length === 10) return at('level');
  if (part !== 'value') return undefined;
  const key = path.at(typeof path.at(-1) === 'number' ? -2 : -1);
  const owner = found.row ? 'row' : found.topic ? 'topic' : 'area';
  if (key === 'splitFrom' && found.row) return at('row');
  if (key === 'replacedBy' && found.area) return at(owner);
  if (key === 'kind' && found.section && path.length === 5) return at('sectionKind');
  if (key !== 'id') return undefined;
  if (found.levelEntry && path.length === 3) return at('level');
  if (found.kindEntry && path.length === 3) return at('sectionKind');
  return found.area && !path.slice(0, -1).some(step => step === 'withdrawn') && path.length % 2 === 1
    ? at(owner)
    : undefined;
}

/** Every place where an id is given or referred to, in text order. */
export function occurrencesOf(loaded: Loaded, kind: IdKind, id: string): Occurrence[] {
  const { framework } = loaded;
  const found: Occurrence[] = [];
  const add = (scalar: YamlScalar, definition: boolean) =>
    found.push({ start: startOf(scalar), end: endOf(scalar), definition });
  const valuesIn = (node: object, key: string, definition: boolean) => {
    const map = sourceOf(node);
    const value = map && pairOf(map, key)?.value;
    if (value?.kind === 'scalar' && value.text === id) add(value, definition);
  };
  const replacers = (node: { readonly withdrawn?: unknown }) => {
    const map = node.withdrawn === undefined ? undefined : sourceOf(node);
    const withdrawn = map && pairOf(map, 'withdrawn')?.value;
    const list = withdrawn?.kind === 'map' ? pairOf(withdrawn, 'replacedBy')?.value : undefined;
    if (list?.kind !== 'seq') return;
    for (const { value } of list.items) if (value?.kind === 'scalar' && value.text === id) add(value, false);
  };
  if (kind === 'level') for (const level of framework.levels) valuesIn(level, 'id', true);
  if (kind === 'sectionKind') for (const each of framework.sectionKinds) valuesIn(each, 'id', true);
  for (const area of framework.areas) {
    if (kind === 'area') {
      valuesIn(area, 'id', true);
      replacers(area);
    }
    for (const section of area.sections) {
      if (kind === 'sectionKind') valuesIn(section, 'kind', false);
      if (kind === 'topic')
        for (const topic of section.topics) {
          valuesIn(topic, 'id', true);
          replacers(topic);
        }
    }
  }
  if (kind === 'row' || kind === 'level')
    for (const { row } of eachRow(framework)) {
      if (kind === 'row') {
        valuesIn(row, 'id', true);
        valuesIn(row, 'splitFrom', false);
        replacers(row);
      } else {
        const map = sourceOf(row);
        for (const key of ['statements', 'blank', 'notes']) {
          const levels = map && pairOf(map, key)?.value;
          const pair = levels?.kind === 'map' ? pairOf(levels, id) : undefined;
          if (pair) add(pair.key, false);
        }
      }
    }
  return found.sort((a, b) => a.start - b.start);
}
