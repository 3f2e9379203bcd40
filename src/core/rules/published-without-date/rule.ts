import type { CheckingRule } from '../rule.ts';

export const publishedWithoutDate: CheckingRule<'framework'> = {
  meta: {
    id: 'published-without-date',
    title: 'A published version without its date',
    severity: 'info',
    why: 'A reader cannot tell how old the version is, nor which of two came first.',
    whatToDo: 'Add `date` with the day of publication, if it is known.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, report }) {
    const { details } = framework;
    if (details.status !== 'published' || details.date !== undefined) return;
    report({
      message: 'This version is published, but has no `date`. Add the day of publication, if it is known.',
      at: { node: details, key: 'status' },
    });
  },
};
