import type { Verdict } from '../../protocol/changes.ts';
import { el } from '../shared/dom.ts';
import type { State } from './store.ts';

/** Whether the bar moves: the class, which may be overruled where there is a file to say so in, and why. */
export function verdictElements(verdict: Verdict | undefined, { view }: State): HTMLElement[] {
  if (!verdict) return [];
  const { label, because, reason, overruled, row, level } = verdict;
  const badge = view?.compared?.canJudge
    ? el(
        'button',
        'class-badge',
        {
          type: 'button',
          'data-class': verdict.class,
          'data-judge-row': row,
          'data-judge-level': level,
          title: 'Say why, or that it is of another class…',
        },
        label,
      )
    : el('span', 'class-badge', { 'data-class': verdict.class }, label);
  const why =
    overruled === undefined ? because : `found as “${overruled}”, decided otherwise by the maintainer`;
  return [
    el('p', 'verdict', {}, badge, ' ', el('span', 'because', {}, why)),
    ...(reason === undefined ? [] : [el('p', 'reason', {}, el('b', '', {}, 'Why: '), reason)]),
  ];
}

/** Which of several versions made a change. */
export function stepsElement(steps: readonly string[]): HTMLElement {
  return el('span', 'steps', {}, `in ${steps.join(', then ')}`);
}
