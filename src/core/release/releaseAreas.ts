import { wordDiff } from '../changes/words.ts';
import { indexFramework } from '../model/index.ts';
import type { Framework, Level, Topic } from '../model/types.ts';
import { listed } from '../text/listed.ts';
import type { LivingCell } from '../versions/cells.ts';
import type { Replacement } from '../versions/crosswalk.ts';
import { type BarClass, type Judgement, strongest } from '../versions/judgement.ts';
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

/** What a line says to the people of a level. */
interface Told {
  readonly level: string;
  readonly judgement: Judgement;
  readonly isEcho?: true;
}

/**
 * The levels that a line is told under: where one is asked for it, or was. What went to another level is told at both.
 * Who is at the lower one is asked more, or less; who is at the higher one is asked the same, as all that is asked below.
 */
export function toldAt(
  { disposition, from, to, judgement }: ReasonedCrossing,
  { levels, levelNow }: Pick<Versions, 'levels' | 'levelNow'>,
): Told[] {
  if (!judgement) return [];
  const isGone = !to || disposition === 'merged';
  if (disposition !== 'relevelled' || !from || !to)
    return [{ level: isGone && from ? levelNow(from.level) : to!.level, judgement }];
  const rank = (level: string) => levels.findIndex(({ id }) => id === level);
  const both = [levelNow(from.level), to.level];
  const [lower, higher] = both.sort((a, b) => rank(a) - rank(b)) as [string, string];
  const same: Judgement = {
    class: 'editorial',
    because: [
      { reason: `the same words, at ${titleIn(levels, lower)} ${lower === to.level ? 'now' : 'before'}` },
    ],
  };
  return [
    { level: lower, judgement },
    { level: higher, judgement: same, isEcho: true },
  ];
}

/** The changed statements by area and topic, in the newer version's order; what only the older has comes last. */
export function releaseAreas(
  changed: readonly ReasonedCrossing[],
  versions: Versions,
): readonly ReleaseArea[] {
  const { older, newer } = versions;
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
          known.topics.push(topicOf(lines, topic, kind?.title ?? section.kind, versions));
          areas.set(area.id, known);
        }
  return [...areas.values()];
}

export interface Versions {
  readonly older: Framework;
  readonly newer: Framework;
  /** What a level of the older version is called in the newer one. */
  readonly levelNow: (older: string) => string;
  /** All levels of both, from the lowest. */
  readonly levels: readonly Level[];
}

function topicOf(
  lines: readonly ReasonedCrossing[],
  { id, title }: Topic,
  section: string,
  versions: Versions,
): ReleaseTopic {
  const items = lines.flatMap(line =>
    toldAt(line, versions).map(told => itemOf(line, told, lines, versions)),
  );
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
  { level, judgement, isEcho }: Told,
  beside: readonly ReasonedCrossing[],
  versions: Versions,
): ReleaseItem {
  const { disposition, said, found, why } = line;
  const elsewhere = elsewhereOf(line, level, beside, versions);
  const reason = said?.reason ?? why;
  return {
    disposition,
    row: placeOf(line).row.id,
    level,
    ...(isEcho && { isEcho }),
    words: wordsOf(line),
    class: judgement.class,
    because: judgement.because,
    ...(elsewhere !== undefined && { elsewhere }),
    ...(reason !== undefined && { reason }),
    ...(found && !isEcho && { overruled: found.class }),
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
  { disposition, from, to, instead }: ReasonedCrossing,
  level: string,
  beside: readonly ReasonedCrossing[],
  { older, newer }: Versions,
): string | undefined {
  if (instead) return `In its place: ${listed(instead.map(one => nameOf(one, newer)))}`;
  if (!from || !to) return undefined;
  switch (disposition) {
    case 'relevelled':
      return level === to.level
        ? `From ${levelTitle(from.level, older)}`
        : `At ${levelTitle(to.level, newer)} now`;
    case 'split':
      return `Out of row ${from.row.id}`;
    case 'merged':
      return `Into row ${to.row.id}, ${levelTitle(to.level, newer)}: “${to.text}”`;
    case 'moved': {
      // It stands where it stood, but for its row.
      if (from.row.id !== to.row.id && [from, to].map(placeIn).every((place, _, all) => place === all[0]))
        return `Out of row ${from.row.id}`;
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
  return titleIn(levels, level);
}

function titleIn(levels: readonly Level[], level: string): string {
  return levels.find(({ id }) => id === level)?.title ?? level;
}

function placeIn({ area, section, topic }: LivingCell): string {
  return JSON.stringify([area.id, section.kind, topic.id]);
}

/** A row as maintainers know it; a topic or an area by its title. */
function nameOf({ what, id }: Replacement, newer: Framework): string {
  if (what === 'row') return `row ${id}`;
  const index = indexFramework(newer);
  const title = what === 'topic' ? index.topic(id)?.topic.title : index.area(id)?.area.title;
  return title === undefined ? `${what} ${id}` : `the ${what} “${title}”`;
}
