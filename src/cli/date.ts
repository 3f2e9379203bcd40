import process from 'node:process';

/** The calendar date here and now, `2026-11-23`; that of `SOURCE_DATE_EPOCH`, in UTC, where it is set. */
export function today(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d{1,11}$/.test(epoch))
    return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
