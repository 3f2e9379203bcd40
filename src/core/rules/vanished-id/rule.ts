import { indexFramework } from '../../model/index.ts';
import type { Framework } from '../../model/types.ts';
import { earlierPublished } from '../earlier.ts';
import type { CheckingRule } from '../rule.ts';
import { restored } from './restore.ts';

export const vanishedId: CheckingRule<'framework'> = {
  meta: {
    id: 'vanished-id',
    title: 'An id that was published and is gone',
    severity: 'error',
    why: 'Whoever worked by the published version looks for it, and cannot tell whether it was dropped on purpose or by mistake. What is withdrawn stays in the file, with the reason.',
    whatToDo: 'Bring it back, and withdraw it if it is no longer part of the standard.',
    scope: 'framework',
    fixable: 'unsafe',
  },
  check({ framework, isWhole, siblings, report }) {
    // What is published is not mended any more; the next draft is told.
    if (!isWhole || framework.details.status !== 'draft') return;
    const now = new Now(framework);
    for (const { framework: before } of earlierPublished(framework, siblings)) {
      const { version } = before.details;
      /** Reports what is gone once; whole areas and topics with what they held. */
      const tell = (what: Kind, id: string, node: object, key: string, holds: string) => {
        if (!now.isNews(what, id)) return;
        report({
          message: `Version ${version} has the ${what} \`${id}\`${holds}, and it is gone. Bring it back, or withdraw it.`,
          at: { node, key },
          data: { what, id, version },
        });
      };
      const isGone = (what: Kind, id: string) => {
        if (now.has(what, id)) return false;
        const renamed = now.renamed(what, id);
        if (renamed && now.isNews(what, id))
          report({
            message: `Version ${version} has this ${what} as \`${id}\`. A published id stays for ever: change \`${renamed.id}\` back.`,
            at: { node: renamed, key: 'id' },
            data: { what, id, version, renamed: renamed.id },
          });
        return !renamed;
      };
      for (const [what, was, is] of [
        ['level', before.levels, framework.levels],
        ['section kind', before.sectionKinds, framework.sectionKinds],
      ] as const)
        for (const { node, message } of goneFrom(what, was, is, version))
          if (now.isNews(what, message))
            report({ message, at: node ?? { node: framework.details, key: 'version' } });
      for (const area of before.areas) {
        const inArea = { topics: 0, rows: 0 };
        const areaGone = isGone('area', area.id);
        const areaNow = now.find('area', area.id);
        for (const topic of area.sections.flatMap(section => section.topics)) {
          const topicGone = isGone('topic', topic.id);
          const topicNow = now.find('topic', topic.id);
          const gone = topic.rows.filter(row => isGone('row', row.id));
          inArea.topics += topicGone ? 1 : 0;
          inArea.rows += gone.length;
          if (!topicGone)
            for (const row of gone)
              tell('row', row.id, topicNow ?? framework.details, 'id', quoted(row.statements));
          else if (areaNow) tell('topic', topic.id, areaNow, 'id', count([gone.length, 'row']));
          if (topicGone) for (const row of gone) now.isNews('row', row.id);
          if (areaGone && topicGone) now.isNews('topic', topic.id);
        }
        const holds = count([inArea.topics, 'topic'], [inArea.rows, 'row']);
        if (areaGone) tell('area', area.id, framework.details, 'version', holds);
      }
    }
  },
  fix: ({ loaded, siblings, data }) => {
    const from = siblings.find(({ framework }) => framework.details.version === data.version);
    const fix = from && restored(loaded, from.framework, data);
    return fix ? [fix] : [];
  },
};

type Kind = 'area' | 'topic' | 'row';

/** What is said of levels and of kinds of section that are gone. They cannot be withdrawn: statements hang on them. */
function* goneFrom(
  what: string,
  before: readonly Named[],
  now: readonly Named[],
  version: string,
): Generator<{ readonly message: string; readonly node?: { readonly node: object; readonly key: string } }> {
  const there = new Set(now.map(({ id }) => id));
  for (const { id } of before) {
    if (there.has(id)) continue;
    const renamed = now.find(({ formerIds }) => formerIds?.includes(id));
    yield renamed
      ? {
          message: `Version ${version} has this ${what} as \`${id}\`. A published id stays for ever: change \`${renamed.id}\` back.`,
          node: { node: renamed, key: 'id' },
        }
      : {
          message: `Version ${version} has the ${what} \`${id}\`, and it is gone: all that was published under it has no place any more. Bring it back, or let this stand and say why.`,
        };
  }
}

interface Named {
  readonly id: string;
  readonly formerIds?: readonly string[] | undefined;
}

/** What a framework has, and what was told already. */
class Now {
  readonly #index: ReturnType<typeof indexFramework>;
  readonly #former: Readonly<Record<Kind, Map<string, Named>>> = {
    area: new Map(),
    topic: new Map(),
    row: new Map(),
  };
  readonly #told = new Set<string>();

  constructor(framework: Framework) {
    this.#index = indexFramework(framework);
    const note = (what: Kind, node: Named) => {
      for (const id of node.formerIds ?? []) this.#former[what].set(id, node);
    };
    for (const area of framework.areas) {
      note('area', area);
      for (const topic of area.sections.flatMap(section => section.topics)) {
        note('topic', topic);
        for (const row of topic.rows) if (row.formerIds) note('row', row);
      }
    }
  }

  /** Whether an id is in use: what is something else now is for `reused-id` to tell. */
  has(what: Kind, id: string): boolean {
    const index = this.#index;
    return Boolean(index[what](id) ?? index.row(id) ?? index.topic(id) ?? index.area(id));
  }

  renamed(what: Kind, id: string): Named | undefined {
    return this.#former[what].get(id);
  }

  /** What has an id now, or had it. */
  find(what: 'area' | 'topic', id: string): Named | undefined {
    const here = what === 'area' ? this.#index.area(id)?.area : this.#index.topic(id)?.topic;
    return here ?? this.#former[what].get(id);
  }

  /** Whether this was not told before: from now on it is. */
  isNews(what: string, id: string): boolean {
    const key = `${what} ${id}`;
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }
}

/** The first words of a row. */
function quoted(statements: ReadonlyMap<string, string>): string {
  const [first = ''] = statements.values();
  const words = first.split(/\s+/);
  return first === '' ? '' : ` (“${words.slice(0, 6).join(' ')}${words.length > 6 ? ' …' : ''}”)`;
}

function count(...parts: readonly (readonly [number, string])[]): string {
  const there = parts.filter(([number]) => number > 0);
  const texts = there.map(([number, what]) => `${number} ${what}${number === 1 ? '' : 's'}`);
  return texts.length > 0 ? ` with ${texts.join(' and ')}` : '';
}
