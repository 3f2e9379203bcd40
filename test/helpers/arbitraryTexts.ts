import fc from 'fast-check';
import { normaliseLine, normaliseStatement } from '../../src/core/model/statement.ts';
import type { Plain } from '../../src/core/model/types.ts';

/** Legal ids that YAML, spreadsheets or JavaScript objects are known to take for something else. */
const ODD_IDS = [
  ...[
    '0.5',
    '1st',
    '2nd',
    '3rd',
    '1',
    '2',
    '10',
    '007',
    '1.20',
    '1e3',
    '0x1F',
    '1_000',
    '2026-01-01',
    '12.30',
  ],
  ...['no', 'No', 'yes', 'on', 'null', 'true', 'NaN', 'constructor', 'toString', 'hasOwnProperty'],
  ...['a', 'A', 'b', 'a.b', 'a_b-c', 'x-1', 'devices-1', 'devices-and-applications', 'functions', 'area-2'],
];

const ODD_TEXTS = [
  ...[
    'Install: configure & test #3',
    '# not a comment',
    'a # b',
    '- item',
    '? what',
    ': colon',
    'key: value',
  ],
  ...['"quoted"', "it's", "'", '"', '\\', '\\n', '%', '@at', '`tick`', '!tag', '&anchor', '*alias', '|', '>'],
  ...['[x]', '{a: b}', '---', '...', 'no', '1.20', '~', 'null', '0x1F', '=1+1', '+1', '2026-11-23', '<<'],
  ...[
    'tab\there',
    'two  spaces',
    'trailing ',
    ' leading',
    'nbsp\u00a0here',
    'é — “so”',
    '日本語',
    '👩‍💻 works',
  ],
  ...['First.\nSecond.', 'First.\n- second\n# third', 'one:\ntwo', 'e.g. a, b\n  indented\nend'],
];

const WORDS = [
  'install',
  'test',
  'and',
  'advise',
  'hardware',
  'e.g.',
  'network',
  'of',
  'users,',
  'data',
  'plan.',
  // Words that JavaScript objects answer to.
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__',
];

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map(words => words.join(' '));
const anyText = fc.oneof(
  { weight: 5, arbitrary: sentence },
  { weight: 3, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

/** An id: often odd, always legal. */
export const ids = fc.oneof(
  fc.constantFrom(...ODD_IDS),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,4}[A-Za-z0-9]$/),
);

/** The text of a statement or a note: never empty, paragraphs joined by one newline. */
export const statementTexts = anyText.map(text => normaliseStatement(text) || 'x');

/** Text of one line, such as a title: never empty, no white space at its ends. */
export const lines = anyText.map(text => normaliseLine(text) || 'x');

/** The value of an `x-` key. Its objects have no prototype. */
export const plains: fc.Arbitrary<Plain> = fc.letrec<{ plain: Plain }>(tie => ({
  plain: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 4, arbitrary: fc.oneof(anyText, fc.constant('')) },
    { weight: 1, arbitrary: fc.array(tie('plain'), { maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(fc.oneof(ids, lines, fc.constant('__proto__')), tie('plain')), { maxLength: 3 })
        .map(withoutPrototype),
    },
  ),
})).plain;

export const extraKeys = fc.constantFrom('x-a', 'x-b.c', 'x-Owner', 'x-1', 'x-id');

function withoutPrototype(pairs: readonly [string, Plain][]): Plain {
  const object: Record<string, Plain> = Object.create(null);
  for (const [key, value] of pairs) object[key] = value;
  return object;
}
