import { describe, expect, it } from 'vitest';
import { loadFramework, type MatrixTarget, matrixView, parseYaml } from '../../src/core/index.ts';
import type { TextProblem, ToMatrix } from '../../src/protocol/matrix.ts';
import { createMatrixSession } from '../../src/vscode/matrix/session.ts';
import { textOfFile } from './frameworks.ts';

/** A session on a text that the test edits. */
function session(name = 'test/vscode/workspace/small.framework.yaml') {
  const sent: ToMatrix[] = [];
  const asked: unknown[] = [];
  let waiting: (() => void) | undefined;
  const editor = {
    text: textOfFile(name),
    problem: null as TextProblem | null,
    cursor: undefined as MatrixTarget | undefined,
  };
  const made = createMatrixSession({
    content: previous => ({
      view: matrixView(loadFramework(parseYaml(editor.text)).framework, undefined, previous),
      problem: editor.problem,
      lock: null,
    }),
    nextVersion: () => asked.push('next version'),
    run: async command => {
      asked.push(command);
      return { done: false, told: 'Nothing.', select: [], refusals: [] };
    },
    fix: async wanted => {
      asked.push(wanted);
      return { done: false, told: 'Nothing.', select: [], refusals: [] };
    },
    history: what => asked.push(what),
    find: () => ({ matches: 0, cells: 0, found: [] }),
    words: () => [],
    findings: () => [],
    since: message => asked.push(message),
    cursor: () => editor.cursor,
    post: message => sent.push(message),
    reveal: (target, focus) => asked.push({ target, focus }),
    showProblem: () => asked.push('problem'),
    refuse: message => asked.push({ refused: message }),
    later(run) {
      waiting = run;
      return () => {
        waiting = undefined;
      };
    },
  });
  const settle = () => {
    const run = waiting;
    waiting = undefined;
    run?.();
  };
  return { editor, sent, asked, session: made, settle };
}

const problem = { message: 'A quote is missing.', line: 3, column: 1, count: 1 };

describe('A session of the matrix', () => {
  it('sends nothing before the page asks, then the whole view', () => {
    const { session: it, sent, settle } = session();
    it.changed();
    settle();
    expect(sent).toEqual([]);
    it.receive({ type: 'ready' });
    expect(sent.map(({ type }) => type)).toEqual(['snapshot', 'cursor']);
  });

  it('sends several edits as one list of changes, each from the revision before', () => {
    const { session: it, sent, settle, editor } = session();
    it.receive({ type: 'ready' });
    editor.text = editor.text.replace('Connect and check', 'Check');
    it.changed();
    editor.text = editor.text.replace('Devices', 'Tools');
    it.changed();
    settle();
    expect(sent.at(-1)).toMatchObject({ type: 'changes', from: 1, revision: 2 });
    const count = sent.length;
    it.changed();
    settle();
    expect(sent).toHaveLength(count);
  });

  it('keeps the last good view while the text cannot be read, and says so once', () => {
    const { session: it, sent, settle, editor } = session();
    it.receive({ type: 'ready' });
    const { text } = editor;
    editor.text = 'areas: [';
    editor.problem = problem;
    it.changed();
    settle();
    it.changed();
    settle();
    expect(sent.slice(2)).toEqual([{ type: 'problem', problem }]);
    editor.text = text;
    editor.problem = null;
    it.changed();
    settle();
    expect(sent.slice(3)).toEqual([{ type: 'problem', problem: null }]);
  });

  it('shows a new page the last good view of a text that cannot be read', () => {
    const { session: it, sent, editor } = session();
    it.receive({ type: 'ready' });
    editor.text = 'areas: [';
    editor.problem = problem;
    it.hidden();
    it.receive({ type: 'ready' });
    const [first, , second] = sent;
    expect(second).toMatchObject({ type: 'snapshot', problem });
    expect(second?.type === 'snapshot' && second.view.lines).toEqual(
      first?.type === 'snapshot' ? first.view.lines : undefined,
    );
  });

  it('sends nothing while hidden', () => {
    const { session: it, sent, settle, editor } = session();
    it.receive({ type: 'ready' });
    const count = sent.length;
    editor.text = editor.text.replace('Devices', 'Tools');
    it.changed();
    it.hidden();
    settle();
    it.changed();
    settle();
    editor.cursor = { what: 'row', id: 'devices-1' };
    it.cursorMoved();
    expect(sent).toHaveLength(count);
  });

  it('says where the cursor is once for each place', () => {
    const { session: it, sent, editor } = session();
    it.receive({ type: 'ready' });
    editor.cursor = { what: 'row', id: 'devices-1', level: '1st' };
    it.cursorMoved();
    it.cursorMoved();
    expect(sent.slice(2)).toEqual([{ type: 'cursor', target: editor.cursor }]);
  });

  it('hands on what is asked and refuses what no page of ours says', () => {
    const { session: it, asked } = session();
    const target = { what: 'row', id: 'devices-1', level: '1st' };
    it.receive({ type: 'reveal', target, focus: true });
    it.receive({ type: 'showProblem' });
    it.receive({ type: 'reveal', target: 'everything', focus: true });
    it.receive(undefined);
    expect(asked).toEqual([
      { target, focus: true },
      'problem',
      { refused: { type: 'reveal', target: 'everything', focus: true } },
      { refused: undefined },
    ]);
  });
});
