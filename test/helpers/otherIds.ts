import { withIds } from '../../src/core/changes/match/withIds.ts';
import { NAMED_KINDS, namedIn } from '../../src/core/changes/named.ts';
import type { Framework } from '../../src/core/model/types.ts';

type Ids = Map<string, string>;

/** The framework with other ids everywhere, and the ids that rows and levels had. */
export function withOtherIds(framework: Framework): { framework: Framework; before: Ids } {
  const maps = NAMED_KINDS.map(kind => {
    const nodes = Array.from(namedIn(framework, kind), ({ id }, at) => [id, `${kind}-x${at}`] as const);
    return new Map(nodes);
  });
  const [level, sectionKind, area, topic, row] = maps as [Ids, Ids, Ids, Ids, Ids];
  const before = new Map([...level, ...row].map(([old, now]) => [now, old]));
  return { framework: withIds(framework, { level, sectionKind, area, topic, row }), before };
}
