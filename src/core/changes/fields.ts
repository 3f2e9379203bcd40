import {
  AreaShape,
  DetailsShape,
  FrameworkShape,
  LevelShape,
  RowShape,
  SectionKindShape,
  SectionShape,
  STATUSES,
  TopicShape,
} from '../model/schema.ts';
import type { Framework, Plain } from '../model/types.ts';
import type { ListedNode, NodeKind } from './change.ts';

/** A node whose fields can be set: one in a list, the framework's details or the framework itself (`file`). */
export type FieldHolder = ListedNode | Framework['details'] | Framework;

/** What has changes of its own: children, cells, and a section's kind, which is its name. */
const NOT_FIELDS: Record<NodeKind, readonly string[]> = {
  file: Object.keys(FrameworkShape.shape),
  framework: [],
  level: [],
  sectionKind: [],
  area: ['sections'],
  section: ['topics', 'kind'],
  topic: ['rows'],
  row: ['statements', 'blank', 'notes'],
};

const SHAPES = {
  file: FrameworkShape,
  framework: DetailsShape,
  level: LevelShape,
  sectionKind: SectionKindShape,
  area: AreaShape,
  section: SectionShape,
  topic: TopicShape,
  row: RowShape,
} as const;

const FIELDS = new Map<NodeKind, readonly string[]>(
  (Object.keys(SHAPES) as NodeKind[]).map(kind => [
    kind,
    Object.keys(SHAPES[kind].shape).filter(field => !NOT_FIELDS[kind].includes(field)),
  ]),
);

const LISTS = new Set(['formerIds']);
const REQUIRED = new Set(['id', 'version', 'status']);
const TITLED: ReadonlySet<NodeKind> = new Set(['framework', 'level', 'sectionKind']);

/** The fields of a kind of node, `id` first, without `x-` keys. */
export function fieldsOf(kind: NodeKind): readonly string[] {
  return FIELDS.get(kind)!;
}

/** The fields that at least one of two nodes has: those of the kind, then the `x-` keys. */
export function fieldsOfBoth(kind: NodeKind, a: FieldHolder, b: FieldHolder): Iterable<string> {
  if (a.extra.size === 0 && b.extra.size === 0) return fieldsOf(kind);
  return new Set([...fieldsOf(kind), ...a.extra.keys(), ...b.extra.keys()]);
}

/** The value of a field; undefined where it has none. */
export function fieldOf(node: FieldHolder, field: string): Plain | undefined {
  if (node.extra.size > 0 && field.startsWith('x-')) return node.extra.get(field);
  return (node as unknown as Readonly<Record<string, Plain | undefined>>)[field];
}

/** The node with another value in a field; undefined takes the field away. */
export function withField<N extends FieldHolder>(node: N, field: string, value: Plain | undefined): N {
  if (field.startsWith('x-')) {
    const extra = new Map(node.extra);
    if (value === undefined) extra.delete(field);
    else extra.set(field, value);
    return { ...node, extra };
  }
  const copy = { ...node } as Record<string, unknown>;
  if (value === undefined) delete copy[field];
  else copy[field] = value;
  return copy as N;
}

/** Why a field of this kind of node cannot have a value, in a sentence without its end; undefined if it can. */
export function fieldFault(kind: NodeKind, field: string, value: Plain | undefined): string | undefined {
  if (field.startsWith('x-')) return undefined;
  if (!fieldsOf(kind).includes(field)) return `there is no \`${field}\` to set here`;
  if (value === undefined) {
    const needed = REQUIRED.has(field) || (field === 'title' && TITLED.has(kind));
    return needed ? `\`${field}\` cannot be left out` : undefined;
  }
  if (field === 'withdrawn') return isWithdrawn(value) ? undefined : `\`${field}\` needs at least \`since\``;
  if (LISTS.has(field)) return isTexts(value) ? undefined : `\`${field}\` must be a list of ids`;
  if (typeof value !== 'string') return `\`${field}\` must be text`;
  if (field === 'status' && !STATUSES.some(status => status === value))
    return `\`status\` must be ${STATUSES.map(status => `\`${status}\``).join(' or ')}`;
  return undefined;
}

function isWithdrawn(value: Plain): boolean {
  if (typeof value === 'string' || isList(value)) return false;
  const { since, replacedBy, reason } = value;
  return (
    typeof since === 'string' &&
    (replacedBy === undefined || isTexts(replacedBy)) &&
    (reason === undefined || typeof reason === 'string')
  );
}

function isTexts(value: Plain): boolean {
  return isList(value) && value.every(item => typeof item === 'string');
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
