import { nearest } from '../../model/shapeProblems.ts';
import { renamed } from '../renamed.ts';
import type { ReadingRule } from '../rule.ts';

export const unknownId: ReadingRule = {
  meta: {
    id: 'unknown-id',
    title: 'A reference to a row that is not there',
    severity: 'error',
    why: 'A reader who follows the reference finds nothing.',
    whatToDo: 'Correct the id, or remove the reference.',
    scope: 'reading',
    fixable: 'unsafe',
  },
  fix: context => {
    const { areas } = context.loaded.framework;
    const topics = areas.flatMap(area => area.sections).flatMap(section => section.topics);
    const near = nearest(
      context.covered.replace(/^["']|["']$/g, ''),
      topics.flatMap(topic => topic.rows.map(row => row.id)),
    );
    return near === undefined ? [] : renamed({ ...context, data: { near } });
  },
};
