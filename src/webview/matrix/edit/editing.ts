import type { MatrixCommand, OutcomeMessage } from '../../../protocol/matrix.ts';
import type { Grid } from '../grid/grid.ts';
import { HEADING, type Position } from '../grid/keys.ts';
import { single } from '../grid/selection.ts';
import type { Draft } from '../state/kept.ts';
import { placesIn } from '../state/places.ts';
import type { State } from '../state/store.ts';
import { cellName, firstWords } from '../words.ts';
import { type CellEditor, createCellEditor, type Way } from './cellEditor.ts';
import type { CellEdit } from './scene.ts';

/** What editing needs of the page around it. */
export interface EditingPorts {
  state(): State;
  grid(): Grid;
  /** Sends a command, and shows texts until its outcome is there. */
  send(command: MatrixCommand, shown: readonly CellEdit[]): Promise<OutcomeMessage>;
  /** What a cell shows: its text, or the one on its way. */
  textAt(position: Position): string | undefined;
  announce(text: string): void;
  /** A text that could not be written, while another is being edited. */
  leftOver(draft: Draft, why: string): void;
  drafted(): void;
}

/** Editing in place: one text at a time, kept until it is written or given up. */
export interface Editing {
  readonly element: HTMLElement;
  /** The text that is being typed. */
  readonly draft: Draft | undefined;
  /** The text that would be lost with the page: the one being typed, else one on its way. */
  readonly unwritten: Draft | undefined;
  /** @param typed a text that replaces what stands there; absent: what stands there is edited */
  open(position: Position, typed?: string): void;
  /** Takes up a text that was being typed. */
  resume(draft: Draft, why?: string): void;
  /** The view may be another: what is edited may have changed or gone. */
  follow(): void;
  /** Puts the box where its cell is. */
  place(): void;
}

export function createEditing(ports: EditingPorts): Editing {
  let draft: Draft | undefined;
  let onItsWay: Draft | undefined;
  let asking: 'changed' | 'gone' | undefined;
  const editor: CellEditor = createCellEditor({
    commit,
    cancel,
    split,
    typed() {
      if (draft) draft = { ...draft, text: editor.text };
      ports.drafted();
    },
  });

  const position = (): Position => ({ key: draft?.key ?? '', level: draft?.level ?? HEADING });

  function end(way: Way): void {
    const at = position();
    draft = undefined;
    asking = undefined;
    editor.close();
    ports.drafted();
    const grid = ports.grid();
    if (way === 'stay') return;
    const next = way === 'up' ? undefined : grid.after(at, way);
    grid.select(single(next ?? at));
  }

  function cancel(): void {
    const at = position();
    end('stay');
    ports.grid().select(single(at));
    ports.announce('Left as it was.');
  }

  function commit(way: Way): void {
    if (!draft) return;
    const done = draft;
    const text = editor.text;
    if (asking) {
      ports.announce('First choose what becomes of this text.');
      return;
    }
    const { lock, problem } = ports.state();
    if (text === (done.was ?? '')) {
      end(way);
      return;
    }
    if (lock || problem) {
      const why = lock?.message ?? 'The text cannot be read at the moment: mend it first.';
      editor.notice({ text: `Not written yet. ${why}`, choices: [giveUp()] });
      return;
    }
    const command = commandOf(done, text);
    if (!command) return;
    const sent: Draft = { ...done, text };
    onItsWay = sent;
    end(way);
    const shown = command.type === 'setTexts' ? [{ key: done.key, level: done.level, text }] : [];
    void ports.send(command, shown).then(({ done: written, told, refusals }) => {
      if (onItsWay === sent) onItsWay = undefined;
      ports.drafted();
      if (written && refusals.length === 0) return;
      const why = refusals[0]?.reason ?? told;
      if (editor.isOpen) ports.leftOver(sent, why);
      else resume(sent, why);
    });
  }

  function split(at: number): void {
    const { view } = ports.state();
    const row = draft && view && placesIn(view).row(draft.key);
    const level = draft && view?.levels[draft.level]?.id;
    const text = editor.text;
    const [first, second] = [text.slice(0, at).trim(), text.slice(at).trim()];
    if (!draft || !row || level === undefined || asking) return;
    if (first === '' || second === '') {
      ports.announce('To split, put the cursor between two parts of the text.');
      return;
    }
    if (draft.was === undefined) {
      ports.announce('Write this text first; then it can be split.');
      return;
    }
    const kept: Draft = { ...draft, text };
    const command: MatrixCommand = { type: 'splitRow', row: row.id, level, was: draft.was, first, second };
    end('stay');
    ports.grid().select(single({ key: kept.key, level: kept.level }));
    void ports.send(command, []).then(({ done, told }) => {
      if (!done) resume(kept, told);
    });
  }

  function commandOf({ key, level, was }: Draft, text: string): MatrixCommand | undefined {
    const { view } = ports.state();
    const line = view && placesIn(view).line(key);
    if (!line || !view) return undefined;
    const before = was === undefined ? {} : { was };
    if (line.type === 'row') {
      const cell = { row: line.id, level: view.levels[level]?.id ?? '', ...before, text };
      return { type: 'setTexts', cells: [cell] };
    }
    if (line.type === 'section') {
      const id = line.id.slice(line.id.indexOf('/') + 1);
      return { type: 'setTitle', what: 'sectionKind', id, ...before, title: text };
    }
    return { type: 'setTitle', what: line.type, id: line.id, ...before, title: text };
  }

  /** What stands at a position now; null where there is no such place any more. */
  function textNow({ key, level }: Position): string | undefined | null {
    const { view } = ports.state();
    const line = view && placesIn(view).line(key);
    if (!line) return null;
    if (line.type === 'row') return view.levels[level] ? ports.textAt({ key, level }) : null;
    return line.title;
  }

  const giveUp = () => ({ label: 'Give up my text', choose: cancel });

  function ask(now: string | undefined): void {
    asking = 'changed';
    const says = now === undefined ? 'It is empty there now.' : `It says there now: “${now}”`;
    editor.notice({
      text: `This cell was changed elsewhere while you were editing it. ${says}`,
      choices: [
        {
          label: 'Keep my text',
          choose() {
            asking = undefined;
            if (draft) draft = { ...draft, was: now };
            editor.notice(undefined);
            editor.focus();
            commit('down');
          },
        },
        { label: 'Take the other', choose: cancel },
      ],
    });
  }

  function resume(next: Draft, why?: string): void {
    draft = next;
    asking = undefined;
    const at = position();
    const grid = ports.grid();
    grid.select(single(at));
    const { view } = ports.state();
    const line = view && placesIn(view).line(at.key);
    const label = view && line ? cellName(view, at) : 'A text that was being edited';
    editor.open({ label, text: next.text, mode: 'keep', multiline: line?.type === 'row' });
    if (why !== undefined) editor.notice({ text: `Not written. ${why}`, choices: [giveUp()] });
    editing.place();
    editing.follow();
    ports.drafted();
  }

  const editing: Editing = {
    element: editor.element,
    get draft() {
      return draft && { ...draft, text: editor.text };
    },
    get unwritten() {
      return editing.draft ?? onItsWay;
    },
    open(at, typed) {
      const { view, lock, problem } = ports.state();
      const line = view && placesIn(view).line(at.key);
      if (!view || !line) return;
      if (lock || problem)
        return ports.announce(lock?.message ?? 'The text cannot be read at the moment: mend it first.');
      if (line.type === 'row' && at.level === HEADING) return;
      const was = textNow(at) ?? undefined;
      draft = { ...at, was, text: typed ?? was ?? '' };
      asking = undefined;
      ports.grid().viewport.reveal(at);
      editor.notice(undefined);
      const mode = typed === undefined ? 'keep' : 'replace';
      editor.open({ label: cellName(view, at), text: draft.text, mode, multiline: line.type === 'row' });
      editing.place();
      ports.drafted();
    },
    resume,
    follow() {
      if (!draft) return;
      const now = textNow(position());
      if (now === null) {
        if (asking === 'gone') return;
        asking = 'gone';
        const text =
          'What you are editing is no longer in the file. Your text is kept here until you give it up.';
        const copy = () => {
          void navigator.clipboard.writeText(editor.text);
          ports.announce(`Copied: ${firstWords(editor.text)}`);
        };
        editor.notice({ text, choices: [{ label: 'Copy my text', choose: copy }, giveUp()] });
        return;
      }
      if (now === draft.was) {
        if (asking) editor.notice(undefined);
        asking = undefined;
        return;
      }
      if (editor.text === (draft.was ?? '')) {
        // Nothing was typed yet: there is nothing to ask.
        draft = { ...draft, was: now, text: now ?? '' };
        editor.text = now ?? '';
        return;
      }
      if (editor.text === (now ?? '')) draft = { ...draft, was: now };
      else ask(now);
    },
    place() {
      if (!draft) return;
      const { element, viewport } = { element: ports.grid().element, viewport: ports.grid().viewport };
      const cell = viewport.elementAt(position());
      if (!cell) return editor.place(undefined);
      const box = cell.getBoundingClientRect();
      const around = element.getBoundingClientRect();
      editor.place({
        left: box.left - around.left + element.scrollLeft - element.clientLeft,
        top: box.top - around.top + element.scrollTop - element.clientTop,
        width: box.width,
        height: box.height,
      });
    },
  };
  return editing;
}
