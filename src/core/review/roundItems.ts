import { indexFramework } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import type { Sent } from '../sheet/sent.ts';
import type { Sliced } from '../slices.ts';
import { agreementOf, wasSent } from './agreement.ts';
import type { ReviewNote } from './notes.ts';
import type { RoundItem, RoundVersion } from './round.ts';
import { areaOf, placeOf, rowText, type Thing } from './roundThings.ts';

/** An item while it is put together. */
export interface Draft {
  readonly thing: Thing;
  readonly versions: Map<
    string,
    { readonly sentence: string; readonly after?: string; readonly by: Set<string> }
  >;
  readonly notes: ReviewNote[];
}

export interface RoundContext {
  readonly base: Framework;
  /** With all that is agreed: it knows the new rows. */
  readonly merged: Framework;
  readonly today: Framework;
  /** By name; the scope is what each was sent. */
  readonly reviewers: readonly { readonly name: string; readonly scope: Sent['scope'] }[];
}

/** So many changes or items are looked at before others may have a turn. */
export const AT_A_TIME = 256;

/** The items in document order: each thing of the framework first, then its rows and their levels. In slices. */
export function* puttingInOrder(drafts: readonly Draft[], context: RoundContext): Sliced<RoundItem[]> {
  const order = orderOf(context);
  const againstOf = clashes(drafts, context.base);
  const items: { readonly item: RoundItem; readonly at: readonly [number, number] }[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (index % AT_A_TIME === 0) yield;
    items.push({ item: itemOf(draft, context, againstOf(draft)), at: order(draft.thing) });
  }
  yield;
  return items
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}

/** What is in no framework, such as a row that only a refused version adds, stands behind its topic or area. */
function orderOf({ merged, base }: RoundContext): (thing: Thing) => readonly [number, number] {
  const places = new Map<string, number>();
  for (const framework of [merged, base])
    for (const area of framework.areas) {
      const at = (id: string) => {
        if (!places.has(id)) places.set(id, places.size);
      };
      at(`area ${area.id}`);
      for (const section of area.sections)
        for (const topic of section.topics) {
          at(`topic ${topic.id}`);
          for (const row of topic.rows) at(`row ${row.id}`);
        }
    }
  const levels = new Map(merged.levels.map(({ id }, index) => [id, index]));
  return ({ row, topic, area, level }) => [
    places.get(`row ${row}`) ?? places.get(`topic ${topic}`) ?? places.get(`area ${area}`) ?? -1,
    levels.get(level ?? '') ?? -1,
  ];
}

/** Who deletes a row says something of its statements, and who changes them of its deletion. */
function clashes(drafts: readonly Draft[], base: Framework): (draft: Draft) => ReadonlySet<string> {
  const known = indexFramework(base);
  const deletes = ({ thing: { id, row } }: Draft) =>
    row !== undefined &&
    (id === `row:${row}:withdrawn` || (id === `row:${row}` && known.row(row) !== undefined));
  const by = { deleted: new Map<string, Set<string>>(), changed: new Map<string, Set<string>>() };
  for (const draft of drafts) {
    const { row, isText } = draft.thing;
    if (row === undefined || !(isText || deletes(draft))) continue;
    const rows = deletes(draft) ? by.deleted : by.changed;
    const names = rows.get(row) ?? new Set<string>();
    rows.set(row, names);
    for (const version of draft.versions.values()) for (const name of version.by) names.add(name);
  }
  return draft => (deletes(draft) ? by.changed : by.deleted).get(draft.thing.row ?? '') ?? new Set();
}

/** @param against who wants what this cannot be had with */
function itemOf(
  { thing, versions, notes }: Draft,
  context: RoundContext,
  against: ReadonlySet<string>,
): RoundItem {
  const { base, merged, today, reviewers } = context;
  const { isText, before: sent, ...about } = thing;
  const at = placeOf(thing, [base, merged]);
  const area = areaOf(thing, [base, merged]);
  const kind = at && base.sectionKinds.find(({ id }) => id === at.section.kind);
  const level = base.levels.find(({ id }) => id === thing.level);
  const textIn = (framework: Framework) =>
    thing.row === undefined || thing.level === undefined
      ? undefined
      : indexFramework(framework).row(thing.row)?.row.statements.get(thing.level);
  const whole = thing.row !== undefined && thing.level === undefined && !isText;
  const row = whole ? indexFramework(base).row(thing.row ?? '')?.row : undefined;
  const before = sent ?? (isText ? textIn(base) : row && rowText(row, base.levels));
  const now = isText ? textIn(today) : undefined;
  const listed = [...versions.values()]
    .map(({ by, ...version }): RoundVersion => ({ ...version, reviewers: [...by].sort() }))
    .sort((a, b) => b.reviewers.length - a.reviewers.length || (a.reviewers[0]! < b.reviewers[0]! ? -1 : 1));
  const changed = new Set(listed.flatMap(version => version.reviewers));
  // Only where somebody wants this at all.
  const rivals = [...against].filter(name => !changed.has(name)).sort();
  const others = listed.length > 0 && rivals.length > 0 ? [rivals] : [];
  const unchanged = reviewers
    .filter(
      ({ name, scope }) => !changed.has(name) && !against.has(name) && wasSent(scope, area?.id, thing.level),
    )
    .map(({ name }) => name);
  return {
    ...about,
    ...(area && { area: area.id }),
    ...(area?.title !== undefined && { areaTitle: area.title }),
    ...(kind && { sectionTitle: kind.title }),
    ...(at && { topic: at.topic.id }),
    ...(at?.topic.title !== undefined && { topicTitle: at.topic.title }),
    ...(level && { levelTitle: level.title }),
    ...(before !== undefined && { before }),
    ...(now !== undefined && now !== before && { today: now }),
    versions: listed,
    unchanged,
    agreement: agreementOf([...listed.map(version => version.reviewers), ...others], unchanged.length),
    notes,
  };
}
