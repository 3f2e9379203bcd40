import type { Change, NodeKind } from '../changes/change.ts';
import { eachRow } from '../model/index.ts';
import type { Loaded } from '../model/load.ts';
import { ID_PATTERN } from '../model/schema.ts';
import type { Framework, Plain } from '../model/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { applyToText } from '../write/applyToText.ts';
import type { IdKind } from './ids.ts';

/** An id cannot be renamed; the message says why and what to do. */
export class RenameError extends Error {}

type Named = {
  readonly id: string;
  readonly formerIds?: readonly string[] | undefined;
  readonly withdrawn?: { readonly replacedBy?: readonly string[] | undefined } | undefined;
  readonly splitFrom?: string | undefined;
};

const WHAT = { level: 'level', sectionKind: 'section kind', area: 'area', topic: 'topic', row: 'row' };

/**
 * The edits that rename an id everywhere in a file; the old one is kept among the former ids.
 * @param published other versions that are published: an id that one of them holds is kept
 * @throws {RenameError} where it may not be renamed, or the new id cannot be used
 */
export function renameId(
  loaded: Loaded,
  kind: IdKind,
  id: string,
  to: string,
  published: readonly Framework[] = [],
): readonly TextEdit[] {
  checkRenamable(loaded, kind, id, published);
  if (id === to) return [];
  if (!ID_PATTERN.test(to))
    throw new RenameError(
      `“${to}” cannot be an id. Use letters, digits, “.”, “_” and “-”; begin and end with a letter or digit.`,
    );
  const nodes = nodesOf(loaded.framework, kind);
  const user = nodes.find(node => node.id === to || (node.id !== id && node.formerIds?.includes(to)));
  if (user)
    throw new RenameError(
      `The id ${to} is${user.id === to ? '' : ' or was'} that of another ${WHAT[kind]}. Choose one that was never used.`,
    );
  const { edits, refused } = applyToText(loaded, changesFor(nodes, kind, id, to));
  if (refused[0]) throw new RenameError(`The id cannot be renamed: ${refused[0].reason}.`);
  return edits;
}

/**
 * Checks that an id may be renamed at all.
 * @throws {RenameError} where it may not
 */
export function checkRenamable(
  { framework }: Loaded,
  kind: IdKind,
  id: string,
  published: readonly Framework[] = [],
): void {
  const { status, version, id: own } = framework.details;
  if (status === 'published')
    throw new RenameError(
      `Version ${version} is published and is no longer changed. Start the next version, and work there.`,
    );
  const holders = nodesOf(framework, kind).filter(node => node.id === id);
  if (holders.length === 0)
    throw new RenameError(`There is no ${WHAT[kind]} with the id ${id} in this file.`);
  if (holders.length > 1)
    throw new RenameError(`More than one ${WHAT[kind]} has the id ${id}. Give one of them another id first.`);
  const holder = published.find(
    other =>
      other.details.id === own &&
      other.details.status === 'published' &&
      nodesOf(other, kind).some(node => node.id === id),
  );
  if (holder)
    throw new RenameError(
      `The id ${id} was published in version ${holder.details.version} and stays for ever. Change the title or the words instead.`,
    );
}

function changesFor(nodes: readonly Named[], kind: IdKind, id: string, to: string): Change[] {
  const what: NodeKind = kind;
  const node = nodes.find(each => each.id === id)!;
  const former = [...(node.formerIds ?? []).filter(each => each !== to), id];
  const set = (of: string, field: string, before: unknown, after: unknown): Change => ({
    op: 'set',
    what,
    id: of,
    field,
    ...(before === undefined ? {} : { before: before as Plain }),
    after: after as Plain,
  });
  const changes = [set(id, 'id', id, to), set(to, 'formerIds', node.formerIds, former)];
  for (const each of nodes) {
    const self = each === node ? to : each.id;
    if (each.splitFrom === id) changes.push(set(self, 'splitFrom', id, to));
    const { withdrawn } = each;
    if (withdrawn?.replacedBy?.includes(id)) {
      const replacedBy = withdrawn.replacedBy.map(other => (other === id ? to : other));
      changes.push(set(self, 'withdrawn', withdrawn, { ...withdrawn, replacedBy }));
    }
  }
  return changes;
}

function nodesOf(framework: Framework, kind: IdKind): readonly Named[] {
  switch (kind) {
    case 'level':
      return framework.levels;
    case 'sectionKind':
      return framework.sectionKinds;
    case 'area':
      return framework.areas;
    case 'topic':
      return framework.areas.flatMap(area => area.sections.flatMap(section => section.topics));
    case 'row':
      return Array.from(eachRow(framework), ({ row }) => row);
  }
}
