/** What other YAML tools (of YAML 1.1 or 1.2) read unquoted text as, where that is not text. */

const NUMBER =
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+|\.inf|\.Inf|\.INF|(?:\d[\d_]*)?\.?\d[\d_]*(?:[eE][-+]?\d+)?|\d[\d_]*\.(?:[eE][-+]?\d+)?)$|^\.(?:nan|NaN|NAN)$/;
const TIME = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/;
const DATE =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)?$/;
const YES_NO = /^(?:y|Y|n|N|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const NOTHING = /^(?:~|null|Null|NULL)$/;

/**
 * @param text a plain (unquoted) scalar
 * @returns what another tool would make of it, in plain words, or undefined if all read it as this text
 */
export function misreadAs(text: string): string | undefined {
  if (text.length > 40) return undefined;
  if (YES_NO.test(text)) return 'yes or no';
  if (NOTHING.test(text)) return 'nothing at all';
  if (DATE.test(text)) return 'a date';
  if (TIME.test(text)) return 'a time or a number';
  if (NUMBER.test(text)) return 'a number';
  if (text === '=' || text === '<<') return 'something else';
  return undefined;
}
