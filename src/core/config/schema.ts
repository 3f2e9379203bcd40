import * as z from 'zod/mini';

/** The shape of `framework.config.yaml`. Every scalar of it is text, as in a framework file. */

export const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

/** What each key at the top is for. */
export const KEYS = {
  rules: 'How much each rule weighs, and what it is told: the id of a rule, and a severity or its options.',
  words: 'Words and names that are right as they are, for all rules about words.',
  versioning:
    'What each class of change asks of the version number: major, minor or patch. What is left out is as usual.',
} as const;

/** What each severity means. */
export const SEVERITY_MEANINGS: Readonly<Record<(typeof SEVERITIES)[number], string>> = {
  off: 'The rule is not run.',
  info: 'A remark: it never fails a check.',
  warning: 'Worth a look: it fails a check only where a number of warnings is too many.',
  error: 'Must be mended: it fails a check.',
};

/** What stands for the severity among the options of a rule. */
export const SEVERITY_KEY = 'How much this rule weighs.';

/** What an option of a rule holds, in words. */
export const HOLDS = {
  texts: 'a list of texts',
  lists: 'a list of lists of texts',
  map: 'texts, each after a text and a colon',
} as const;

const texts = z.array(z.string());

/** What an option of a rule holds, by the name that the rule gives it. */
export const OPTION_SHAPES = {
  texts,
  lists: z.array(texts),
  map: z.record(z.string(), z.string()),
} as const;

/** Which part of a version number goes up. */
export const BUMPS = ['major', 'minor', 'patch'] as const;

/** What a body may set for the version number, and what each is for. */
export const VERSIONING = {
  raises: 'A statement asks more than before. As usual: major.',
  lowers: 'A statement asks less than before, or is gone. As usual: minor.',
  clarifies: 'A statement asks the same in other words. As usual: minor.',
  editorial: 'A statement has the same words: spelling, punctuation or place. As usual: patch.',
  undecided: 'Nobody has said yet whether a statement asks more. As usual: minor.',
  other: 'Something changed that is no statement: a title, a level, the glossary. As usual: minor.',
} as const;

const Bump = z.optional(z.enum(BUMPS));

const Severity = z.enum(SEVERITIES);

export const ConfigShape = z.strictObject({
  /** By the rule's id: how much it weighs, or that and what it may be told. */
  rules: z.optional(
    z.record(z.string(), z.union([Severity, z.looseObject({ severity: z.optional(Severity) })])),
  ),
  /** Words and names that are right as they are. */
  words: z.optional(texts),
  /** What each class of change asks of the version number. */
  versioning: z.optional(
    z.strictObject({
      raises: Bump,
      lowers: Bump,
      clarifies: Bump,
      editorial: Bump,
      undecided: Bump,
      other: Bump,
    }),
  ),
});
