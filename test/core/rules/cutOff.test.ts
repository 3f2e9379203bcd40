import { describe, expect, it } from 'vitest';
import { cutOff } from '../../../src/core/rules/text/cutOff.ts';

const BROKEN = [
  ['Keep abreast of changes and', 'and'],
  ['Keep abreast of changes and.', 'and'],
  ['Maintain servers, including a strong awareness of', 'of'],
  ['Lead the rollout and project manage their.', 'their'],
  ['Move data between applications using appropriate formats (e.g.', 'e.g.'],
  ['Move data between applications e.g', 'e.g'],
  ['Use all systems and their interoperability between.', 'between'],
  ['Provide users with access to', 'to'],
  ['Ensure that users have access to', 'to'],
  ['Train staff and pupils in the use of', 'of'],
  ['Aware of', 'of'],
  ['Record the serial number of a', 'a'],
  ['Check cables, sockets,', ','],
  ['Replace parts such as', 'as'],
  ['Explain to colleagues how data moves between', 'between'],
  ['Check the backups (', '('],
  ['Tell users about', 'about'],
  ['Choose hardware that is more reliable than', 'than'],
  ['Plan for the future of the\nReview the plan.', 'the'],
  ['Work to resolve faults within', 'within'],
  ['Advise leaders as well as', 'as'],
  ['Support colleagues to', 'to'],
  ['Plan the work and help colleagues to', 'to'],
] as const;

const WHOLE = [
  'Log users in.',
  'Set the printers up',
  'Carry on where a colleague left off.',
  'Know which systems data comes from.',
  'Know whom to turn to.',
  'Understand what backups are for.',
  'Tell where help can be obtained from.',
  'Ensure that requests are dealt with.',
  'Ensure that complaints are properly responded to.',
  'Choose devices that staff are happy with.',
  'Restore the systems the team is responsible for.',
  'Know the people they work with.',
  'Find someone to talk to.',
  'Check batteries, cables etc.',
  'Explain option A',
  'Support Windows ME and XP',
  'Work with colleagues:\nplan,\nbuild and\ntest.',
  'Restore a file…',
  'Is this needed?',
  'Configure C#',
  'Keep hours from 9 to 5',
  'Make sure licences are paid for.',
  'Understand what it is important to record',
  'Drive the van when asked to.',
  'Open the valve as you were told to',
  'Clean the pump, and teach others to.',
  '',
  'Café',
];

describe('A statement that breaks off', () => {
  it.each(BROKEN)('is found: %s', (text, word) => {
    const cut = cutOff(text);
    expect(cut?.what).toContain(word);
    expect(text.slice(cut!.from, cut!.to)).toBe(word);
  });

  it.each(WHOLE)('is not seen in: %s', text => {
    expect(cutOff(text)).toBeUndefined();
  });
});
