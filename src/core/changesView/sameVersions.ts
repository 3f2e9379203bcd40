import { sameValue } from '../model/equal.ts';

/** One version of what is in conflict, and all sides that made it. */
export interface SharedVersion<V> {
  /** What an answer names: the first of them. */
  readonly version: V;
  readonly sides: readonly string[];
}

/** The versions of a conflict, each once: sides may have done the very same. */
export function sameVersions<
  V extends { readonly side: string; readonly value?: unknown; readonly deeds?: unknown },
>(versions: readonly V[]): SharedVersion<V>[] {
  const shared: { version: V; sides: string[] }[] = [];
  for (const version of versions) {
    const known = shared.find(
      ({ version: { value, deeds } }) => sameValue(value, version.value) && sameValue(deeds, version.deeds),
    );
    if (known) known.sides.push(version.side);
    else shared.push({ version, sides: [version.side] });
  }
  return shared;
}
