import { indexFramework, type RowAt, type TopicAt } from '../../model/index.ts';
import type { Area, Framework, Topic } from '../../model/types.ts';
import { earlierPublished } from '../earlier.ts';
import type { CheckingRule, Sibling } from '../rule.ts';
import { sharedWords } from '../text/sharedWords.ts';

export const reusedId: CheckingRule<'framework'> = {
  meta: {
    id: 'reused-id',
    title: 'An id that an earlier version used for something else',
    severity: 'error',
    why: 'Comparisons, links, evidence and returned workbooks find things by their ids. An id that means something else now makes the new thing look like a rewritten old one, and carries over what was meant for that.',
    whatToDo:
      'Give the new thing an id that was never used, and bring back the old one, withdrawn if it has had its day.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, siblings, report }) {
    const earlier = earlierPublished(framework, siblings);
    if (earlier.length === 0) return;
    const tell = (node: object, id: string, { framework: { details } }: Sibling, what: string) =>
      report({
        message: `Version ${details.version} has the id \`${id}\` for ${what}. An id is never used again for something else: give this one a new id.`,
        at: { node, key: 'id' },
      });
    const now = indexFramework(framework);
    for (const area of framework.areas) {
      const last = lastWith(earlier, area.id, 'area', now);
      if (last?.kind === 'area' && isOtherArea(last.in.area(area.id)!.area, area))
        tell(area, area.id, last.by, `another area, “${last.in.area(area.id)!.area.title}”`);
      else if (last && last.kind !== 'area') tell(area, area.id, last.by, `a ${last.kind}`);
      for (const section of area.sections)
        for (const topic of section.topics) {
          const before = lastWith(earlier, topic.id, 'topic', now);
          if (before?.kind === 'topic' && isOtherTopic(before.in.topic(topic.id)!, topic))
            tell(topic, topic.id, before.by, `another topic, “${before.in.topic(topic.id)!.topic.title}”`);
          else if (before && before.kind !== 'topic') tell(topic, topic.id, before.by, article(before.kind));
          for (const row of topic.rows) {
            const old = lastWith(earlier, row.id, 'row', now);
            if (old?.kind === 'row') {
              const was = old.in.row(row.id)!;
              if (isOtherRow(was, { area, section, topic, row }))
                tell(row, row.id, old.by, `another row, under “${was.topic.title ?? was.topic.id}”`);
            } else if (old) tell(row, row.id, old.by, article(old.kind));
          }
        }
    }
  },
};

type Kind = 'area' | 'topic' | 'row';
type Index = ReturnType<typeof indexFramework>;
const KINDS: readonly Kind[] = ['area', 'topic', 'row'];

/** What rows share by chance: of those of V1.2 in different topics, 19 pairs in 20 share less. */
const UNLIKE = 0.15;

/**
 * What the newest earlier version that has an id has it for: the same kind of thing if it can be. That another kind
 * of thing has it too is no reuse, for the ids of each kind are of their own.
 */
function lastWith(earlier: readonly Sibling[], id: string, kind: Kind, now: Index) {
  for (const by of earlier) {
    const index = indexFramework(by.framework);
    if (index[kind](id)) return { by, in: index, kind };
  }
  for (const by of earlier) {
    const index = indexFramework(by.framework);
    const other = KINDS.find(each => each !== kind && index[each](id) && !now[each](id));
    if (other) return { by, in: index, kind: other };
  }
  return undefined;
}

function article(kind: Kind): string {
  return kind === 'area' ? 'an area' : `a ${kind}`;
}

function isOtherRow(was: RowAt, is: RowAt): boolean {
  const returned = was.row.withdrawn !== undefined && is.row.withdrawn === undefined;
  const moved =
    was.topic.id !== is.topic.id &&
    !is.topic.formerIds?.includes(was.topic.id) &&
    (was.topic.title === undefined || was.topic.title !== is.topic.title);
  if (!moved && !returned) return false;
  const text = ({ row }: RowAt) => [...row.statements.values()].join(' ');
  const shared = sharedWords(text(was), text(is));
  return shared !== undefined && shared < UNLIKE;
}

function isOtherTopic({ topic: was }: TopicAt, is: Topic): boolean {
  return areOthers(was.title, is.title, was.rows, is.rows);
}

function isOtherArea(was: Area, is: Area): boolean {
  return areOthers(was.title, is.title, topicsOf(was), topicsOf(is));
}

function topicsOf(area: Framework['areas'][number]): readonly Topic[] {
  return area.sections.flatMap(section => section.topics);
}

interface Named {
  readonly id: string;
  readonly formerIds?: readonly string[] | undefined;
}

/** Neither a word of the title nor one of the children is the same. */
function areOthers(
  wasTitle: string | undefined,
  isTitle: string | undefined,
  was: readonly Named[],
  is: readonly Named[],
): boolean {
  if (sharedWords(wasTitle ?? '', isTitle ?? '') !== 0 || was.length === 0 || is.length === 0) return false;
  const ids = new Set(was.map(({ id }) => id));
  return !is.some(({ id, formerIds }) => ids.has(id) || formerIds?.some(former => ids.has(former)));
}
