import type { Loaded } from '../model/load.ts';
import { type Located, locate } from '../model/locate.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { NotesByPlace } from '../review/notes.ts';
import { ruleOf } from '../rules/allRules.ts';
import type { Finding } from '../rules/finding.ts';
import { scalarSpan } from '../rules/scalarSpan.ts';
import { endOf, holds, startOf } from '../yaml/nodes.ts';
import {
  areaCard,
  levelCard,
  rowCard,
  sectionKindCard,
  statementCard,
  termCard,
  topicCard,
} from './cards.ts';
import { findRow, findTopic, type TermAt, termsIn } from './find.ts';
import { notesOn } from './hoverNotes.ts';
import { ignoreHover } from './ignoreComment.ts';
import { keyInfo, valueInfo } from './keys.ts';
import { lifeOf, type Past } from './life.ts';
import { code, plain } from './markdown.ts';

export interface Hover {
  /** What it is about, in offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** Markdown, free of HTML and links. */
  readonly blocks: readonly string[];
}

/**
 * What there is to say about the thing at an offset.
 * @param findings those of the file: the reasons of the ones at the offset are given as well
 * @param notes what reviewers said
 * @param past what is known of earlier versions
 */
export function hover(
  loaded: Loaded,
  offset: number,
  findings: readonly Finding[] = [],
  notes: NotesByPlace = new Map(),
  past?: Past,
): Hover | undefined {
  const found = locate(loaded, offset);
  const blocks = found.scalar
    ? [
        ...blocksOf(loaded, found, offset),
        ...lifeAt(loaded, found, past),
        ...notesOn(loaded.framework, found, notes),
      ]
    : [];
  const here = findings.filter(({ start, end }) => start <= offset && offset <= end);
  const whys = [...new Set(here.map(finding => finding.rule))].flatMap(whyOf);
  if (blocks.length + whys.length === 0)
    return found.scalar ? undefined : ignoreHover(loaded.document.text, offset);
  const { start, end } = found.scalar
    ? { start: startOf(found.scalar), end: endOf(found.scalar) }
    : { start: here[0]!.start, end: here[0]!.end };
  return { start, end, blocks: [...blocks, ...whys] };
}

/** The life of the row or the statement at a place. */
function lifeAt(
  { framework }: Loaded,
  { row, part, path, level }: Located,
  past: Past | undefined,
): string[] {
  if (!row || !past || part === 'key') return [];
  if (path[8] === 'statements' && level !== undefined) return lifeOf(framework, row.id, level, past);
  return path.length === 9 && path[8] === 'id' ? lifeOf(framework, row.id, undefined, past) : [];
}

function whyOf(id: string): string[] {
  const meta = ruleOf(id)?.meta;
  return meta ? [`**Why it matters**: ${meta.why}\n\n**What to do**: ${meta.whatToDo}`] : [];
}

function blocksOf(loaded: Loaded, found: Located, offset: number): string[] {
  const { framework } = loaded;
  const { path, level, row } = found;
  const address = row && found.area && { area: found.area, section: found.section!, topic: found.topic! };
  const text = found.scalar!.text;
  if (level !== undefined && found.part === 'key') {
    const known = framework.levels.find(({ id }) => id === level);
    return known ? levelCard(framework, known) : [];
  }
  if (found.part === 'key') return keyBlocks(path, text);
  const key = path.at(typeof path.at(-1) === 'number' ? -2 : -1);
  if (level !== undefined && path[8] === 'statements' && address) {
    const term = termAt(loaded, found, offset);
    return [
      ...(term ? [termCard(term.term, term.meaning)] : []),
      ...statementCard(framework, row, level, address),
    ];
  }
  if (key === 'id' || key === 'title') {
    const card = cardOf(loaded, found);
    if (card) return card;
  }
  if (key === 'kind' && found.section) {
    const kind = framework.sectionKinds.find(({ id }) => id === text);
    return kind ? sectionKindCard(kind) : [];
  }
  if (key === 'splitFrom' || key === 'replacedBy') return referredTo(loaded, found, text);
  if (path[0] === 'glossary' && path.length === 2) return [termCard(String(path[1]), text)];
  return keyBlocks(path, String(key ?? ''));
}

/** The thing that an id or a title names. */
function cardOf({ framework }: Loaded, found: Located): string[] | undefined {
  const { area, section, topic, row } = found;
  if (found.levelEntry) return levelCard(framework, found.levelEntry);
  if (found.kindEntry) return sectionKindCard(found.kindEntry);
  if (row && area) return rowCard(framework, row, { area, section: section!, topic: topic! });
  if (topic && area) return topicCard(framework, { area, section: section!, topic });
  return area && !section ? areaCard(area) : undefined;
}

/** What an id refers to: the same kind of thing as the one that refers. */
function referredTo({ framework }: Loaded, found: Located, id: string): string[] {
  if (found.row) {
    const other = findRow(framework, id);
    return other ? rowCard(framework, other.row, other.address) : [];
  }
  if (found.topic) {
    const other = findTopic(framework, id);
    return other ? topicCard(framework, other) : [];
  }
  const area = framework.areas.find(other => other.id === id);
  return area ? areaCard(area) : [];
}

/** The term of the glossary that stands at an offset of a statement. */
function termAt({ framework }: Loaded, { scalar }: Located, offset: number): TermAt | undefined {
  const text = normaliseStatement(scalar!.text);
  return termsIn(text, framework.glossary).find(({ from, to }) =>
    holds(scalarSpan(scalar!, text, [from, to]), offset),
  );
}

/** What the format says of a key, or of the value under one that the author names. */
function keyBlocks(path: readonly (string | number)[], name: string): string[] {
  if (name.startsWith('x-'))
    return [
      `**${plain(name)}** · data of your own`,
      'It is kept as it is and travels with what it belongs to.',
    ];
  let depth = path.length;
  while (typeof path[depth - 1] === 'number') depth--;
  const upToKey = path.slice(0, depth);
  const info = keyInfo(upToKey);
  if (info) {
    const holds = { text: 'text', list: 'a list', keys: 'a set of keys' }[info.holds];
    return [
      `**${plain(name)}** · ${holds}${info.required ? '' : ', may be left out'}`,
      info.description,
      ...allowed(info.values),
    ];
  }
  const value = valueInfo(upToKey);
  return value?.description ? [value.description, ...allowed(value.values)] : [];
}

function allowed(values: readonly string[] | undefined): string[] {
  if (!values) return [];
  return [`${values.length === 1 ? 'Always' : 'One of'} ${values.map(code).join(', ')}.`];
}
