import { sectionId } from '../../model/index.ts';
import { normaliseLine } from '../../model/statement.ts';
import type { Area, Row, Topic, Withdrawn } from '../../model/types.ts';
import { everPublished } from '../../publish/publishedRows.ts';
import type { MatrixTarget } from '../target.ts';
import type { DeleteNodes, NodeName, RestoreNodes, WithdrawableKind, WithdrawNodes } from './command.ts';
import type { Desk } from './desk.ts';
import { count } from './wording.ts';

type Named = { readonly what: WithdrawableKind; readonly id: string; readonly node: Area | Topic | Row };

/** Withdraws what was ever published, or holds something that was, and removes the rest. */
export function deleteNodes(desk: Desk, { nodes, reason }: DeleteNodes): string {
  const found = nodesOf(desk, nodes).filter(each => !standsIn(desk, each, nodes));
  const next = neighbourOf(desk, found);
  let removed = 0;
  let withdrawn = 0;
  for (const each of found) {
    if (!wasPublished(desk, each.what, each.node)) {
      removeWhole(desk, each);
      removed++;
    } else if (withdrawOne(desk, each, reason)) withdrawn++;
  }
  if (next && desk.changes.length > 0) desk.select.push(next);
  const what = found.every(each => each.what === found[0]?.what) ? (found[0]?.what ?? 'row') : 'part';
  const told = [
    removed > 0 && `${count(removed, what)} deleted`,
    withdrawn > 0 &&
      `${count(withdrawn, what)} withdrawn, since ${withdrawn === 1 ? 'it was' : 'they were'} published: the text is kept`,
  ].filter(Boolean);
  return told.length > 0 ? `${told.join('; ')}.` : '';
}

/** Marks as withdrawn, in the version that the file holds. */
export function withdrawNodes(desk: Desk, { nodes, reason }: WithdrawNodes): string {
  const found = nodesOf(desk, nodes).filter(each => withdrawOne(desk, each, reason));
  for (const { what, id } of found) desk.select.push({ what, id });
  return found.length > 0 ? `${count(found.length, kindOf(found))} withdrawn.` : '';
}

/** Takes a withdrawal back. */
export function restoreNodes(desk: Desk, { nodes }: RestoreNodes): string {
  const found = nodesOf(desk, nodes).filter(({ what, id, node: { withdrawn } }) => {
    if (!withdrawn) {
      desk.refuse(`This ${what} is not withdrawn.`, { what, id });
      return false;
    }
    desk.changes.push({ op: 'set', what, id, field: 'withdrawn', before: plainOf(withdrawn) });
    desk.select.push({ what, id });
    return true;
  });
  return found.length > 0 ? `${count(found.length, kindOf(found))} restored.` : '';
}

function kindOf(found: readonly Named[]): string {
  return found.every(({ what }) => what === found[0]!.what) ? found[0]!.what : 'part';
}

function withdrawOne(desk: Desk, { what, id, node }: Named, given: string | undefined): boolean {
  if (node.withdrawn) {
    desk.refuse(`This ${what} is withdrawn already.`, { what, id });
    return false;
  }
  const reason = normaliseLine(given ?? '');
  const since = desk.framework.details.version;
  desk.changes.push({
    op: 'set',
    what,
    id,
    field: 'withdrawn',
    after: { since, ...(reason && { reason }) },
  });
  return true;
}

/** As a plain value, without what is undefined. */
function plainOf({ since, replacedBy, reason }: Withdrawn) {
  return { since, ...(replacedBy && { replacedBy }), ...(reason !== undefined && { reason }) };
}

/** Whether a node or anything below it may ever have been published. */
function wasPublished(desk: Desk, what: WithdrawableKind, node: Area | Topic | Row): boolean {
  const { framework, context } = desk;
  const ids = [node.id, ...(node.formerIds ?? [])];
  if (ids.some(id => everPublished(framework, context.published?.[what], id))) return true;
  if ('sections' in node)
    return node.sections.some(({ topics }) => topics.some(topic => wasPublished(desk, 'topic', topic)));
  return 'rows' in node && node.rows.some(row => wasPublished(desk, 'row', row));
}

/** Removes a node after all that it holds. */
function removeWhole(desk: Desk, { what, id, node }: Named): void {
  if ('sections' in node)
    for (const section of node.sections) {
      for (const topic of section.topics) removeWhole(desk, { what: 'topic', id: topic.id, node: topic });
      desk.remove('section', sectionId(id, section.kind), { ...section, topics: [] });
    }
  if ('rows' in node) for (const row of node.rows) desk.remove('row', row.id, row);
  const empty =
    'sections' in node ? { ...node, sections: [] } : 'rows' in node ? { ...node, rows: [] } : node;
  desk.remove(what, id, empty);
}

function nodesOf(desk: Desk, names: readonly NodeName[]): Named[] {
  const found: Named[] = [];
  for (const { what, id } of new Map(names.map(name => [`${name.what}:${name.id}`, name])).values()) {
    const node = desk.node(what, id) as Named['node'] | undefined;
    if (node) found.push({ what, id, node });
    else desk.refuse(`The ${what} ${id} is no longer there.`, { what, id });
  }
  return found;
}

/** Whether a node goes with another one that is named. */
function standsIn(desk: Desk, { what, id }: Named, names: readonly NodeName[]): boolean {
  const at = what === 'row' ? desk.index.row(id) : what === 'topic' ? desk.index.topic(id) : undefined;
  return names.some(
    name =>
      (name.what === 'area' && name.id === at?.area.id) ||
      (name.what === 'topic' && what === 'row' && name.id === at?.topic.id),
  );
}

/** What to select when these are gone: the sibling below the last of them, else above the first, else the parent. */
function neighbourOf(desk: Desk, found: readonly Named[]): MatrixTarget | undefined {
  const last = found.at(-1);
  if (!last) return undefined;
  const { what, id } = last;
  const parent = desk.parentOf(what, id);
  const siblings = desk.siblings(what, parent) ?? [];
  const going = new Set(found.map(each => each.id));
  const at = siblings.indexOf(id);
  const near = [...siblings.slice(at + 1), ...siblings.slice(0, at).reverse()].find(each => !going.has(each));
  if (near !== undefined) return { what, id: near };
  return parent === undefined ? undefined : { what: what === 'row' ? 'topic' : 'section', id: parent };
}
