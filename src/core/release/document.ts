import { type Block, type Inline, quiet, strong, text } from './blocks.ts';
import { glanceOf, outdatedLines, sentence } from './glance.ts';
import { AFFECTED_LABELS, becauseText, CLASS_LABELS, DISPOSITION_LABELS, versionLabel } from './labels.ts';
import type { Release, ReleaseArea, ReleaseItem, ReleaseTopic } from './release.ts';

/** What a body publishes about a new version, as a document for people. */
export function releaseDocument(release: Release): Block[] {
  return [
    { block: 'heading', level: 1, text: `${release.title}: what changed` },
    {
      block: 'paragraph',
      parts: [quiet(`From ${versionLabel(release.from)} to ${versionLabel(release.to)}.`)],
    },
    ...atAGlance(release),
    ...summary(release),
    ...forYou(release),
    ...changeLog(release),
    ...alsoChanged(release),
    ...outdated(release),
    crosswalkAside(release),
  ];
}

function atAGlance(release: Release): Block[] {
  const { classes, sentences } = glanceOf(release);
  const paragraphs = sentences.map((line): Block => ({ block: 'paragraph', parts: [text(line)] }));
  if (classes.length === 0) return paragraphs;
  const items = classes.map(({ class: one, text: count, meaning }): Inline[] => [
    { inline: 'class', class: one },
    text(` ${count} `),
    quiet(meaning),
  ]);
  return [{ block: 'heading', level: 2, text: 'At a glance' }, { block: 'list', items }, ...paragraphs];
}

/** A topic with what it stands in; one without a title is known by its section. */
function topicCell(
  area: ReleaseArea,
  { title, section }: ReleaseTopic,
  loud: (value: string) => Inline,
): Inline[] {
  const above = title === undefined ? area.title : `${area.title} › ${section}`;
  return [loud(title ?? section), { inline: 'break' }, quiet(above)];
}

/** Topic by level, with the class that weighs most. */
function summary({ areas, levels }: Release): Block[] {
  if (areas.length === 0) return [];
  const rows = areas.flatMap(area =>
    area.topics.map(topic => [
      topicCell(area, topic, strong),
      ...levels.map((level): Inline[] => {
        const strongest = topic.strongest.get(level.id);
        return strongest === undefined ? [] : [{ inline: 'class', class: strongest }];
      }),
      [text(AFFECTED_LABELS[topic.affected])],
    ]),
  );
  return [
    { block: 'heading', level: 2, text: 'Summary' },
    {
      block: 'table',
      head: ['Topic', ...levels.map(({ title }) => title), 'Affects people already assessed'],
      rows,
    },
  ];
}

function forYou(release: Release): Block[] {
  if (release.areas.length === 0) return [];
  return [
    { block: 'heading', level: 2, text: 'What changed for you' },
    ...release.levels.flatMap((level): Block[] => {
      const topics = release.areas.flatMap(area =>
        area.topics.flatMap(topic => {
          const items = topic.items.filter(item => item.level === level.id);
          return items.length === 0 ? [] : [{ area, topic, items }];
        }),
      );
      return [
        { block: 'heading', level: 3, text: level.title },
        ...(topics.length === 0
          ? [{ block: 'paragraph' as const, parts: [text('Nothing changed at this level.')] }]
          : [
              {
                block: 'table' as const,
                head: ['Topic', 'Change', 'Statement'],
                rows: topics.flatMap(({ area, topic, items }) =>
                  items.map(item => [
                    topicCell(area, topic, text),
                    [{ inline: 'class' as const, class: item.class }],
                    [{ inline: 'words' as const, words: item.words }, ...remarks(item)],
                  ]),
                ),
              },
            ]),
      ];
    }),
  ];
}

function changeLog({ areas, levels }: Release): Block[] {
  if (areas.length === 0) return [];
  const titles = new Map(levels.map(({ id, title }) => [id, title]));
  return [
    { block: 'heading', level: 2, text: 'Change log' },
    ...areas.flatMap((area): Block[] => [
      { block: 'heading', level: 3, text: area.title },
      ...area.topics.flatMap((topic): Block[] => [
        { block: 'heading', level: 4, text: [topic.section, topic.title].filter(Boolean).join(' › ') },
        {
          block: 'list',
          // Once for each statement.
          items: topic.items.filter(({ isEcho }) => !isEcho).map(item => logLine(item, titles)),
        },
      ]),
    ]),
  ];
}

function logLine(item: ReleaseItem, titles: ReadonlyMap<string, string>): Inline[] {
  return [
    strong(`${titles.get(item.level) ?? item.level}: ${DISPOSITION_LABELS[item.disposition].toLowerCase()}`),
    text(' '),
    { inline: 'class', class: item.class },
    { inline: 'break' },
    { inline: 'words', words: item.words },
    ...remarks(item),
    { inline: 'break' },
    quiet(`Row ${item.row}. ${because(item)}`),
  ];
}

/** Where it came from, and what the maintainer says of it. */
function remarks({ elsewhere, reason }: ReleaseItem): Inline[] {
  return [
    ...(elsewhere === undefined ? [] : [{ inline: 'break' } as const, quiet(sentence(elsewhere))]),
    ...(reason === undefined ? [] : [{ inline: 'break' } as const, text(`Why: ${sentence(reason)}`)]),
  ];
}

/** What made a change of its class. */
function because({ because: found, overruled }: ReleaseItem): string {
  if (overruled !== undefined)
    return `Found as “${CLASS_LABELS[overruled]}”; the maintainer has decided otherwise.`;
  return sentence(becauseText(found));
}

function alsoChanged({ other }: Release): Block[] {
  if (other.length === 0) return [];
  return [
    { block: 'heading', level: 2, text: 'Also changed' },
    { block: 'list', items: other.map(line => [text(sentence(line))]) },
  ];
}

function outdated(release: Release): Block[] {
  const lines = outdatedLines(release);
  if (lines.length === 0) return [];
  return [
    { block: 'heading', level: 2, text: 'Reasons that no longer fit' },
    { block: 'list', items: lines.map(line => [text(line)]) },
  ];
}

function crosswalkAside({ crosswalk }: Release): Block {
  const place = (cell: (typeof crosswalk)[number]['from']): Inline[] =>
    cell ? [text(cell.text), { inline: 'break' }, quiet(`${cell.row.id}, ${cell.level}`)] : [quiet('–')];
  return {
    block: 'aside',
    title: 'Crosswalk: what became of every statement',
    blocks: [
      {
        block: 'table',
        head: ['Before', 'What became of it', 'Now'],
        rows: crosswalk.map(({ disposition, from, to, judgement }) => [
          place(from),
          [
            text(DISPOSITION_LABELS[disposition]),
            ...(judgement
              ? [{ inline: 'break' } as const, { inline: 'class' as const, class: judgement.class }]
              : []),
          ],
          place(to),
        ]),
      },
    ],
  };
}
