import type { Rule } from '../rule.ts';

export const idleSuppression: Rule = {
  meta: {
    id: 'idle-suppression',
    title: 'A suppression that does nothing',
    severity: 'warning',
    why: 'What was once to be overlooked is mended, or the comment names no rule that there is. Left behind, it hides the next finding of the kind.',
    whatToDo: 'Remove the comment, or write it as `# framework-ignore RULE: reason` above what it is for.',
    scope: 'findings',
    fixable: 'safe',
  },
  fix: ({ loaded, start, end, data: { idle } }) => {
    if (idle === undefined) return [];
    const { text } = loaded.document;
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const newline = text.indexOf('\n', end);
    return [
      {
        title: 'Remove the comment',
        safe: true,
        edits: [{ start: from, end: newline < 0 ? text.length : newline + 1, text: '' }],
      },
    ];
  },
};
