import { fingerprint } from '../../model/fingerprint.ts';
import type { CheckingRule } from '../rule.ts';

export const changedAfterPublication: CheckingRule<'framework'> = {
  meta: {
    id: 'changed-after-publication',
    title: 'A published version that was changed since',
    severity: 'error',
    why: 'People work by the words that were published. The fingerprint was taken of them; it no longer fits, so that this file is not what was published.',
    whatToDo: 'Bring back the published words, and make the change in the next version.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, report }) {
    const { status, fingerprint: taken } = framework.details;
    if (status !== 'published' || taken === undefined || fingerprint(framework) === taken) return;
    report({
      message:
        'This is no longer what was published: the words do not fit the fingerprint. Bring them back, and make the change in the next version.',
      at: { node: framework.details, key: 'fingerprint' },
    });
  },
};
