import type { Framework } from '../../model/types.ts';
import type { CheckingRule } from '../rule.ts';

export const circularReference: CheckingRule<'framework'> = {
  meta: {
    id: 'circular-reference',
    title: 'What comes from itself, or is replaced by itself',
    severity: 'error',
    why: 'Where a row is said to be split from itself, or to be replaced by itself, by way of others or not, nobody can follow where its words came from or went.',
    whatToDo: 'Name the row that it was split from, or what stands in its place, or leave the key out.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, report }) {
    for (const [what, nodes] of kindsIn(framework)) {
      const origins = new Map<string, readonly string[]>();
      const successors = new Map<string, readonly string[]>();
      for (const { id, splitFrom, withdrawn } of nodes) {
        if (splitFrom !== undefined) origins.set(id, [splitFrom]);
        if (withdrawn?.replacedBy) successors.set(id, withdrawn.replacedBy);
      }
      for (const node of nodes) {
        const { id, splitFrom, withdrawn } = node;
        if (splitFrom === id)
          report({
            message: `This ${what} is said to be split from itself. Name another, or remove \`splitFrom\`.`,
            at: { node, key: 'splitFrom' },
          });
        else if (splitFrom !== undefined && leadsTo(id, [splitFrom], origins))
          report({
            message: `\`${splitFrom}\` was split from this ${what} in its turn. Remove \`splitFrom\` at the one that was there first.`,
            at: { node, key: 'splitFrom' },
          });
        for (const successor of withdrawn?.replacedBy ?? [])
          if (successor === id)
            report({
              message: `This ${what} is said to be replaced by itself. Name another under \`replacedBy\`, or remove it.`,
              at: { node, key: 'withdrawn' },
            });
          else if (leadsTo(id, [successor], successors))
            report({
              message: `\`${successor}\` is withdrawn and replaced by this ${what} in its turn. Name what stands in the place of both.`,
              at: { node, key: 'withdrawn' },
            });
      }
    }
  },
};

interface Referring {
  readonly id: string;
  readonly splitFrom?: string | undefined;
  readonly withdrawn?: { readonly replacedBy?: readonly string[] | undefined } | undefined;
}

/** What may refer to others of its kind. */
function kindsIn({ areas }: Framework): readonly (readonly [string, readonly Referring[]])[] {
  const topics = areas.flatMap(area => area.sections).flatMap(section => section.topics);
  return [
    ['area', areas],
    ['topic', topics],
    ['row', topics.flatMap(topic => topic.rows)],
  ];
}

/** Whether references lead from some ids to one. */
function leadsTo(
  id: string,
  from: readonly string[],
  references: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set(from);
  for (const each of seen) {
    if (each === id) return true;
    for (const next of references.get(each) ?? []) seen.add(next);
  }
  return false;
}
