import type * as z from 'zod/mini';
import type {
  AreaShape,
  BLANK_MEANINGS,
  DetailsShape,
  LevelShape,
  RowShape,
  SectionKindShape,
  SectionShape,
  TopicShape,
  WithdrawnShape,
} from './schema.ts';

/**
 * The framework as it is meant, free of YAML. Made from the shapes in `schema.ts`; what is keyed by a level
 * (or a term) is a Map, since any text may be a level's id. Values are never changed in place: an edit makes
 * new nodes along the path to it and shares the rest.
 */

/** A value under an `x-` key, kept as it is. Objects have no prototype. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** The `x-` keys of a node, in file order. */
export interface Extras {
  readonly extra: ReadonlyMap<string, Plain>;
}

type ByLevel<V> = ReadonlyMap<string, V>;
type Shape<T extends z.core.$ZodType> = Readonly<z.infer<T>>;

export type BlankMeaning = (typeof BLANK_MEANINGS)[number];
export type Withdrawn = Shape<typeof WithdrawnShape>;
export type Details = Shape<typeof DetailsShape> & Extras;
export type Level = Shape<typeof LevelShape> & Extras;
export type SectionKind = Shape<typeof SectionKindShape> & Extras;

/** One row: a statement a level at most. `statements` holds no empty text; paragraphs are joined by `\n`. */
export type Row = Omit<Shape<typeof RowShape>, 'statements' | 'blank' | 'notes'> &
  Extras & {
    readonly statements: ByLevel<string>;
    readonly blank: ByLevel<BlankMeaning>;
    readonly notes: ByLevel<string>;
  };
export type Topic = Omit<Shape<typeof TopicShape>, 'rows'> & Extras & { readonly rows: readonly Row[] };
export type Section = Omit<Shape<typeof SectionShape>, 'topics'> &
  Extras & { readonly topics: readonly Topic[] };
export type Area = Omit<Shape<typeof AreaShape>, 'sections'> &
  Extras & { readonly sections: readonly Section[] };

/** One version of one framework. `extra` holds the `x-` keys at the top of the file. */
export interface Framework extends Extras {
  readonly details: Details;
  /** From the lowest to the highest. */
  readonly levels: readonly Level[];
  readonly sectionKinds: readonly SectionKind[];
  /** Term → meaning; the order is not part of the meaning. */
  readonly glossary: ReadonlyMap<string, string>;
  readonly areas: readonly Area[];
}
