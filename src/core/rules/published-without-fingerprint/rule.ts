import type { CheckingRule } from '../rule.ts';

export const publishedWithoutFingerprint: CheckingRule<'framework'> = {
  meta: {
    id: 'published-without-fingerprint',
    title: 'A published version whose words nothing guards',
    severity: 'warning',
    why: 'The fingerprint is taken of the words that were published. Without it nobody notices when one of them is changed later.',
    whatToDo:
      'Bring `fingerprint` back from an earlier state of the file. If there never was one, see that the words are those that were published, and run `framework publish` on the file.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, report }) {
    const { status, fingerprint } = framework.details;
    if (status !== 'published' || fingerprint !== undefined) return;
    report({
      message:
        'This version is published, but has no `fingerprint`, so that nothing guards its words. Bring it back; if there never was one, see that the words are those that were published, and publish the file again.',
      at: { node: framework.details, key: 'status' },
    });
  },
};
