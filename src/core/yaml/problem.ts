import type { Spot } from './nodes.ts';

/** What is wrong with the YAML or the shape at a place; `code` is the id of the rule that reports it. */
export interface Problem {
  readonly code: string;
  readonly spot: Spot;
  /** What is wrong and what to do, in plain words. */
  readonly message: string;
  /** What a quick fix needs to know. */
  readonly data?: Readonly<Record<string, string>>;
}
