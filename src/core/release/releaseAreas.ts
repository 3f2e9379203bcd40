import { wordDiff } from '../changes/words.ts';
import type { Framework, Topic } from '../model/types.ts';
import type { LivingCell } from '../versions/cells.ts';
import type { Disposition } from '../versions/crosswalk.ts';
import { type BarClass, strongest } from '../versions/judgement.ts';
import type { ReasonedCrossing } from '../versions/reasons.ts';
import type { Affected, ReleaseArea, ReleaseItem, ReleaseTopic } from './release.ts';

/** Whether people who were assessed are asked more by changes of these classes. */
export function affectedBy(classes: Iterable<BarClass>): Affected {
  const found = new Set(classes);
  if (found.has('raises')) return 'yes';
  return found.has('undecided') ? 'undecided' : 'no';
}

/** The statement that a line is told under: the new one; of one that is gone, the old. */
export function placeOf({ from, to }: ReasonedCrossing): LivingCell {
  return (to ?? from)!;
}

/** The changed statements by area and topic, in the newer version's order; what only the older has comes last. */
export function releaseAreas(
  older: Framework,
  newer: Framework,
  changed: readonly ReasonedCrossing[],
): readonly ReleaseArea[] {
  const byTopic = new Map<string, ReasonedCrossing[]>();
  for (const line of changed) {
    const { id } = placeOf(line).topic;
    const list = byTopic.get(id);
    if (list) list.push(line);
    else byTopic.set(id, [line]);
  }
  const areas = new Map<string, { id: string; title: string; topics: ReleaseTopic[] }>();
  const seen = new Set<string>();
  for (const framework of [newer, older])
    for (const area of framework.areas)
      for (const section of area.sections)
        for (const topic of section.topics) {
          const lines = byTopic.get(topic.id);
          if (!lines || seen.has(topic.id)) continue;
          seen.add(topic.id);
          const kind = framework.sectionKinds.find(({ id }) => id === section.kind);
          const known = areas.get(area.id) ?? {
            id: area.id,
            title: area.title ?? 'Untitled area',
            topics: [],
          };
          known.topics.push(topicOf(lines, topic, kind?.title ?? section.kind, older));
          areas.set(area.id, known);
        }
  return [...areas.values()];
}

function topicOf(
  lines: readonly ReasonedCrossing[],
  { id, title }: Topic,
  section: string,
  older: Framework,
): ReleaseTopic {
  const items = lines.map(line => itemOf(line, older));
  const byLevel = new Map<string, BarClass[]>();
  for (const item of items) byLevel.set(item.level, [...(byLevel.get(item.level) ?? []), item.class]);
  return {
    id,
    section,
    title: title ?? 'Untitled topic',
    strongest: new Map([...byLevel].map(([level, classes]) => [level, strongest(classes)!])),
    affected: affectedBy(items.map(item => item.class)),
    items,
  };
}

function itemOf(line: ReasonedCrossing, older: Framework): ReleaseItem {
  const { disposition, from, to, judgement, said, found } = line;
  const place = placeOf(line);
  const elsewhere = from && to ? elsewhereOf(disposition, from, older) : undefined;
  return {
    disposition,
    row: place.row.id,
    level: place.level,
    words: wordDiff(from?.text ?? '', to?.text ?? ''),
    class: judgement!.class,
    because: judgement!.because,
    ...(elsewhere !== undefined && { elsewhere }),
    ...(said && { reason: said.reason }),
    ...(found && { overruled: found.class }),
  };
}

/** Where a statement came from that does not stand where it stood, as a reader would look for it. */
function elsewhereOf(disposition: Disposition, from: LivingCell, older: Framework): string | undefined {
  switch (disposition) {
    case 'relevelled':
      return older.levels.find(({ id }) => id === from.level)?.title ?? from.level;
    case 'split':
    case 'merged':
      return `row ${from.row.id}`;
    case 'moved': {
      const kind = older.sectionKinds.find(({ id }) => id === from.section.kind);
      const titles = [from.area.title, kind?.title ?? from.section.kind, from.topic.title ?? from.topic.id];
      return titles.flatMap(title => title ?? []).join(' › ');
    }
    default:
      return undefined;
  }
}
