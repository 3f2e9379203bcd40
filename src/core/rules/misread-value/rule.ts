import { keyText } from '../../write/scalarText.ts';
import type { ReadingRule } from '../rule.ts';

export const misreadValue: ReadingRule = {
  meta: {
    id: 'misread-value',
    title: 'A value that other tools read as something else',
    severity: 'error',
    why: 'Unquoted, `1.20` is a number to other tools, `no` is false and `2026-11-23` a date: they would show 1.2, false or a day in another time zone. Here every value is text.',
    whatToDo: 'Put the value in quotes.',
    scope: 'reading',
    fixable: 'safe',
  },
  fix: ({ start, end, data }) => [
    { title: 'Put it in quotes', safe: true, edits: [{ start, end, text: keyText(data.text ?? '', true) }] },
  ],
};
