import { dateFromSerial, format, isDateFormat } from 'numfmt';
import type { RawKind } from '../core/sheet/raw.ts';
import { type CellStyle, NO_STYLE } from './readStyles.ts';

/** From 1900 to 1904, the day from which the dates of some workbooks count. */
const DAYS_TO_1904 = 1462;

interface Shown {
  readonly text: string;
  readonly kind: RawKind;
}

/** A number as a person reads it in its cell: a date as `2024-01-02`, a share as `50%`. */
export function shownNumber(raw: string, style: CellStyle = NO_STYLE, from1904 = false): Shown {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return { text: raw, kind: 'text' };
  try {
    if (isDateFormat(style.format) && !style.format.includes('[h') && value >= 0)
      return { text: isoDate(value + (from1904 ? DAYS_TO_1904 : 0)), kind: 'date' };
    return { text: format(style.format, value).trim(), kind: 'number' };
  } catch {
    // A format that is none: the number as it is.
    return { text: String(value), kind: 'number' };
  }
}

/** A date that stands in the file as one: its time left out where it is midnight. */
export function shownDate(raw: string): Shown {
  return { text: raw.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' '), kind: 'date' };
}

function isoDate(serial: number): string {
  const [year, month, day, hour, minute, second] = dateFromSerial(serial) as number[];
  const two = (number = 0) => String(Math.floor(number)).padStart(2, '0');
  const time = `${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`;
  if (serial < 1) return time;
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return Number.isInteger(serial) ? date : `${date} ${time}`;
}
