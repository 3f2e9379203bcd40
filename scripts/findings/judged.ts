/**
 * What two readers judged, apart from each other, by reading findings on V1.2 beside the source: each all the warnings
 * and all the remarks. It is kept by rule, row and level, so that a finding that changes has to be judged again.
 */

/** A slip that the notes on the source name, in our own words. */
export interface Slip {
  readonly slip: string;
  /** The findings that name it; all of them must be there. */
  readonly found: readonly { readonly rule: string; readonly at: readonly string[] }[];
  /** Where no rule finds it: why. */
  readonly beyond?: string;
}

export const SLIPS: readonly Slip[] = [
  { slip: 'The second area has lost its title', found: [{ rule: 'untitled-area', at: [''] }] },
  {
    slip: 'Five statements break off: after “strong awareness of”, “project manage their”, an opening “(e.g.”, “changes and”, “interoperability between” (the third and the last at two levels each)',
    found: [
      {
        rule: 'statement-cut-off',
        at: [
          'hardware-and-os-2 3rd',
          'ict-development-2 3rd',
          'behaviours-knowledge-3 2nd',
          'behaviours-knowledge-3 3rd',
          'educational-awareness-2 3rd',
          'behaviours-knowledge-4 2nd',
          'behaviours-knowledge-4 3rd',
        ],
      },
    ],
  },
  {
    slip: '“Mange” for “Manage”',
    found: [{ rule: 'verb-first', at: ['asset-audit-1 2nd'] }],
  },
  {
    slip: 'A stray mark after “2nd” in a heading',
    found: [],
    beyond:
      'Not in the file: the headings of the table are repeated in every section, while a framework file states each level once. There is nothing left to find.',
  },
  {
    slip: 'A space inside of “whole-organisation”',
    found: [{ rule: 'stray-space', at: ['disaster-4 2nd'] }],
  },
  {
    slip: '“the basic and principles of”: an adjective in the place of a noun',
    found: [],
    beyond:
      'Out of reach: both are good words, and only somebody who understands the sentence sees that one of them is the wrong one.',
  },
  {
    slip: 'The same statement at several levels or in several rows',
    found: [
      { rule: 'same-statement', at: ['communication-4 1st', 'communication-4 2nd', 'communication-4 3rd'] },
      { rule: 'near-duplicate', at: ['behaviours-knowledge-9 1st'] },
    ],
  },
  {
    slip: '“Understands” beside “Understand”',
    found: [{ rule: 'verb-form', at: ['documentation-1 1st', 'documentation-1 2nd'] }],
  },
  {
    slip: 'Statements without a full stop',
    found: [{ rule: 'no-final-stop', at: ['devices-3 3rd', 'network-1 0.5', 'support-requests-1 2nd'] }],
  },
  {
    slip: 'Two statements in one cell',
    found: [
      {
        rule: 'statements-run-together',
        at: [
          'devices-5 1st',
          'network-users-1 0.5',
          'network-users-1 1st',
          'network-users-1 2nd',
          'network-users-1 3rd',
        ],
      },
    ],
  },
  {
    slip: '“Behaviours” repeated in the first column where a page ended',
    found: [],
    beyond: 'Not in the file: it belongs to the printed table. An area is stated once in a framework file.',
  },
];

/** A finding that a maintainer would be right to wave away. */
export interface FalseAlarm {
  readonly rule: string;
  readonly at: string;
  /** Who says so. */
  readonly by: 'the first reader' | 'the second reader' | 'both';
  readonly why: string;
}

const TRADE = 'Everybody in the trade knows it.';
const SCHOOL = 'Everybody in a school knows it.';

export const FALSE_ALARMS: readonly FalseAlarm[] = [
  {
    rule: 'near-duplicate',
    at: 'support-knowledge-1 1st',
    by: 'the first reader',
    why: 'One stands among functions and one in knowledge. That is the slip, and another rule names it already.',
  },
  {
    rule: 'one-spelling',
    at: 'educational-awareness-2 3rd',
    by: 'the first reader',
    why: '“web sites” in two words is old-fashioned rather than wrong, and the text has no other spelling of it.',
  },
  {
    rule: 'wrong-section',
    at: 'support-requests-3 0.5',
    by: 'the second reader',
    why: 'It goes on to something done, “and evaluate whether …”.',
  },
  { rule: 'undefined-abbreviation', at: 'network-1 2nd', by: 'both', why: TRADE },
  {
    rule: 'undefined-abbreviation',
    at: 'hardware-and-os-4 2nd',
    by: 'both',
    why: `${TRADE} (This holds for all three there.)`,
  },
  { rule: 'undefined-abbreviation', at: 'health-safety-2 3rd', by: 'the second reader', why: SCHOOL },
  { rule: 'undefined-abbreviation', at: 'support-requests-5 3rd', by: 'the second reader', why: SCHOOL },
];
