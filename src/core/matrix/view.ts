import type { ChangeKind } from '../changes/kinds.ts';
import type { BlankMeaning, Framework, Row, Topic, Withdrawn } from '../model/types.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { MatrixMarks, RowMarks, SeverityCounts } from './marks.ts';
import type { LineSince, MatrixSince, SinceMarks } from './since.ts';

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

const madeRows = new WeakMap<Row, MadeRow>();

/** The lines of a topic and its rows, for as long as nothing in it changes. */
interface MadeTopic {
  readonly levels: string;
  readonly marks: MatrixMarks | undefined;
  readonly since: SinceMarks | undefined;
  readonly lines: readonly MatrixLine[];
}

const madeTopics = new WeakMap<Topic, MadeTopic>();
const EMPTY_CELL: MatrixCell = {};

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
  const lines: MatrixLine[] = [];
  let known: Map<string, MatrixLine> | undefined;
  /** The line as it was, where it says the same; most often it stands where it stood. */
  const settled = <L extends MatrixLine>(line: L): L => {
    let before = previous?.lines[lines.length];
    if (previous && before?.key !== line.key) {
      known ??= new Map(previous.lines.map(line => [line.key, line]));
      before = known.get(line.key);
    }
    return before && same(before, line) ? (before as L) : line;
  };
  const used = new Set<string>();
  const keyOf = (prefix: string, id: string) => {
    let key = `${prefix}:${id}`;
    for (let nth = 2; used.has(key); nth++) key = `${prefix}:${id}#${nth}`;
    used.add(key);
    return key;
  };
  const push = (line: MatrixLine) => lines.push(settled(line));
  const shownOn = (node: string) => ({ marks: marks?.nodes.get(node), since: since?.lines.get(node) });

  const kinds = new Map(framework.sectionKinds.map(kind => [kind.id, kind.title]));
  // What is half typed may have no title yet.
  const levels = framework.levels.map(({ id, title = id, description }) =>
    compact({ id, title, description }),
  );
  const levelKey = JSON.stringify(levels.map(level => level.id));
  for (const area of framework.areas) {
    const { id, title, note, withdrawn } = area;
    push(
      compact({ type: 'area', key: keyOf('a', id), id, title, note, withdrawn, ...shownOn(`area:${id}`) }),
    );
    for (const { kind, note, topics } of area.sections) {
      const id = `${area.id}/${kind}`;
      const title = kinds.get(kind) ?? kind;
      push(compact({ type: 'section', key: keyOf('s', id), id, title, note, ...shownOn(`section:${id}`) }));
      for (const topic of topics) {
        const known = madeTopics.get(topic);
        const isSame = known?.levels === levelKey && known.marks === marks && known.since === since;
        if (isSame && known.lines.every(line => !used.has(line.key))) {
          for (const line of known.lines) {
            used.add(line.key);
            lines.push(line);
          }
          continue;
        }
        const from = lines.length;
        const { id, title, note, withdrawn, rows } = topic;
        const coverage = coverageOf(rows, framework.levels);
        const shown = shownOn(`topic:${id}`);
        push(compact({ type: 'topic', key: keyOf('t', id), id, title, note, withdrawn, coverage, ...shown }));
        for (const row of rows) {
          const shown = {
            marks: marks?.rows.get(row.id),
            since: since?.lines.get(`row:${row.id}`),
            cells: since?.cells.get(row.id),
          };
          const made = madeRows.get(row);
          if (made?.levels === levelKey && !used.has(made.line.key) && sameExtras(made.shown, shown)) {
            used.add(made.line.key);
            lines.push(made.line);
            continue;
          }
          const line = settled(rowLine(row, keyOf('r', row.id), framework, shown));
          madeRows.set(row, { levels: levelKey, shown, line });
          lines.push(line);
        }
        madeTopics.set(topic, { levels: levelKey, marks, since, lines: lines.slice(from) });
      }
    }
  }
  const { id, title, version, status, date } = framework.details;
  const head = compact({ id, title, version, status, date });
  return {
    head: previous && same(previous.head, head) ? previous.head : head,
    levels: previous && same(previous.levels, levels) ? previous.levels : levels,
    lines,
    ...(since && {
      since: previous?.since && same(previous.since, since.since) ? previous.since : since.since,
    }),
  };
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

type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** Leaves out what is undefined, as JSON would. */
function compact<T extends object>(value: Loose<T>): T {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key];
  return value as T;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function sameExtras(a: RowExtras, b: RowExtras): boolean {
  return (
    sameMarks(a.marks, b.marks) &&
    same(a.since, b.since) &&
    (a.cells === b.cells || same([...(a.cells ?? [])], [...(b.cells ?? [])]))
  );
}

function sameMarks(a: RowMarks | undefined, b: RowMarks | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && same([a.row, ...a.levels], [b.row, ...b.levels]);
}
