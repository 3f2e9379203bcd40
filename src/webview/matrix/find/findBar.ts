import type { FindQuery, FoundCell, FoundMessage, MatrixTarget } from '../../../protocol/matrix.ts';
import { debounced } from '../../shared/dom.ts';
import { highlightRanges, rangesIn } from '../../shared/highlight.ts';
import type { Hands } from '../edit/scene.ts';
import type { Viewport } from '../grid/viewport.ts';
import { positionOf } from '../state/places.ts';
import type { State } from '../state/store.ts';
import { UNTITLED_AREA } from '../words.ts';
import { createFindFields } from './findFields.ts';

export interface FindPorts {
  state(): State;
  viewport(): Viewport;
  find(query: FindQuery): Promise<FoundMessage>;
  run: Hands['run'];
  /** Shows a match: its cell is selected, the focus stays. */
  show(target: MatrixTarget): void;
  /** Back to the grid. */
  leave(): void;
}

/** Find and replace, in the texts of the framework: what is not drawn is found as well. */
export interface FindBar {
  readonly element: HTMLElement;
  open(replace: boolean, text: string | undefined): void;
  /** The view may be another. */
  follow(): void;
  /** Marks what is found in what is drawn. */
  mark(): void;
}

export function createFindBar(ports: FindPorts): FindBar {
  const fields = createFindFields({
    changed: debounced(() => void search(true), 120),
    next: () => step(1),
    before: () => step(-1),
    replaceOne: () => void replaceOne(),
    replaceAll: () => void replaceAll(),
    close,
  });
  const { element } = fields;
  element.hidden = true;
  let found: FoundMessage | undefined;
  /** Which match is shown, from 0, among those listed. */
  let current = -1;
  let asked = 0;
  /** Whether something else is sought, whose nearest match is to be shown once it is found. */
  let isNew = false;

  const listed = (): { cell: FoundCell; nth: number }[] =>
    (found?.found ?? []).flatMap(cell => cell.at.map((_, nth) => ({ cell, nth })));

  async function search(fresh: boolean): Promise<void> {
    const query = queryNow();
    // A search that is asked again before its answer came, since the view is another, is still the new one.
    isNew ||= fresh;
    const mine = ++asked;
    if (query.text === '') {
      found = undefined;
      current = -1;
      fields.say('');
      return mark();
    }
    const answer = await ports.find(query);
    if (mine !== asked || element.hidden) return;
    found = answer;
    const { length } = listed();
    const arrives = isNew;
    isNew = false;
    if (arrives) current = length > 0 ? nearest() : -1;
    else current = Math.min(current, length - 1);
    say();
    if (arrives && current >= 0) show();
    mark();
  }

  function queryNow(): FindQuery {
    const { text, matchCase, wholeWord, level, area } = fields.values();
    const { withdrawn } = ports.state();
    return {
      ...{ text, matchCase, wholeWord, withdrawn },
      ...(level !== '' && { levels: [level] }),
      ...(area !== '' && { areas: [area] }),
    };
  }

  /** The first match at or below the active cell. */
  function nearest(): number {
    const { view, selection } = ports.state();
    const at = view?.lines.findIndex(({ key }) => key === selection?.active.key) ?? -1;
    if (!view || at < 0) return 0;
    const order = new Map(view.lines.map((line, index) => [line.type === 'row' ? line.id : '', index]));
    const index = listed().findIndex(({ cell }) => (order.get(cell.row) ?? 0) >= at);
    return Math.max(0, index);
  }

  function say(): void {
    if (!found) {
      fields.say('');
      return;
    }
    if (found.matches === 0) {
      fields.say('Nothing found');
      return;
    }
    const of = found.matches.toLocaleString('en-GB');
    fields.say(current < 0 ? `${of} found` : `${(current + 1).toLocaleString('en-GB')} of ${of}`);
  }

  function step(by: 1 | -1): void {
    const all = listed();
    if (all.length === 0) return;
    current = (current + by + all.length) % all.length;
    say();
    show();
    mark();
  }

  function show(): void {
    const match = listed()[current];
    if (match) ports.show({ what: 'row', id: match.cell.row, level: match.cell.level });
  }

  async function replaceOne(): Promise<void> {
    const match = listed()[current];
    if (!match) return;
    const { row, level } = match.cell;
    const only = { row, level, nth: match.nth };
    const { done } = await ports.run({
      type: 'replace',
      query: queryNow(),
      replacement: fields.values().by,
      only,
    });
    if (!done) return;
    await search(false);
    if (current < 0 && listed().length > 0) current = 0;
    say();
    show();
    mark();
  }

  async function replaceAll(): Promise<void> {
    if (!found || found.matches === 0) return;
    await ports.run({ type: 'replace', query: queryNow(), replacement: fields.values().by });
    await search(false);
  }

  function close(): void {
    element.hidden = true;
    found = undefined;
    asked++;
    mark();
    ports.leave();
  }

  function mark(): void {
    const { view } = ports.state();
    const all: Range[] = [];
    let here: Range[] = [];
    const match = listed()[current];
    for (const cell of (view && found?.found) ?? []) {
      const position = positionOf(view!, { what: 'row', id: cell.row, level: cell.level });
      const shown = position && ports.viewport().elementAt(position);
      if (!shown) continue;
      const paragraphs = [...shown.querySelectorAll('.text > p')];
      const ranges = cell.at.map(span => rangesIn(paragraphs, [span]));
      all.push(...ranges.flat());
      if (match?.cell === cell) here = ranges[match.nth] ?? [];
    }
    highlightRanges('found', all);
    highlightRanges('found-here', here);
  }

  const searchAgain = debounced(() => void search(false), 150);
  let lines: unknown;

  return {
    element,
    open(replace, text) {
      element.hidden = false;
      const { view, lock, problem } = ports.state();
      fields.open(replace, text, lock === null && problem === null);
      if (view) choices(view);
      void search(true);
    },
    follow() {
      const { view, lock, problem } = ports.state();
      if (element.hidden || !view) return;
      fields.editable(lock === null && problem === null);
      if (view.lines === lines) return;
      lines = view.lines;
      choices(view);
      searchAgain();
    },
    mark() {
      if (!element.hidden) mark();
    },
  };

  function choices(view: NonNullable<State['view']>): void {
    const areas = view.lines.flatMap(line =>
      line.type === 'area' ? [{ value: line.id, label: line.title ?? UNTITLED_AREA }] : [],
    );
    fields.choices(
      view.levels.map(({ id, title }) => ({ value: id, label: title })),
      areas,
    );
  }
}
