import { eachRow, type Framework } from '../../src/core/index.ts';

/** A framework, an area, a section, a topic or a row as the peers get it. */
export interface PlainNode {
  readonly id?: string;
  readonly title?: string;
  readonly kind?: string;
  readonly statements?: Readonly<Record<string, string>>;
  readonly withdrawn?: unknown;
  readonly areas?: readonly PlainNode[];
  readonly sections?: readonly PlainNode[];
  readonly topics?: readonly PlainNode[];
  readonly rows?: readonly PlainNode[];
}

/** A framework as the peers get it, and whose rows these are. */
export interface Plain {
  /** As in the file: areas, sections, topics, rows. */
  readonly nested: PlainNode;
  /** All rows in one list, each with what it stands in. */
  readonly flat: readonly PlainNode[];
  /** The same with a line of heads. */
  readonly table: readonly (readonly string[])[];
  /** The true ids of the rows, in document order. */
  readonly ids: readonly string[];
  readonly idOf: ReadonlyMap<PlainNode, string>;
}

/** @param hasIds else all ids are left out, and areas and topics go by their titles */
export function plainOf(framework: Framework, hasIds: boolean): Plain {
  const idOf = new Map<PlainNode, string>();
  const id = (node: { readonly id: string }) => (hasIds ? { id: node.id } : {});
  const title = (node: { readonly title?: string | undefined }) => ({ title: node.title ?? '' });
  const name = (node: Parameters<typeof id>[0] & Parameters<typeof title>[0]) =>
    hasIds ? node.id : (node.title ?? '');
  const levels = framework.levels.map(level => level.id);
  const flat: PlainNode[] = [];
  const table = [[...(hasIds ? ['id'] : []), 'area', 'section', 'topic', 'withdrawn', ...levels]];
  for (const { area, section, topic, row } of eachRow(framework)) {
    const place = { area: name(area), section: section.kind, topic: name(topic) };
    const withdrawn = row.withdrawn ? { withdrawn: row.withdrawn } : {};
    const plain = { ...id(row), ...place, ...withdrawn, statements: Object.fromEntries(row.statements) };
    flat.push(plain);
    idOf.set(plain, row.id);
    table.push([
      ...(hasIds ? [row.id] : []),
      ...Object.values(place),
      row.withdrawn ? JSON.stringify(row.withdrawn) : '',
      ...levels.map(level => row.statements.get(level) ?? ''),
    ]);
  }
  const areas = framework.areas.map(area => ({
    ...id(area),
    ...title(area),
    sections: area.sections.map(({ kind, topics }) => ({
      kind,
      topics: topics.map(topic => ({
        ...id(topic),
        ...title(topic),
        rows: topic.rows.map(row => {
          const withdrawn = row.withdrawn ? { withdrawn: row.withdrawn } : {};
          const plain = { ...id(row), ...withdrawn, statements: Object.fromEntries(row.statements) };
          idOf.set(plain, row.id);
          return plain;
        }),
      })),
    })),
  }));
  return { nested: { areas }, flat, table, ids: Array.from(eachRow(framework), ({ row }) => row.id), idOf };
}
