/** What other YAML tools (of YAML 1.1 or 1.2) read unquoted text as, where that is not text. */

import type { Spot } from './nodes.ts';
import type { Problem } from './problem.ts';

const NUMBER =
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+|\.inf|\.Inf|\.INF|(?:\d[\d_]*)?\.?\d[\d_]*(?:[eE][-+]?\d+)?|\d[\d_]*\.(?:[eE][-+]?\d+)?)$|^\.(?:nan|NaN|NAN)$/;
const TIME = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/;
const DATE =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)?$/;
const YES_NO = /^(?:y|Y|n|N|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
/** What all of these begin with: nearly no text does. */
const SUSPECT = /^[-+.\dyYnNtTfFoO~=<]/;
const NOTHING = /^(?:~|null|Null|NULL)$/;

/**
 * @param text a plain (unquoted) scalar
 * @returns what another tool would make of it, in plain words, or undefined if all read it as this text
 */
export function misreadAs(text: string): string | undefined {
  if (text.length > 40 || !SUSPECT.test(text)) return undefined;
  if (YES_NO.test(text)) return 'yes or no';
  if (NOTHING.test(text)) return 'nothing at all';
  if (DATE.test(text)) return 'a date';
  if (TIME.test(text)) return 'a time or a number';
  if (NUMBER.test(text)) return 'a number';
  if (text === '=' || text === '<<') return 'something else';
  return undefined;
}

/** The problem of a plain scalar that other tools misread, if it is one. */
export function misreadValue(text: string, spot: Spot): Problem | undefined {
  const misread = misreadAs(text);
  if (!misread || text === '<<') return undefined;
  return {
    code: 'misread-value',
    spot,
    message: `Other tools read ${text} as ${misread}, not as text. Put it in quotes: "${text}".`,
    data: { text },
  };
}
