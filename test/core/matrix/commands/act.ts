import { expect } from 'vitest';
import { applyChanges } from '../../../../src/core/changes/applyChanges.ts';
import { invert } from '../../../../src/core/changes/invert.ts';
import type { MatrixCommand } from '../../../../src/core/matrix/commands/command.ts';
import { type ResolvedCommand, resolveCommand } from '../../../../src/core/matrix/commands/resolve.ts';
import { sameMeaning } from '../../../../src/core/model/equal.ts';
import { indexFramework } from '../../../../src/core/model/index.ts';
import type { Framework, Row } from '../../../../src/core/model/types.ts';
import type { PublishedIds } from '../../../../src/core/publish/publishedRows.ts';

export interface Acted extends ResolvedCommand {
  readonly after: Framework;
  row(id: string): Row | undefined;
  /** The reasons of what was refused. */
  readonly reasons: readonly string[];
}

/** Does a command in a framework. Its changes must apply, all of them, and their inverse must take them back. */
export function act(framework: Framework, command: MatrixCommand, published?: PublishedIds): Acted {
  const resolved = resolveCommand(framework, command, { published, salt: 'salt' });
  const { framework: after, refused } = applyChanges(framework, resolved.changes);
  expect(refused).toEqual([]);
  const back = applyChanges(after, invert(resolved.changes));
  expect(back.refused).toEqual([]);
  expect(sameMeaning(back.framework, framework)).toBe(true);
  return {
    ...resolved,
    after,
    row: id => indexFramework(after).row(id)?.row,
    reasons: resolved.refusals.map(({ reason }) => reason),
  };
}

/** What published versions hold. */
export function published(ids: { row?: string[]; topic?: string[]; area?: string[] }): PublishedIds {
  const set = (list: string[] = []) => new Set(list);
  return { row: set(ids.row), topic: set(ids.topic), area: set(ids.area), level: new Set() };
}

export function texts(row: Row | undefined): Record<string, string> {
  return Object.fromEntries(row?.statements ?? []);
}
