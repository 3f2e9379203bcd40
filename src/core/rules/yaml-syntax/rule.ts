import type { ReadingRule } from '../rule.ts';

export const yamlSyntax: ReadingRule = {
  meta: {
    id: 'yaml-syntax',
    title: 'The text is not valid YAML',
    severity: 'error',
    why: 'Where the text is not valid YAML, nobody can tell what is meant. That line is left out until it is mended; the rest of the file is read.',
    whatToDo: 'Look at the quotes, colons and indentation of the line and of the one above it.',
    scope: 'reading',
    fixable: 'partly',
  },
  fix: ({ start, end, data: { text } }) =>
    text === undefined ? [] : [{ title: 'Put ordinary spaces', safe: true, edits: [{ start, end, text }] }],
};
