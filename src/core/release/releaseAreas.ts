import { wordDiff } from '../changes/words.ts';
import type { Framework, Topic } from '../model/types.ts';
import type { LivingCell } from '../versions/cells.ts';
import { type BarClass, strongest } from '../versions/judgement.ts';
import type { ReasonedCrossing } from '../versions/reasons.ts';
import type { Affected, ReleaseArea, ReleaseItem, ReleaseTopic } from './release.ts';

/** Whether people who were assessed are asked more by changes of these classes. */
export function affectedBy(classes: Iterable<BarClass>): Affected {
  const found = new Set(classes);
  if (found.has('raises')) return 'yes';
  return found.has('undecided') ? 'undecided' : 'no';
}

/** The statement that a line is told under: the new one; of one that is gone, its words kept elsewhere or not, the old. */
function placeOf({ disposition, from, to }: ReasonedCrossing): LivingCell {
  return (disposition === 'merged' ? (from ?? to) : (to ?? from))!;
}

/**
 * The level that a line is told under: where one is asked for it, or was.
 * @param levelNow what a level of the older version is called in the newer one
 */
export function levelOf(
  { disposition, from, to }: ReasonedCrossing,
  levelNow: (older: string) => string,
): string {
  const isGone = !to || disposition === 'merged';
  return isGone && from ? levelNow(from.level) : to!.level;
}

/** The changed statements by area and topic, in the newer version's order; what only the older has comes last. */
export function releaseAreas(
  older: Framework,
  newer: Framework,
  changed: readonly ReasonedCrossing[],
  levelNow: (older: string) => string,
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
          known.topics.push(topicOf(lines, topic, kind?.title ?? section.kind, { older, newer, levelNow }));
          areas.set(area.id, known);
        }
  return [...areas.values()];
}

interface Versions {
  readonly older: Framework;
  readonly newer: Framework;
  readonly levelNow: (older: string) => string;
}

function topicOf(
  lines: readonly ReasonedCrossing[],
  { id, title }: Topic,
  section: string,
  versions: Versions,
): ReleaseTopic {
  const items = lines.map(line => itemOf(line, lines, versions));
  const byLevel = new Map<string, BarClass[]>();
  for (const item of items) byLevel.set(item.level, [...(byLevel.get(item.level) ?? []), item.class]);
  return {
    id,
    section,
    ...(title !== undefined && { title }),
    strongest: new Map([...byLevel].map(([level, classes]) => [level, strongest(classes)!])),
    affected: affectedBy(items.map(item => item.class)),
    items,
  };
}

function itemOf(
  line: ReasonedCrossing,
  beside: readonly ReasonedCrossing[],
  { older, newer, levelNow }: Versions,
): ReleaseItem {
  const { disposition, judgement, said, found, why } = line;
  const elsewhere = elsewhereOf(line, beside, older, newer);
  const reason = said?.reason ?? why;
  return {
    disposition,
    row: placeOf(line).row.id,
    level: levelOf(line, levelNow),
    words: wordsOf(line),
    class: judgement!.class,
    because: judgement!.because,
    ...(elsewhere !== undefined && { elsewhere }),
    ...(reason !== undefined && { reason }),
    ...(found && { overruled: found.class }),
  };
}

/** What changed in a statement; of its parts and heirs each tells what is its own. */
function wordsOf({ disposition, from, to }: ReasonedCrossing): ReleaseItem['words'] {
  if (disposition === 'merged') return wordDiff(from?.text ?? '', '');
  const words = wordDiff(from?.text ?? '', to?.text ?? '');
  return disposition === 'split' ? words.filter(({ kind }) => kind !== 'removed') : words;
}

/** Where a statement came from or went to that does not stand where it stood, as a reader would look for it. */
function elsewhereOf(
  { disposition, from, to }: ReasonedCrossing,
  beside: readonly ReasonedCrossing[],
  older: Framework,
  newer: Framework,
): string | undefined {
  if (!from || !to) return undefined;
  switch (disposition) {
    case 'relevelled':
      return `From ${levelTitle(from.level, older)}`;
    case 'split':
      return `Out of row ${from.row.id}`;
    case 'merged':
      return `Into row ${to.row.id}, ${levelTitle(to.level, newer)}: “${to.text}”`;
    case 'moved': {
      const kind = older.sectionKinds.find(({ id }) => id === from.section.kind);
      const titles = [from.area.title, kind?.title ?? from.section.kind, from.topic.title];
      return `From ${titles.flatMap(title => title ?? []).join(' › ')}`;
    }
    case 'reworded': {
      const part = beside.find(line => line.disposition === 'split' && line.from === from)?.to;
      return part && `In part to row ${part.row.id}`;
    }
    default:
      return undefined;
  }
}

function levelTitle(level: string, { levels }: Framework): string {
  return levels.find(({ id }) => id === level)?.title ?? level;
}
