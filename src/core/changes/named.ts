import type { Framework } from '../model/types.ts';

/** The kinds of node that have an id of their own, parents before children. */
export const NAMED_KINDS = ['level', 'sectionKind', 'area', 'topic', 'row'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** What {@link namedIn} gives. */
export interface Named {
  readonly id: string;
  readonly formerIds?: readonly string[] | undefined;
}

/** Every node of a kind, in document order. */
export function* namedIn(framework: Framework, kind: NamedKind): Generator<Named> {
  if (kind === 'level') yield* framework.levels;
  else if (kind === 'sectionKind') yield* framework.sectionKinds;
  else if (kind === 'area') yield* framework.areas;
  else
    for (const area of framework.areas)
      for (const section of area.sections)
        if (kind === 'topic') yield* section.topics;
        else for (const topic of section.topics) yield* topic.rows;
}
