import { isVersionNumber } from '../../model/version.ts';
import type { CheckingRule } from '../rule.ts';

export const versionNumber: CheckingRule<'framework'> = {
  meta: {
    id: 'version-number',
    title: 'A version that is no number',
    severity: 'warning',
    why: 'Only numbers tell which of two versions comes first. With any other version the program cannot say which one is the newest, which version a draft follows, or whether an id was published before it.',
    whatToDo: 'Write numbers parted by dots, such as 1.3. That it is a draft is what `status` says.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, report }) {
    const { details } = framework;
    const { version, status } = details;
    // What is published keeps its version, and an empty one is a finding already.
    if (status !== 'draft' || version.trim() === '' || isVersionNumber(version)) return;
    report({
      message: `“${version}” is no number, so nobody can tell which versions come before it. Write numbers parted by dots, such as 1.3.`,
      at: { node: details, key: 'version' },
    });
  },
};
