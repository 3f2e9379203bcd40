import type { Framework } from '../core/index.ts';
import { Failure } from './failure.ts';
import { listed } from './format/words.ts';

/** A part of a framework, by ids; a key that is absent means all of them. */
export interface Scope {
  readonly areas?: readonly string[];
  readonly levels?: readonly string[];
}

/**
 * The part of a framework that `--scope` names.
 * @param given ids of areas and levels, parted by commas; `area:ID` or `level:ID` where both have such an id
 * @throws Failure if one of them is neither, both, or withdrawn
 */
export function scopeOf(framework: Framework, given: string, name: string): Scope {
  const areas: string[] = [];
  const levels: string[] = [];
  const wanted = given.split(',').map(id => id.trim());
  for (const word of wanted.filter(id => id !== '')) {
    const [, only, id] = /^(?:(area|level):)?(.*)$/.exec(word) as unknown as [string, string?, string?];
    const area = only === 'level' ? undefined : framework.areas.find(each => each.id === id);
    const level = only === 'area' ? undefined : framework.levels.find(each => each.id === id);
    if (area && level)
      throw new Failure(
        name,
        `--scope ${word} is both an area and a level: write area:${id} or level:${id}.`,
      );
    if (area?.withdrawn)
      throw new Failure(name, `--scope ${word} is an area that was withdrawn: choose another.`);
    if (area) areas.push(area.id);
    else if (level) levels.push(level.id);
    else throw new Failure(name, `--scope ${word} is no area or level of it: choose ${choices(framework)}.`);
  }
  if (areas.length + levels.length === 0)
    throw new Failure(name, `--scope names nothing: choose ${choices(framework)}.`);
  return { ...(areas.length > 0 && { areas }), ...(levels.length > 0 && { levels }) };
}

function choices({ areas, levels }: Framework): string {
  const ids = (nodes: readonly { readonly id: string }[]) => listed(nodes.map(({ id }) => id));
  return `from the areas ${ids(areas.filter(area => !area.withdrawn))} and the levels ${ids(levels)}`;
}
