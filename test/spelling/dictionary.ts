import { britishWords } from '../../scripts/lib/britishWords.mjs';
import { spellingOf } from '../../src/spelling/spelling.ts';

/** The dictionary that is shipped, for tests of what is found with it. */
export const spelling = spellingOf(britishWords());
