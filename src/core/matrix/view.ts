import type { Framework } from '../model/types.ts';
import { linesOf, type MatrixLine } from './lines.ts';
import type { MatrixMarks } from './marks.ts';
import { compact, same } from './same.ts';
import type { MatrixSince, SinceMarks } from './since.ts';

/**
 * The framework as the level matrix shows it: plain, JSON-safe data. A flat list of lines (area, section,
 * topic and row, in document order), each with a key that stays as long as its node has its id.
 */
export interface MatrixView {
  readonly head: MatrixHead;
  readonly levels: readonly MatrixLevel[];
  readonly lines: readonly MatrixLine[];
  /** The version that `since` marks compare with. */
  readonly since?: MatrixSince;
}

export interface MatrixHead {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly status: 'draft' | 'published';
  readonly date?: string;
}

/** A column. */
export interface MatrixLevel {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/**
 * What the matrix shows of a framework. Parts that did not change are the very objects of `previous`, so that
 * the next comparison costs little.
 * @param framework as loaded, which may be only what could be read
 * @param marks findings to show in their cells
 * @param previous the view before, of any framework
 * @param since how it differs from another version
 */
export function matrixView(
  framework: Framework,
  marks?: MatrixMarks,
  previous?: MatrixView,
  since?: SinceMarks,
): MatrixView {
  // What is half typed may have no title yet.
  const levels = framework.levels.map(({ id, title = id, description }) =>
    compact({ id, title, description }),
  );
  const { id, title, version, status, date } = framework.details;
  const head = compact({ id, title, version, status, date });
  return {
    head: previous && same(previous.head, head) ? previous.head : head,
    levels: previous && same(previous.levels, levels) ? previous.levels : levels,
    lines: linesOf(framework, marks, since, previous?.lines),
    ...(since && {
      since: previous?.since && same(previous.since, since.since) ? previous.since : since.since,
    }),
  };
}
