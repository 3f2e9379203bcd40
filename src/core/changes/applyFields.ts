import { sameValue } from '../model/equal.ts';
import type { Plain, Row, Section } from '../model/types.ts';
import { usesLevel } from './applyNodes.ts';
import type { Entry } from './chain.ts';
import type { SetField, SetTerm } from './change.ts';
import type { Draft } from './draft.ts';
import { type FieldHolder, fieldFault, fieldOf, withField } from './fields.ts';
import { changed, exists, gone, nameOf } from './reasons.ts';

/** Sets one field of a node. Returns why not, if it cannot be done. */
export function setField(draft: Draft, change: SetField): string | undefined {
  const { what, id, field, after } = change;
  if (what === 'file' || what === 'framework') {
    const holder = what === 'file' ? draft.own : draft.own.details;
    const fault = faultOf(change, holder);
    if (fault) return fault;
    const edited = withField(holder, field, after);
    draft.own = 'areas' in edited ? edited : { ...draft.own, details: edited };
    return undefined;
  }
  const entry = draft.find(what, id);
  if (!entry) return gone(what, id);
  const fault = faultOf(change, entry.node);
  if (fault) return fault;
  const edited = withField(entry.node, field, after);
  if (field !== 'id') draft.setNode(entry, edited);
  else return rename(draft, change, entry, String(after));
  return undefined;
}

/** Sets the meaning of a glossary term. Returns why not, if it cannot be done. */
export function setTerm(draft: Draft, { id, before, after }: SetTerm): string | undefined {
  const { glossary } = draft;
  if (glossary.get(id) !== before) return changed(`the meaning of "${id}"`);
  if (after === undefined) glossary.delete(id);
  else glossary.set(id, after);
  return undefined;
}

function faultOf({ what, id, field, before, after }: SetField, holder: FieldHolder): string | undefined {
  const fault = fieldFault(what, field, after);
  if (fault) return `${nameOf(what, id)}: ${fault}`;
  return sameValue(fieldOf(holder, field), before)
    ? undefined
    : changed(`\`${field}\` of ${nameOf(what, id)}`);
}

function rename(draft: Draft, { what, id }: SetField, entry: Entry, after: string): string | undefined {
  if (id === after) return undefined;
  if (entry.kind === what && draft.find(entry.kind, after)) return exists(what, after);
  if (what === 'level') {
    if (draft.some('row', row => usesLevel(row as Row, after)))
      return `rows already use the level id ${after}`;
    for (const row of draft.every('row')) renameLevelOf(draft, row, id, after);
  }
  draft.rename(entry, withField(entry.node, 'id', after));
  if (what === 'sectionKind')
    for (const section of draft.every('section')) {
      const node = section.node as Section;
      if (node.kind === id) draft.rename(section, { ...node, kind: after });
    }
  return undefined;
}

function renameLevelOf(draft: Draft, entry: Entry, from: string, to: string): void {
  const row = entry.node as Row;
  if (!usesLevel(row, from)) return;
  draft.setNode(entry, {
    ...row,
    statements: renamed(row.statements, from, to),
    blank: renamed(row.blank, from, to),
    notes: renamed(row.notes, from, to),
  });
}

/** The same map with one key renamed in its place. */
function renamed<V extends Plain>(
  map: ReadonlyMap<string, V>,
  from: string,
  to: string,
): ReadonlyMap<string, V> {
  if (!map.has(from)) return map;
  return new Map([...map].map(([key, value]) => [key === from ? to : key, value]));
}
