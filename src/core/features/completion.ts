import { newRowId, newTopicId } from '../model/ids.ts';
import { eachRow, indexFramework } from '../model/index.ts';
import type { Loaded } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import { withoutFarRows } from '../yaml/document.ts';
import { misreadAs } from '../yaml/misread.ts';
import { ignoreCompletions } from './ignoreComment.ts';
import { type KeyInfo, keyInfo, keysAt, valueInfo } from './keys.ts';
import { type LineContext, lineContext } from './lineContext.ts';
import { plain } from './markdown.ts';
import { firstWords } from './outline.ts';

/** Something to go on with at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'level' | 'reference' | 'template';
  /** With `$1`, `$0` and the like where the cursor goes; further lines are indented as the first one is. */
  readonly snippet: string;
  /** What it replaces. */
  readonly start: number;
  readonly end: number;
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** Whether there is more to choose from once it stands there. */
  readonly more: boolean;
}

/**
 * What may stand at an offset, in the order in which it is best offered.
 * @param loaded of the text as it is, however broken it is at the cursor
 * @param seed anything that differs from one insertion to the next: new ids are made from it
 */
export function completions(loaded: Loaded, offset: number, seed: string): Completion[] {
  const { text, removed } = withoutFarRows(loaded.document, offset);
  const found = lineContext(text, offset - removed);
  if (!found) return ignoreCompletions(loaded.document.text, offset);
  const context = { ...found, start: found.start + removed, end: found.end + removed };
  return context.at === 'value' ? values(loaded.framework, context) : keysOrItems(loaded, context, seed);
}

type Offer = Pick<Completion, 'label' | 'kind' | 'snippet'> &
  Partial<Pick<Completion, 'detail' | 'documentation' | 'more'>>;

function offered({ start, end }: LineContext, offers: readonly Offer[]): Completion[] {
  return offers.map(offer => ({ detail: '', documentation: '', more: false, start, end, ...offer }));
}

const BY_LEVEL = new Set(['statements', 'blank', 'notes']);

function keysOrItems(loaded: Loaded, context: LineContext, seed: string): Completion[] {
  const { framework } = loaded;
  const { path, beside, shift } = context;
  const last = path.at(-1);
  if (typeof last === 'string' && BY_LEVEL.has(last) && path.length === 9)
    return offered(context, levelKeys(framework, context, last));
  const known = keysAt(path);
  const behindDash = shift > 0;
  if (known.length > 0) {
    const keys = known.filter(({ name }) => !beside.has(name)).map(info => keyOffer(info, shift));
    const item = behindDash && beside.size === 0 ? templates(framework, context, seed, '') : [];
    return offered(context, [...item, ...keys]);
  }
  if (behindDash) return values(framework, context);
  const isList = typeof last === 'string' && keyInfo(path)?.holds === 'list';
  return isList ? offered(context, templates(framework, { ...context, path: [...path, 0] }, seed, '- ')) : [];
}

function keyOffer(info: KeyInfo, shift: number): Offer {
  const { name, description, holds, values, required } = info;
  const deeper = `\n${' '.repeat(shift + 2)}`;
  const tail = { text: ' ', list: `${deeper}- `, keys: deeper }[holds];
  return {
    label: name,
    kind: 'key',
    snippet: `${name}:${name === 'formerIds' || name === 'replacedBy' ? ' [$0]' : tail}`,
    detail: required ? 'required' : 'may be left out',
    documentation: description,
    more: values !== undefined || holds === 'keys' || ['kind', 'splitFrom', 'replacedBy'].includes(name),
  };
}

/** The levels that are not there yet, the lowest first. */
function levelKeys(framework: Framework, { beside }: LineContext, under: string): Offer[] {
  const free = framework.levels.filter(({ id }) => !beside.has(id));
  return free.map(level => ({
    label: level.id,
    kind: 'level',
    snippet: `${quoted(level.id)}: `,
    detail: level.title,
    documentation: level.description === undefined ? '' : plain(level.description),
    more: under === 'blank',
  }));
}

function values(framework: Framework, context: LineContext): Completion[] {
  const { path, above } = context;
  const inList = typeof path.at(-1) === 'number';
  const key = path.at(inList ? -2 : -1);
  const allowed = (keyInfo(path) ?? valueInfo(path))?.values;
  if (allowed)
    return offered(
      context,
      allowed.map(value => ({
        label: value,
        kind: 'value',
        snippet: quoted(value),
        documentation: keyInfo(path)?.description ?? '',
      })),
    );
  if (key === 'kind' && path.length === 5) return offered(context, sectionKinds(framework, context));
  if (key !== 'splitFrom' && key !== 'replacedBy') return [];
  const owner = above[key === 'splitFrom' ? 0 : 1]?.get('id');
  return offered(
    context,
    references(framework, path).filter(({ label }) => label !== owner),
  );
}

/** The kinds of section, those first that the area has not yet. */
function sectionKinds(framework: Framework, { above }: LineContext): Offer[] {
  const area = framework.areas.find(({ id }) => id === above[1]?.get('id'));
  const has = new Set(area?.sections.map(({ kind }) => kind));
  const rank = ({ id }: { readonly id: string }) => (has.has(id) ? 1 : 0);
  return [...framework.sectionKinds]
    .sort((a, b) => rank(a) - rank(b))
    .map(kind => ({
      label: kind.id,
      kind: 'reference',
      snippet: quoted(kind.id),
      detail: has.has(kind.id) ? `${kind.title} (is there already)` : kind.title,
    }));
}

function references(framework: Framework, path: readonly (string | number)[]): Offer[] {
  const offer = (id: string, detail: string): Offer => ({
    label: id,
    kind: 'reference',
    snippet: quoted(id),
    detail,
  });
  if (path[6] === 'rows') return Array.from(eachRow(framework), ({ row }) => offer(row.id, firstWords(row)));
  if (path[4] === 'topics')
    return framework.areas.flatMap(area =>
      area.sections.flatMap(section => section.topics.map(({ id, title = '' }) => offer(id, title))),
    );
  return framework.areas.map(({ id, title = '' }) => offer(id, title));
}

/** A whole row or topic to fill in, with an id that was never used. */
function templates(framework: Framework, context: LineContext, seed: string, dash: string): Offer[] {
  const { path, above, shift } = context;
  const pad = ' '.repeat(shift || dash.length);
  const write = (lines: readonly string[]) => dash + lines.join(`\n${pad}`);
  const level = quoted(framework.levels[0]?.id ?? '');
  const rowLines = (id: string) => [`id: \${1:${id}}`, 'statements:', `  \${2:${level}}: $0`];
  if (path.length === 8 && path[6] === 'rows') {
    const id = rowIdIn(framework, above[1]?.get('id') ?? 'row', seed);
    return [{ label: 'New row', kind: 'template', snippet: write(rowLines(id)), detail: id }];
  }
  if (path.length === 6 && path[4] === 'topics') {
    const kind = above[1]?.get('kind') ?? 'topic';
    const area = above[2]?.get('id') ?? 'area';
    const id = newTopicId(undefined, { area, kind }, takenTopics(framework));
    const row = rowIdIn(framework, id, seed);
    const [first, ...more] = rowLines(row).map(line => line.replace('${2', '${4').replace('${1', '${3'));
    const lines = [
      `id: \${1:${id}}`,
      `title: \${2:Title}`,
      'rows:',
      `  - ${first}`,
      ...more.map(line => `    ${line}`),
    ];
    return [{ label: 'New topic', kind: 'template', snippet: write(lines), detail: id }];
  }
  return [];
}

function rowIdIn(framework: Framework, topic: string, seed: string): string {
  const taken = new Set<string>();
  for (const { row } of eachRow(framework))
    for (const id of [row.id, ...(row.formerIds ?? [])]) taken.add(id);
  const holder = indexFramework(framework).topic(topic)?.topic ?? { id: topic };
  return newRowId(holder, { statements: new Map([['', seed]]) }, taken);
}

function takenTopics(framework: Framework): Set<string> {
  const topics = framework.areas.flatMap(area => area.sections.flatMap(section => section.topics));
  return new Set(topics.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
}

/** As it must be written so that no tool misreads it. */
function quoted(text: string): string {
  return misreadAs(text) === undefined ? text : `"${text}"`;
}
