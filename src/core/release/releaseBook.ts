import type { Book, BookCell, BookSheet } from '../sheet/book.ts';
import { readingTable, wordsCell } from '../sheet/readingTable.ts';
import { LONGEST_CELL, printable } from '../sheet/unwritable.ts';
import type { LivingCell } from '../versions/cells.ts';
import type { BarClass } from '../versions/judgement.ts';
import type { ReasonedCrossing } from '../versions/reasons.ts';
import { glanceOf, outdatedLines, sentence } from './glance.ts';
import { AFFECTED_LABELS, CLASS_LABELS, DISPOSITION_LABELS, versionLabel } from './labels.ts';
import type { Release, ReleaseItem } from './release.ts';

/**
 * A release as a workbook: what there is to say at a glance, the summary, the change log (to be filtered by level:
 * what changed for you), what changed beside the statements, and the crosswalk. The same release gives the same workbook.
 * @param date when it is said to be made: `2026-11-23`
 */
export function releaseBook(release: Release, date: string): Book {
  const footer = `${release.title}, ${versionLabel(release.from)} to ${versionLabel(release.to)}`;
  return {
    properties: {
      title: `${release.title}: what changed`,
      subject: `From ${versionLabel(release.from)} to ${versionLabel(release.to)}`,
      creator: 'Framework Workbench',
      date,
      custom: new Map(),
    },
    sheets: [
      glanceSheet(release, footer),
      summarySheet(release, footer),
      logSheet(release, footer),
      ...otherSheets(release, footer),
      crosswalkSheet(release, footer),
    ],
    names: [],
  };
}

function glanceSheet(release: Release, footer: string): BookSheet {
  const { classes, sentences } = glanceOf(release);
  return readingTable({
    name: 'At a glance',
    tabColour: '1F3864',
    title: `${release.title}: what changed`,
    lead: `From ${versionLabel(release.from)} to ${versionLabel(release.to)}.`,
    columns: [
      { head: 'For people assessed', width: 21 },
      { head: 'At a glance', width: 110 },
    ],
    rows: [
      ...classes.map(one => [classCell(one.class), plain(`${one.text} ${one.meaning}`)]),
      ...sentences.map(line => [plain(''), plain(line)]),
    ],
    footer,
  });
}

/** What changed beside the statements, and what was said and no longer counts; a sheet each, where there is any. */
function otherSheets(release: Release, footer: string): BookSheet[] {
  const sheet = (name: string, lead: string, lines: readonly string[]): BookSheet[] =>
    lines.length === 0
      ? []
      : [
          readingTable({
            name,
            tabColour: '8A97A6',
            title: name,
            lead,
            columns: [{ head: name, width: 130 }],
            rows: lines.map(line => [plain(line)]),
            footer,
          }),
        ];
  return [
    ...sheet('Also changed', 'What changed beside the statements.', release.other.map(sentence)),
    ...sheet(
      'Reasons that no longer fit',
      'What was said of changes and does not count any more.',
      outdatedLines(release),
    ),
  ];
}

function summarySheet(release: Release, footer: string): BookSheet {
  const { levels, areas } = release;
  return readingTable({
    name: 'Summary',
    tabColour: '1F3864',
    title: `${release.title}: what changed`,
    lead: `From ${versionLabel(release.from)} to ${versionLabel(release.to)}. Each cell shows the change that weighs most for a topic at a level.`,
    columns: [
      { head: 'Area', width: 28 },
      { head: 'Section', width: 14 },
      { head: 'Topic', width: 44 },
      ...levels.map(({ title }) => ({ head: title, width: 16 })),
      { head: 'Affects people already assessed', width: 34 },
    ],
    rows: areas.flatMap(area =>
      area.topics.map(topic => [
        plain(area.title),
        plain(topic.section),
        plain(topic.title ?? ''),
        ...levels.map(({ id }) => classCell(topic.strongest.get(id))),
        plain(AFFECTED_LABELS[topic.affected]),
      ]),
    ),
    footer,
  });
}

function logSheet(release: Release, footer: string): BookSheet {
  const titles = new Map(release.levels.map(({ id, title }) => [id, title]));
  const line = (area: string, section: string, topic: string, item: ReleaseItem): BookCell[] => [
    plain(area),
    plain(section),
    plain(topic),
    plain(titles.get(item.level) ?? item.level),
    plain(DISPOSITION_LABELS[item.disposition]),
    classCell(item.class),
    wordsCell(item.words),
    plain(whyOf(item)),
    plain(item.row),
  ];
  return readingTable({
    name: 'What changed',
    tabColour: 'B58900',
    title: 'What changed, statement by statement',
    lead: 'Filter by level to see what changed for you. Struck-out words are gone, underlined ones are new.',
    columns: [
      { head: 'Area', width: 24 },
      { head: 'Section', width: 14 },
      { head: 'Topic', width: 32 },
      { head: 'Level', width: 13 },
      { head: 'Change', width: 14 },
      { head: 'For people assessed', width: 21 },
      { head: 'Words', width: 80 },
      { head: 'Why', width: 40 },
      { head: 'Row', width: 24 },
    ],
    rows: release.areas.flatMap(area =>
      area.topics.flatMap(topic =>
        topic.items.map(item => line(area.title, topic.section, topic.title ?? '', item)),
      ),
    ),
    footer,
  });
}

function crosswalkSheet({ crosswalk }: Release, footer: string): BookSheet {
  const side = (cell: LivingCell | undefined): BookCell[] =>
    cell ? [plain(cell.row.id), plain(cell.level), plain(cell.text)] : [plain(''), plain(''), plain('')];
  const line = ({ from, to, disposition, judgement }: ReasonedCrossing): BookCell[] => [
    ...side(from),
    plain(DISPOSITION_LABELS[disposition]),
    classCell(judgement?.class),
    ...side(to),
  ];
  return readingTable({
    name: 'Crosswalk',
    tabColour: '8A97A6',
    title: 'Crosswalk',
    lead: 'What became of every earlier statement, and where every new one came from.',
    columns: [
      { head: 'Old row', width: 22 },
      { head: 'Old level', width: 11 },
      { head: 'Before', width: 56 },
      { head: 'What became of it', width: 19 },
      { head: 'For people assessed', width: 21 },
      { head: 'New row', width: 22 },
      { head: 'New level', width: 11 },
      { head: 'Now', width: 56 },
    ],
    rows: crosswalk.map(line),
    footer,
  });
}

function whyOf({ because, reason, overruled, elsewhere }: ReleaseItem): string {
  const where = elsewhere === undefined ? [] : [elsewhere];
  if (overruled !== undefined)
    return [...where, `${reason ?? ''} (found as “${CLASS_LABELS[overruled]}”)`.trim()].join('\n');
  const found = because.map(({ reason, words }) => (words === undefined ? reason : `${reason}: ${words}`));
  return [...where, ...(reason === undefined ? [] : [reason]), ...found].join('\n');
}

function plain(text: string): BookCell {
  return { text: printable(text, LONGEST_CELL), style: 'statement' };
}

function classCell(found: BarClass | undefined): BookCell {
  return found === undefined ? plain('') : { text: CLASS_LABELS[found], style: found };
}
