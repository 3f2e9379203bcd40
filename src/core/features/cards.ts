import { wordDiff } from '../changes/words.ts';
import type { Area, Framework, Level, Row, Section, SectionKind, Topic, Withdrawn } from '../model/types.ts';
import type { RuleMeta } from '../rules/rule.ts';
import { code, plain } from './markdown.ts';

// What is shown of each thing of a framework, as blocks of Markdown.

/** Where a row, topic or section stands: its titles from the area down; what has none is left out. */
export interface Address {
  readonly area: Area;
  readonly section?: Section;
  readonly topic?: Topic;
}

/** The titles on the way to a thing, joined. */
export function addressText(framework: Framework, { area, section, topic }: Address): string {
  const kind = section && framework.sectionKinds.find(({ id }) => id === section.kind);
  const titles = [
    area.title ?? `untitled area ${area.id}`,
    section && (kind?.title ?? section.kind),
    topic?.title,
  ];
  return titles.filter(title => title !== undefined).join(' › ');
}

/** A level: its title, its place among the levels and what it means. */
export function levelCard(framework: Framework, level: Level): string[] {
  const place = framework.levels.indexOf(level) + 1;
  const head = `**${plain(level.title)}** · level ${place} of ${framework.levels.length} · ${code(level.id)}`;
  return [head, ...texts(level.description), ...noteCard(level.note)];
}

export function sectionKindCard(kind: SectionKind): string[] {
  return [
    `**${plain(kind.title)}** · kind of section · ${code(kind.id)}`,
    ...texts(kind.description),
    ...noteCard(kind.note),
  ];
}

export function areaCard(area: Area): string[] {
  const topics = area.sections.flatMap(section => section.topics);
  return [
    `**${area.title === undefined ? 'Untitled area' : plain(area.title)}** · area ${code(area.id)} · ${counted(topics.flatMap(topic => topic.rows))}`,
    ...withdrawnCard(area.withdrawn),
    ...noteCard(area.note),
  ];
}

export function topicCard(framework: Framework, address: Address & { readonly topic: Topic }): string[] {
  const { topic, ...above } = address;
  return [
    `**${topic.title === undefined ? 'Untitled topic' : plain(topic.title)}** · topic ${code(topic.id)} · ${counted(topic.rows)}`,
    plain(addressText(framework, above)),
    ...withdrawnCard(topic.withdrawn),
    ...noteCard(topic.note),
  ];
}

/** A row with all its levels. */
export function rowCard(framework: Framework, row: Row, address: Address): string[] {
  const levels = framework.levels.map(level => {
    const text = row.statements.get(level.id);
    const shown = text === undefined ? `_${blankText(row, level.id)}_` : plain(text).replace(/\n/g, '\n  ');
    return `- **${plain(level.title)}**: ${shown}`;
  });
  return [
    `**${plain(addressText(framework, address))}** · row ${code(row.id)}`,
    ...withdrawnCard(row.withdrawn),
    levels.join('\n'),
    ...(row.splitFrom === undefined ? [] : [`Split from row ${code(row.splitFrom)}.`]),
    ...noteCard(row.note),
  ];
}

/** A statement: its address, what stands a level down and up, and the notes on it. */
export function statementCard(framework: Framework, row: Row, levelId: string, address: Address): string[] {
  const at = framework.levels.findIndex(level => level.id === levelId);
  const level = framework.levels[at];
  const neighbour = (index: number, way: string) => {
    const other = at < 0 ? undefined : framework.levels[index];
    if (!other) return [];
    const text = row.statements.get(other.id);
    const own = row.statements.get(levelId);
    return [
      `${way}, ${plain(other.title)}: ${text === undefined ? `_${blankText(row, other.id)}_` : compared(own, text)}`,
    ];
  };
  return [
    `**${plain(addressText(framework, address))}** · row ${code(row.id)} · **${plain(level?.title ?? levelId)}**`,
    ...withdrawnCard(row.withdrawn ?? address.topic?.withdrawn ?? address.area.withdrawn),
    [...neighbour(at - 1, '⬇ A level down'), ...neighbour(at + 1, '⬆ A level up')].join('\n\n'),
    ...noteCard(row.notes.get(levelId)),
    ...noteCard(row.note),
  ].filter(block => block !== '');
}

/** Below this share of like text two statements are two statements, not one with other words. */
const ALIKE = 0.4;

/** A text, with the words in bold that another text does not have; plain where the two have little in common. */
function compared(own: string | undefined, text: string): string {
  const parts = own === undefined ? [] : wordDiff(own, text).filter(({ kind }) => kind !== 'removed');
  const same = parts.reduce((sum, part) => sum + (part.kind === 'same' ? part.text.trim().length : 0), 0);
  if (same < text.length * ALIKE) return plain(text);
  const shown = parts.map(part =>
    part.kind === 'same'
      ? plain(part.text)
      : // Beside a letter, Markdown shows stars around a mark of punctuation as stars.
        plain(part.text).replace(/[\p{L}\p{N}](?:[^\n]*[\p{L}\p{N}])?/gu, words => `**${words}**`),
  );
  return shown.join('');
}

/** A rule: what it finds, why that matters and what to do. */
export function ruleCard({ id, title, severity, why, whatToDo, options = {} }: RuleMeta): string[] {
  const names = Object.keys(options).map(code);
  return [
    `**${title}** (${code(id)}), by default: ${severity}`,
    why,
    `**What to do**: ${whatToDo}`,
    ...(names.length > 0 ? [`**Options**: ${names.join(', ')}`] : []),
  ];
}

/** A term of the glossary with its meaning. */
export function termCard(term: string, meaning: string): string {
  return `**${plain(term)}**: ${plain(meaning)}`;
}

const BLANKS = {
  'not-applicable': 'not applicable',
  'as-below': 'as the level below',
  missing: 'still to be written',
};

function blankText(row: Row, level: string): string {
  const blank = row.blank.get(level);
  return blank ? BLANKS[blank] : 'nothing stated';
}

function withdrawnCard(withdrawn: Withdrawn | undefined): string[] {
  if (!withdrawn) return [];
  const { since, replacedBy = [], reason } = withdrawn;
  const by = replacedBy.length > 0 ? `, replaced by ${replacedBy.map(code).join(', ')}` : '';
  return [
    `**Withdrawn** since version ${plain(since)}${by}.${reason === undefined ? '' : ` ${plain(reason)}`}`,
  ];
}

function noteCard(note: string | undefined): string[] {
  return note === undefined ? [] : [`Note: ${plain(note)}`];
}

function texts(text: string | undefined): string[] {
  return text === undefined ? [] : [plain(text)];
}

function counted(rows: readonly Row[]): string {
  const live = rows.filter(row => !row.withdrawn);
  const statements = live.reduce((sum, row) => sum + row.statements.size, 0);
  return `${many(live.length, 'row')}, ${many(statements, 'statement')}`;
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
