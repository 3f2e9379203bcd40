import type { Severity } from './rule.ts';

/** Something found wrong. Offsets are UTF-16 units of the text that it was found in. */
export interface Finding {
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The id of the row that it is in. */
  readonly row?: string;
  readonly level?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly related?: readonly { readonly start: number; readonly end: number; readonly message: string }[];
}
