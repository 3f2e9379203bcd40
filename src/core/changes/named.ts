import { eachRow } from '../model/index.ts';
import type { Framework } from '../model/types.ts';

/** The kinds of node that have an id of their own, parents before children. */
export const NAMED_KINDS = ['level', 'sectionKind', 'area', 'topic', 'row'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

interface Named {
  readonly id: string;
  readonly formerIds?: readonly string[] | undefined;
}

/** Every node of a kind, in document order. */
export function* namedIn(framework: Framework, kind: NamedKind): Generator<Named> {
  if (kind === 'level') yield* framework.levels;
  else if (kind === 'sectionKind') yield* framework.sectionKinds;
  else if (kind === 'area') yield* framework.areas;
  else if (kind === 'row') for (const { row } of eachRow(framework)) yield row;
  else for (const area of framework.areas) for (const section of area.sections) yield* section.topics;
}
