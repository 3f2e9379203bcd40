import { words } from 'british:words';
import type { Spelling } from '../core/index.ts';
import { spellingOf } from './spelling.ts';

let spelling: Spelling | undefined;

/** The British dictionary. To read it takes some 20 to 40 ms the first time. */
export function britishSpelling(): Spelling {
  spelling ??= spellingOf(words);
  return spelling;
}
