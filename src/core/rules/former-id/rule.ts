import type { Framework } from '../../model/types.ts';
import type { CheckingRule } from '../rule.ts';

export const formerId: CheckingRule<'framework'> = {
  meta: {
    id: 'former-id',
    title: 'A former id that is in use elsewhere',
    severity: 'error',
    why: 'Comparisons and returned workbooks find a renamed row, topic, area or level by its former id. If that leads to two of them, one gets what is meant for the other.',
    whatToDo:
      'Keep the former id only with the one that had it, and give any other an id that was never used.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, report }) {
    for (const [what, nodes] of kindsIn(framework)) {
      if (!nodes.some(({ formerIds }) => formerIds)) continue;
      const living = new Set(nodes.map(({ id }) => id));
      const formerly = new Map<string, string>();
      for (const node of nodes)
        node.formerIds?.forEach((former, item) => {
          const at = { node, key: 'formerIds', item };
          const other = formerly.get(former);
          if (former === node.id)
            report({ message: `\`${former}\` is the id that this ${what} has now. Remove it here.`, at });
          else if (living.has(former))
            report({
              message: `\`${former}\` is the id of another ${what} in this file. Remove it here, or give that one an id of its own.`,
              at,
            });
          else if (other === node.id)
            report({ message: `\`${former}\` stands here twice. Remove one of the two.`, at });
          else if (other !== undefined)
            report({
              message: `\`${former}\` is a former id of the ${what} \`${other}\` already. Keep it with the one that had it.`,
              at,
            });
          if (other === undefined) formerly.set(former, node.id);
        });
    }
  },
};

interface Named {
  readonly id: string;
  readonly formerIds?: readonly string[] | undefined;
}

/** The nodes that have ids, by what they are: the ids of each kind are of their own. */
function kindsIn({
  levels,
  sectionKinds,
  areas,
}: Framework): readonly (readonly [string, readonly Named[]])[] {
  const topics = areas.flatMap(area => area.sections).flatMap(section => section.topics);
  return [
    ['level', levels],
    ['section kind', sectionKinds],
    ['area', areas],
    ['topic', topics],
    ['row', topics.flatMap(topic => topic.rows)],
  ];
}
