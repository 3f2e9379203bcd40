import { locate } from '../../model/locate.ts';
import { pairOf } from '../../yaml/nodes.ts';
import { renamed } from '../renamed.ts';
import type { ReadingRule } from '../rule.ts';

export const unknownKey: ReadingRule = {
  meta: {
    id: 'unknown-key',
    title: 'A key that the format does not have',
    severity: 'error',
    why: 'A misspelt key would lose what stands under it without a word.',
    whatToDo: 'Correct the key. For data of your own, begin the key with `x-`.',
    scope: 'reading',
    fixable: 'unsafe',
  },
  fix: context => {
    const holder = locate(context.loaded, context.start).maps.at(-1);
    const { near } = context.data;
    // A key that is there already would then stand twice.
    return near !== undefined && holder && pairOf(holder, near) ? [] : renamed(context);
  },
};
