import type { Framework } from '../../model/types.ts';

/** How commands name things in the sentences that people read. */

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** The title of a level, or its id where there is no such level any more. */
export function levelName(framework: Framework, id: string): string {
  return framework.levels.find(level => level.id === id)?.title ?? id;
}

export const goneRow = (id: string) => `Row ${id} is no longer there.`;
export const goneLevel = (id: string) => `There is no level ${id} any more.`;
export const gonePlace = 'The place where it was to go is no longer there.';
export const changedMeanwhile = 'This text has changed meanwhile, so it was left as it is now.';
