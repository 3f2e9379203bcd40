import * as z from 'zod/mini';

/** The shape of `framework.config.yaml`. Every scalar of it is text, as in a framework file. */

export const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

const texts = z.array(z.string());

/** What an option of a rule holds, by the name that the rule gives it. */
export const OPTION_SHAPES = {
  texts,
  lists: z.array(texts),
  map: z.record(z.string(), z.string()),
} as const;

const Severity = z.enum(SEVERITIES);

export const ConfigShape = z.strictObject({
  /** By the rule's id: how much it weighs, or that and what it may be told. */
  rules: z.optional(
    z.record(z.string(), z.union([Severity, z.looseObject({ severity: z.optional(Severity) })])),
  ),
  /** Words and names that are right as they are. */
  words: z.optional(texts),
});
