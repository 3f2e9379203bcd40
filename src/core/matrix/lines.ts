import type { ChangeKind } from '../changes/kinds.ts';
import { indexFramework } from '../model/index.ts';
import type { Area, BlankMeaning, Framework, Row, Topic, Withdrawn } from '../model/types.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type AreaMarks, type MatrixMarks, type RowMarks, type SeverityCounts, sameMarks } from './marks.ts';
import { compact, type Loose, same } from './same.ts';
import type { LineSince, SinceMarks } from './since.ts';

export type MatrixLine = AreaLine | SectionLine | TopicLine | RowLine;

interface Line {
  /** Unique among the lines, even where ids are not. */
  readonly key: string;
  readonly id: string;
  /** A maintainer's note. */
  readonly note?: string;
  /** That of the node itself; what stands in a withdrawn node is withdrawn with it. */
  readonly withdrawn?: Withdrawn;
  /** Findings on the node that belong to none of its cells. */
  readonly marks?: SeverityCounts;
  /** How the node differs from the version compared with, its cells aside. */
  readonly since?: LineSince;
}

export interface AreaLine extends Line {
  readonly type: 'area';
  readonly title?: string;
}

/** `id` is `area/kind`; the title is that of the kind. */
export interface SectionLine extends Line {
  readonly type: 'section';
  readonly title: string;
}

export interface TopicLine extends Line {
  readonly type: 'topic';
  readonly title?: string;
  readonly coverage: Coverage;
}

export interface RowLine extends Line {
  readonly type: 'row';
  /** One a level, in the order of the levels. */
  readonly cells: readonly MatrixCell[];
}

/** Empty where nothing is stated. */
export interface MatrixCell {
  /** Paragraphs are joined by `\n`. */
  readonly text?: string;
  readonly blank?: BlankMeaning;
  readonly note?: string;
  readonly marks?: SeverityCounts;
  /** How its statement differs from the version compared with; the words come when they are asked for. */
  readonly since?: ChangeKind;
}

/** Lines, for as long as neither their node nor what they show beside it changes. */
interface Made {
  readonly levels: string;
  readonly kinds: string;
  readonly marks: AreaMarks | undefined;
  readonly since: SinceMarks | undefined;
  readonly lines: readonly MatrixLine[];
}

interface MadeRow {
  /** The levels that its cells stand for. */
  readonly levels: string;
  readonly shown: RowExtras;
  readonly line: RowLine;
}

/** What a row shows beside its own words. */
interface RowExtras {
  readonly marks: RowMarks | undefined;
  readonly since: LineSince | undefined;
  readonly cells: ReadonlyMap<string, ChangeKind> | undefined;
}

const madeAreas = new WeakMap<Area, Made>();
const madeTopics = new WeakMap<Topic, Made>();
const madeRows = new WeakMap<Row, MadeRow>();
const EMPTY_CELL: MatrixCell = {};

/**
 * The lines of a framework. Areas, topics and rows that are the same nodes as before have the same lines, and are not
 * looked into.
 * @param before the lines of another state of it: what is made anew but says the same is taken from there
 */
export function linesOf(
  framework: Framework,
  marks: MatrixMarks | undefined,
  since: SinceMarks | undefined,
  before: readonly MatrixLine[] = [],
): readonly MatrixLine[] {
  const levels = JSON.stringify(framework.levels.map(level => level.id));
  const titles = new Map(framework.sectionKinds.map(kind => [kind.id, kind.title]));
  const kinds = JSON.stringify([...titles]);
  const { hasUniqueIds } = indexFramework(framework);

  /** Where ids are not unique, a key says which of them it is; then nothing is taken for known. */
  const used = new Set<string>();
  const keyOf = (prefix: string, id: string) => {
    let key = `${prefix}:${id}`;
    if (hasUniqueIds) return key;
    for (let nth = 2; used.has(key); nth++) key = `${prefix}:${id}#${nth}`;
    used.add(key);
    return key;
  };
  type Make = (marks: AreaMarks | undefined) => readonly MatrixLine[];
  const known = <N extends object>(
    all: WeakMap<N, Made>,
    node: N,
    marks: AreaMarks | undefined,
    make: Make,
  ) => {
    const was = hasUniqueIds ? all.get(node) : undefined;
    if (was?.levels === levels && was.kinds === kinds && was.marks === marks && was.since === since)
      return was.lines;
    const lines = make(marks);
    if (hasUniqueIds) all.set(node, { levels, kinds, marks, since, lines });
    return lines;
  };

  let byKey: Map<string, MatrixLine> | undefined;
  /** The line as it was, where it says the same; most often it stands where it stood. */
  const settled = <L extends MatrixLine>(line: L, at: number): L => {
    let was = before[at];
    if (before.length > 0 && was?.key !== line.key) {
      byKey ??= new Map(before.map(line => [line.key, line]));
      was = byKey.get(line.key);
    }
    return was && same(was, line) ? (was as L) : line;
  };

  const ofArea = (area: Area, marks: AreaMarks | undefined, at: number): MatrixLine[] => {
    const shownOn = (node: string) => ({ marks: marks?.nodes.get(node), since: since?.lines.get(node) });
    const lines: MatrixLine[] = [];
    const add = (line: MatrixLine) => lines.push(settled(line, at + lines.length));

    const { id, title, note, withdrawn } = area;
    add(compact({ type: 'area', key: keyOf('a', id), id, title, note, withdrawn, ...shownOn(`area:${id}`) }));
    for (const { kind, note, topics } of area.sections) {
      const id = `${area.id}/${kind}`;
      const title = titles.get(kind) ?? kind;
      add(compact({ type: 'section', key: keyOf('s', id), id, title, note, ...shownOn(`section:${id}`) }));
      for (const topic of topics) {
        const from = at + lines.length;
        const shown = shownOn(`topic:${topic.id}`);
        for (const line of known(madeTopics, topic, marks, () => ofTopic(topic, marks, shown, from)))
          lines.push(line);
      }
    }
    return lines;
  };

  const ofTopic = (
    { id, title, note, withdrawn, rows }: Topic,
    marks: AreaMarks | undefined,
    shown: Loose<Pick<TopicLine, 'marks' | 'since'>>,
    at: number,
  ): MatrixLine[] => {
    const coverage = coverageOf(rows, framework.levels);
    const head = { type: 'topic' as const, key: keyOf('t', id), id, title, note, withdrawn, coverage };
    const lines: MatrixLine[] = [settled(compact<TopicLine>({ ...head, ...shown }), at)];
    for (const row of rows) lines.push(ofRow(row, marks?.rows.get(row.id), at + lines.length));
    return lines;
  };

  const ofRow = (row: Row, marks: RowMarks | undefined, at: number): RowLine => {
    const { id } = row;
    const shown = { marks, since: since?.lines.get(`row:${id}`), cells: since?.cells.get(id) };
    const was = hasUniqueIds ? madeRows.get(row) : undefined;
    if (was?.levels === levels && sameExtras(was.shown, shown)) return was.line;
    const line = settled(rowLine(row, keyOf('r', id), framework, shown), at);
    if (hasUniqueIds) madeRows.set(row, { levels, shown, line });
    return line;
  };

  const areas: (readonly MatrixLine[])[] = [];
  let at = 0;
  for (const area of framework.areas) {
    const lines = known(madeAreas, area, marks?.get(area.id), marks => ofArea(area, marks, at));
    areas.push(lines);
    at += lines.length;
  }
  // Many times as quick as `flat`.
  return ([] as MatrixLine[]).concat(...areas);
}

function rowLine(row: Row, key: string, framework: Framework, shown: RowExtras): RowLine {
  const { marks } = shown;
  const cells = framework.levels.map(level => {
    const text = row.statements.get(level.id);
    const blank = text === undefined ? row.blank.get(level.id) : undefined;
    const note = row.notes.get(level.id);
    const at = marks?.levels.get(level.id);
    const since = shown.cells?.get(level.id);
    if ([text, blank, note, at, since].every(part => part === undefined)) return EMPTY_CELL;
    return compact<MatrixCell>({ text, blank, note, marks: at, since });
  });
  const { id, note, withdrawn } = row;
  const { since } = shown;
  return compact<RowLine>({ type: 'row', key, id, cells, note, withdrawn, marks: marks?.row, since });
}

function sameExtras(a: RowExtras, b: RowExtras): boolean {
  return (
    sameMarks(a.marks, b.marks) &&
    same(a.since, b.since) &&
    (a.cells === b.cells || same([...(a.cells ?? [])], [...(b.cells ?? [])]))
  );
}
