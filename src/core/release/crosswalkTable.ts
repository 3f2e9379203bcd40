import { csvLine } from '../text/csvLine.ts';
import type { LivingCell } from '../versions/cells.ts';
import type { ReasonedCrossing } from '../versions/reasons.ts';
import type { Release } from './release.ts';

/** One line of a crosswalk as plain data, for machines. */
export interface CrosswalkLine {
  readonly disposition: string;
  readonly class?: string;
  readonly because?: string;
  readonly reason?: string;
  readonly from?: CrosswalkPlace;
  readonly to?: CrosswalkPlace;
}

export interface CrosswalkPlace {
  readonly area: string;
  readonly section: string;
  readonly topic: string;
  readonly row: string;
  readonly level: string;
  readonly statement: string;
}

/** The crosswalk of a release: every old and every new statement has a line at least. */
function crosswalkLines({ crosswalk }: Release): CrosswalkLine[] {
  return crosswalk.map(line => ({
    disposition: line.disposition,
    ...(line.judgement && { class: line.judgement.class, because: becauseOf(line) }),
    ...reasonOf(line),
    ...(line.from && { from: placeOf(line.from) }),
    ...(line.to && { to: placeOf(line.to) }),
  }));
}

const PLACE = ['area', 'section', 'topic', 'row', 'level', 'statement'] as const;
const HEAD = [
  ...PLACE.map(name => `old_${name}`),
  'disposition',
  'class',
  'because',
  'reason',
  ...PLACE.map(name => `new_${name}`),
];

/** The crosswalk as CSV (RFC 4180) with a head line; lines end with CR LF, the last one too. Ids stand for what has one. */
export function crosswalkCsv(release: Release): string {
  const rows = crosswalkLines(release).map(line => [
    ...PLACE.map(name => line.from?.[name] ?? ''),
    line.disposition,
    line.class ?? '',
    line.because ?? '',
    line.reason ?? '',
    ...PLACE.map(name => line.to?.[name] ?? ''),
  ]);
  return [HEAD, ...rows].map(csvLine).join('');
}

/** The crosswalk as JSON: the two versions and a line for each statement. */
export function crosswalkJson(release: Release): string {
  const { title, from, to } = release;
  return `${JSON.stringify({ title, from, to, crosswalk: crosswalkLines(release) }, null, 2)}\n`;
}

function placeOf({ area, section, topic, row, level, text }: LivingCell): CrosswalkPlace {
  return { area: area.id, section: section.kind, topic: topic.id, row: row.id, level, statement: text };
}

function reasonOf({ said, why }: ReasonedCrossing): { readonly reason?: string } {
  const reason = said?.reason ?? why;
  return reason === undefined ? {} : { reason };
}

function becauseOf({ judgement }: ReasonedCrossing): string {
  return (judgement?.because ?? [])
    .map(({ reason, words }) => (words === undefined ? reason : `${reason}: ${words}`))
    .join('; ');
}
