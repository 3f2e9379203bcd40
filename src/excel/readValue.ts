import { dateFromSerial, format, getFormatFromId, isDateFormat } from 'numfmt';
import type { RawKind } from '../core/sheet/raw.ts';

/** From 1900 to 1904, the day from which the dates of some workbooks count. */
const DAYS_TO_1904 = 1462;

interface Shown {
  readonly text: string;
  readonly kind: RawKind;
}

/**
 * A number as a person reads it in its cell: a date as `2024-01-02`, a share as `50%`. In a file of its own with
 * numfmt, which takes longer to load than a usual workbook to read, and is needed only where numbers are.
 * @param style the cell's number format, or the number of a common one
 */
export function shownNumber(value: number, style: string | number, from1904: boolean): Shown {
  try {
    const pattern = typeof style === 'number' ? getFormatFromId(style) || 'General' : style;
    if (isDateFormat(pattern) && !/\[[hms]/i.test(pattern) && value >= 0)
      return { text: isoDate(value + (from1904 ? DAYS_TO_1904 : 0)), kind: 'date' };
    return { text: format(pattern, value).trim(), kind: 'number' };
  } catch {
    // A format that is none: the number as it is.
    return { text: String(value), kind: 'number' };
  }
}

function isoDate(serial: number): string {
  const [year, month, day, hour, minute, second] = dateFromSerial(serial) as number[];
  const two = (number = 0) => String(Math.floor(number)).padStart(2, '0');
  const time = `${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`;
  if (serial < 1) return time;
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return Number.isInteger(serial) ? date : `${date} ${time}`;
}
