import type { Toggle } from '../../state/store.ts';
import type { Action } from './action.ts';

function toggling(what: Toggle, title: string, keys?: string): Action {
  return { title, ...(keys && { keys }), edits: false, run: (_, hands) => hands.toggle(what) };
}

export const toggleLens = toggling('lens', 'Level lens: what each level adds', 'Ctrl+L');
export const toggleCoverage = toggling('coverage', 'Statements a level in each topic');
export const toggleNotes = toggling('notes', 'Maintainers’ notes');
export const toggleWithdrawn = toggling('withdrawn', 'Withdrawn rows');
export const toggleCompact = toggling('compact', 'Closer together');

export const find: Action = {
  title: 'Find…',
  keys: 'Ctrl+F',
  edits: false,
  run: (_, hands) => hands.find(false),
};
export const replace: Action = {
  title: 'Replace…',
  keys: 'Ctrl+H',
  edits: false,
  run: (_, hands) => hands.find(true),
};

export const compare: Action = {
  title: 'Compare with a version…',
  edits: false,
  run: (_, hands) => hands.compare('choose'),
};

function clipboard(what: 'copy' | 'cut' | 'paste', title: string, keys: string): Action {
  return {
    title,
    keys,
    edits: what !== 'copy',
    not: ({ rows }) => (rows.length === 0 ? 'Select cells first.' : undefined),
    run: (_, hands) => hands.clipboard(what),
  };
}

// Their keys are the browser's: they arrive as events of the clipboard.
export const cut = clipboard('cut', 'Cut', 'Ctrl+X');
export const copy = clipboard('copy', 'Copy', 'Ctrl+C');
export const paste = clipboard('paste', 'Paste', 'Ctrl+V');

export const undo: Action = {
  title: 'Undo',
  keys: 'Ctrl+Z',
  edits: false,
  run: (_, hands) => hands.history('undo'),
};
export const redo: Action = {
  title: 'Redo',
  keys: 'Ctrl+Y',
  edits: false,
  run: (_, hands) => hands.history('redo'),
};
