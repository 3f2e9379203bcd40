import {
  type ChangesInput,
  type ChangesView,
  diff,
  type Framework,
  loadFramework,
  parseYaml,
} from '../../src/core/index.ts';
import {
  type ComparisonInput,
  changesView,
  compare,
  comparisonView,
  releaseOf,
} from '../../src/core/publishing.ts';
import { wantedBy } from '../../src/core/review/agreement.ts';
import { textOfFile } from './frameworks.ts';

export const published = frameworkOf(textOfFile('framework/iteps-1.2.framework.yaml'));
export const draft = frameworkOf(textOfFile('samples/iteps-1.3-draft.framework.yaml'));

export function frameworkOf(text: string): Framework {
  return loadFramework(parseYaml(text)).framework;
}

/** The changes from V1.2 to the illustrative V1.3. */
export const changes = diff(published, draft);

/** A preview of these changes, as an import would show it. */
export function preview(more: Partial<ChangesInput> = {}): ChangesView {
  return changesView({
    mode: 'preview',
    title: 'Import review-ada.xlsx',
    from: { name: 'Version 1.2', framework: published },
    to: { name: 'review-ada.xlsx', framework: draft },
    changes,
    ...more,
  });
}

export const comparison = preview({
  mode: 'comparison',
  title: 'Compare versions',
  to: { name: 'Draft 1.3', framework: draft },
});

const REVIEWERS = ['Ada Example', 'Ben Sample', 'Cleo Model'];

/** A preview of what three reviewers want, with a conflict in which two agree. */
export const ofSeveral = preview({
  title: 'Import into iteps-1.3.framework.yaml',
  to: { name: REVIEWERS.join(', '), framework: draft },
  who: {
    wanted: changes.map((_, at) => {
      const count = (at % REVIEWERS.length) + 1;
      const by = REVIEWERS.slice(0, count);
      return wantedBy(by, count === 3 ? 'all' : count === 2 ? 'several' : 'one', [], 3);
    }),
    returnedNothing: [],
  },
  conflicts: [
    {
      id: 'statement:devices-1:1st',
      what: 'statement',
      row: 'devices-1',
      level: '1st',
      base: 'Install and test new hardware.',
      versions: [
        { side: 'Ada Example', value: 'Install, set up and test new hardware.' },
        { side: 'Ben Sample', value: 'Install and test new hardware, and record it.' },
        { side: 'Cleo Model', value: 'Install, set up and test new hardware.' },
      ],
      message:
        'The statement at devices-1, 1st was changed differently by Ada Example, Ben Sample and Cleo Model. Decide which holds.',
    },
  ],
});

/** A preview in which a reviewer and the file disagree, and a row did not come back. */
export const undecided = preview({
  conflicts: [
    {
      id: 'statement:devices-1:1st',
      what: 'statement',
      row: 'devices-1',
      level: '1st',
      base: 'Install and test new hardware.',
      versions: [
        { side: 'the file', value: 'Install, set up and test new hardware.' },
        { side: 'Ada', value: 'Install and test new hardware, and record it.' },
      ],
      message:
        'The statement at devices-1, 1st was changed differently by the file and Ada. Decide which holds.',
    },
  ],
  questions: [
    {
      id: 'delete:devices-3',
      place: 'Technical Skills',
      message: 'Row devices-3 did not come back ("Install simple software"). Delete it, or keep it?',
      options: ['keep', 'delete'],
    },
    {
      id: 'order:technical-skills',
      place: 'Technical Skills',
      message: 'The rows of Technical Skills came back in another order. Keep the order of the framework?',
      options: ['keep', 'take'],
      default: 'keep',
    },
  ],
  problems: [
    { place: 'Technical Skills!D14', message: 'The text stands beside the table and was left out.' },
  ],
});

/** The comparison of these versions as the command shows it: with a table, and whether the bar moves. */
export const compared = comparedAs();

export function comparedAs(more: Partial<ComparisonInput> = {}): ChangesView {
  const comparison = compare(published, draft);
  return comparisonView({
    title: '1.2 → 1.3',
    from: 'Version 1.2',
    to: 'Draft 1.3',
    comparison,
    release: releaseOf(comparison),
    canJudge: true,
    ...more,
  });
}
