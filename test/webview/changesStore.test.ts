import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeItem, ChangesView } from '../../src/protocol/changes.ts';
import { isChangesPageState, isFromChanges, isToChanges } from '../../src/protocol/changesGuards.ts';
import {
  accepted,
  acceptedOf,
  allItems,
  initialState,
  NO_AREA,
  openDecisions,
  reduce,
  type State,
  shownItems,
} from '../../src/webview/changes/store.ts';
import { comparison, ofSeveral, undecided } from './changes.ts';

const texts = { from: false, to: false };
const shown = (view: ChangesView): State => reduce(initialState(), { type: 'show', view, texts });

/** A topic, a row in it, a statement in that, and a change of its own. */
const item = (id: string, needs?: string): ChangeItem => ({
  id,
  kind: 'added',
  sentence: id,
  ...(needs !== undefined && { needs }),
});
const chain: ChangesView = {
  ...comparison,
  mode: 'preview',
  groups: [
    {
      title: 'An area',
      topics: [
        {
          title: 'A topic',
          items: [item('topic'), item('row', 'topic'), item('cell', 'row'), item('other')],
        },
      ],
    },
  ],
};

describe('The state of the changes page', () => {
  it('accepts everything until it is refused', () => {
    const state = shown(undecided);
    expect(accepted(state)).toEqual(allItems(undecided).map(({ id }) => id));
  });

  it('refuses with a change what stands in it, and accepts with one what it stands in', () => {
    let state = reduce(shown(chain), { type: 'accept', ids: ['topic'], on: false });
    expect(accepted(state)).toEqual(['other']);
    expect(acceptedOf(state, allItems(chain))).toBe('some');
    state = reduce(state, { type: 'accept', ids: ['cell'], on: true });
    expect(accepted(state)).toEqual(['topic', 'row', 'cell', 'other']);
  });

  it('never accepts what needs something refused, whatever is ticked', () => {
    const ids = ['topic', 'row', 'cell', 'other'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.boolean())), ticks => {
        const state = ticks.reduce(
          (state, [id, on]) => reduce(state, { type: 'accept', ids: [id], on }),
          shown(chain),
        );
        const taken = new Set(accepted(state));
        for (const { id, needs } of allItems(chain))
          if (taken.has(id) && needs !== undefined) expect(taken).toContain(needs);
      }),
    );
  });

  it('decides nothing by itself', () => {
    let state = shown(undecided);
    expect(openDecisions(state)).toBe(2);
    state = reduce(state, { type: 'answer', id: 'delete:devices-3', value: 'delete' });
    expect(openDecisions(state)).toBe(1);
    expect(state.waiting).toBe(true);
    state = reduce(state, { type: 'show', view: undecided, texts });
    expect(state.waiting).toBe(false);
    expect(state.answers).toEqual({ 'delete:devices-3': 'delete' });
  });

  it('takes an answer that is no option for none', () => {
    const state = reduce(shown(undecided), { type: 'answer', id: 'delete:devices-3', value: 'burn' });
    expect(openDecisions(state)).toBe(2);
  });

  const counting = (view: ChangesView) => (filters: Partial<State['filters']>) => {
    const state = reduce(shown(view), { type: 'filter', filters });
    return view.groups
      .flatMap(group => group.topics.map(topic => shownItems(state, group.area, topic).length))
      .reduce((sum, shown) => sum + shown, 0);
  };

  it('filters by area, level and kind', () => {
    const count = counting(comparison);
    expect(count({ kind: 'reworded' })).toBe(comparison.counts.reworded);
    expect(count({ area: NO_AREA })).toBe(comparison.groups[0]?.topics[0]?.items.length);
    expect(count({ level: '1st' })).toBeGreaterThan(0);
    expect(count({ level: '1st' })).toBeLessThan(count({}));
  });

  it('filters by who wants a change, and how far they agree', () => {
    const count = counting(ofSeveral);
    const { reviewers = [], agreements = [] } = ofSeveral.round ?? {};
    expect(reviewers.map(({ name }) => name)).toEqual(['Ada Example', 'Ben Sample', 'Cleo Model']);
    for (const { name, count: wanted } of reviewers) expect(count({ reviewer: name })).toBe(wanted);
    for (const { id, count: agreed } of agreements) expect(count({ agreement: id })).toBe(agreed);
    expect(count({ reviewer: 'Cleo Model', agreement: 'one' })).toBe(0);
  });
});

describe('Messages and states of the changes page', () => {
  it('are told from anything else', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        isFromChanges(value);
        isToChanges(value);
        isChangesPageState(value);
      }),
    );
    expect(isToChanges({ type: 'show', view: undecided, texts })).toBe(true);
    expect(isToChanges({ type: 'show', view: { ...undecided, groups: [{}] }, texts })).toBe(false);
    expect(isToChanges({ type: 'show', view: ofSeveral, texts })).toBe(true);
    expect(isToChanges({ type: 'show', view: { ...ofSeveral, round: {} }, texts })).toBe(false);
    expect(isFromChanges({ type: 'apply', accepted: ['a'], answers: {} })).toBe(true);
    expect(isFromChanges({ type: 'apply', accepted: [1], answers: {} })).toBe(false);
    expect(isFromChanges({ type: 'open', side: 'from', target: { what: 'row', id: 'a' } })).toBe(true);
    expect(isFromChanges({ type: 'open', side: 'left', target: { what: 'row', id: 'a' } })).toBe(false);
    expect(isFromChanges({ type: 'eval' })).toBe(false);
  });
});
