import type { FromMatrix, MatrixCommand, ToMatrix } from '../../src/protocol/matrix.ts';

const place = { below: 'devices-1' } as const;
const cell = { row: 'devices-1', level: '1st' } as const;
const query = {
  text: 'e',
  matchCase: false,
  wholeWord: true,
  levels: ['1st'],
  areas: ['a'],
  withdrawn: false,
};
const nodes = [{ what: 'topic', id: 'devices' }] as const;

/** One of each command, with all that it may carry. */
export const commands: readonly MatrixCommand[] = [
  {
    type: 'setTexts',
    cells: [{ ...cell, was: 'old', text: 'new' }],
    append: { to: place, rows: [{ texts: [{ level: '1st', text: 'more' }] }] },
  },
  { type: 'setBlanks', cells: [cell], meaning: 'as-below' },
  { type: 'setNote', target: { what: 'row', id: 'devices-1', level: '1st' }, was: 'old', text: 'new' },
  { type: 'setTitle', what: 'topic', id: 'devices', was: 'Devices', title: 'Tools' },
  { type: 'replace', query, replacement: 'f', only: { ...cell, nth: 0 } },
  { type: 'moveStatement', from: cell, was: 'old', to: { row: 'devices-2', level: '1st' } },
  { type: 'insertRows', to: { above: 'devices-1' }, rows: [{ texts: [] }] },
  { type: 'duplicateRows', rows: ['devices-1'] },
  { type: 'splitRow', ...cell, was: 'one two', first: 'one', second: 'two' },
  { type: 'mergeRows', into: 'devices-1', rows: ['devices-2'] },
  { type: 'move', what: 'row', ids: ['devices-2'], to: { endOf: 'devices' } },
  { type: 'delete', nodes, reason: 'Out of use' },
  { type: 'withdraw', nodes, reason: 'Out of use' },
  { type: 'restore', nodes },
  { type: 'insertTopic', to: place, title: 'Tools', rows: [{ texts: [] }] },
  { type: 'insertArea', to: place, title: 'Tools' },
  { type: 'insertSection', area: 'a', kind: 'functions' },
  { type: 'insertLevel', to: { endOf: '' }, title: '4th line' },
  { type: 'removeLevel', level: '3rd', statements: 3 },
];

const target = { what: 'row', id: 'devices-1', level: '1st' } as const;

/** One of each message from the page, and every command. */
export const fromPage: readonly FromMatrix[] = [
  { type: 'ready' },
  { type: 'reveal', target, focus: true },
  { type: 'showProblem' },
  { type: 'nextVersion' },
  ...commands.map((command, id) => ({ type: 'command', id, command }) as const),
  { type: 'fix', id: 1, target, rule: 'space', message: 'Two spaces.', title: 'Take one away' },
  { type: 'history', what: 'redo' },
  { type: 'find', id: 2, query },
  { type: 'words', id: 3, against: 'below', rows: ['devices-1'] },
  { type: 'findings', id: 4, target },
  { type: 'since', what: 'again', source: 'file:///old.framework.yaml' },
];

const lock = { why: 'published', message: 'This version is published.' } as const;

/** One of each message to the page, with all that it may carry. */
export const toPage: readonly ToMatrix[] = [
  {
    type: 'snapshot',
    revision: 1,
    view: {
      head: { id: 'it', title: 'IT', version: '1.2', status: 'draft' },
      levels: [{ id: '1st', title: '1st line' }],
      lines: [
        { type: 'area', key: 'a:a', id: 'a' },
        { type: 'section', key: 's:a/k', id: 'a/k', title: 'Knowledge' },
        { type: 'topic', key: 't:t', id: 't', coverage: { rows: 1, statements: [1] } },
        {
          type: 'row',
          key: 'r:r',
          id: 'r',
          cells: [{ text: 'Know it', since: 'reworded' }],
          since: { kinds: ['moved'], told: ['Moved from topic u'] },
        },
      ],
      since: {
        name: 'version 1.1',
        source: 'file:///old.framework.yaml',
        changes: 3,
        told: ['Level 1st line: note added'],
        gone: [{ what: 'row', id: 'q', parent: 't', below: 'r', texts: [{ level: '1st', text: 'Was' }] }],
      },
    },
    problem: { message: 'A quote is missing.', line: 1, column: 1, count: 1 },
    lock,
  },
  { type: 'changes', from: 1, revision: 2, changes: { splices: [], since: null } },
  { type: 'problem', problem: null },
  { type: 'lock', lock: null },
  { type: 'cursor', target },
  {
    type: 'outcome',
    id: 1,
    done: true,
    told: 'Row added.',
    select: [target],
    refusals: [{ reason: 'The text has changed meanwhile.', target, now: 'new' }],
    lock,
  },
  {
    type: 'found',
    id: 1,
    revision: 1,
    matches: 1,
    cells: 1,
    found: [{ row: 'devices-1', level: '1st', at: [[0, 2]] }],
  },
  {
    type: 'words',
    id: 1,
    revision: 1,
    against: 'below',
    rows: [
      {
        row: 'r',
        cells: [{ level: '1st', parts: [{ text: 'a', kind: 'added' }], step: 'more', less: 'Asks less.' }],
      },
    ],
  },
  {
    type: 'findings',
    id: 1,
    revision: 1,
    findings: [{ severity: 'info', rule: 'r', message: 'm', fixes: [{ title: 't', preferred: true }] }],
  },
  { type: 'perform', what: 'insertRowBelow' },
];
