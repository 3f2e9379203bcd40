import { wordDiff } from '../changes/words.ts';
import { AGREEMENT_LABELS, type Agreement } from '../changesView/wanted.ts';
import type { Book, BookCell, BookRow, BookSheet } from '../sheet/book.ts';
import { LISTS_SHEET } from '../sheet/names.ts';
import { readingTable, TABLE_HEAD } from '../sheet/readingTable.ts';
import { REPEATED, ROW_LINE, type StyleName, TOPIC_LINE } from '../sheet/styles.ts';
import { LONGEST_CELL, printable } from '../sheet/unwritable.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { listed } from '../text/listed.ts';
import type { Round, RoundItem, RoundReviewer, RoundVersion } from './round.ts';

const DECISIONS = ['Take it', 'Leave it', 'Discuss'];
const DECISIONS_NAME = 'FW_round_decisions';

/** How far the reviewers agree: how it looks and what it means. */
const AGREEMENTS: Record<Agreement, readonly [StyleName, string]> = {
  differ: ['missing', 'Reviewers want different things here: one version a row.'],
  all: ['asBelow', 'All reviewers want the same.'],
  several: ['asBelow', 'Several reviewers want the same, the others left it as it was.'],
  one: ['statement', 'One reviewer wants a change.'],
  none: ['notApplicable', 'Nobody wants a change, but somebody has said something.'],
};

/**
 * The workbook for the meeting that decides on a round of reviews: who returned what, and all that is wanted, one
 * version a row, with room for the decision. The same arguments give the same workbook.
 * @param date `2026-11-23`
 */
export function layoutRound(round: Round, date: string): Book {
  return atOnce(layingOutRound(round, date));
}

/** The same in slices. */
export function* layingOutRound(round: Round, date: string): Sliced<Book> {
  const title = `${round.framework.title}, version ${round.framework.version}`;
  const table = yield* itemsSheet(round, title);
  const asked = questionsSheet(round, title);
  const sheets = [overview(round, date, [table, ...asked]), table, ...asked, listsSheet()];
  return {
    properties: {
      title: `Reviews of ${title}`,
      subject: 'Summary of a round of reviews',
      creator: 'Framework Workbench',
      date,
      custom: new Map(),
    },
    sheets,
    names: [
      {
        name: DECISIONS_NAME,
        sheet: LISTS_SHEET,
        range: { top: 1, left: 1, bottom: DECISIONS.length, right: 1 },
      },
    ],
  };
}

function overview(round: Round, date: string, tables: readonly BookSheet[]): BookSheet {
  const { framework, reviewers, items } = round;
  const line = (...cells: (BookCell | undefined)[]): BookRow => ({ cells: [undefined, ...cells] });
  const plain = (text: string, style: StyleName = 'plain'): BookCell => ({ text: shown(text), style });
  const heading = (...texts: string[]): BookRow[] => [
    { height: 14, cells: [] },
    { height: 24, ...line(...texts.map(text => plain(text, 'head'))) },
  ];
  const agreements = Object.entries(AGREEMENTS).flatMap(([key, [style, meaning]]) => {
    const count = items.filter(item => item.agreement === key).length;
    return count === 0
      ? []
      : [
          line(
            plain(AGREEMENT_LABELS[key as Agreement], style),
            plain(String(count), 'statement'),
            ...spread(plain(meaning, 'statement')),
          ),
        ];
  });
  return {
    name: 'Summary',
    state: 'visible',
    tabColour: '1F3864',
    columns: [3, 34, 16, 14, 14, 64].map(width => ({ width, style: 'plain' as const })),
    rows: [
      { height: 12, cells: [] },
      { height: 34, cells: [undefined, plain('What the reviewers say', 'bookTitle')] },
      {
        height: 20,
        cells: [undefined, plain(`${framework.title}, version ${framework.version}  ·  ${date}`, 'subtitle')],
      },
      ...heading('Reviewer', 'Saved on', 'Changes', 'Comments', 'What came back'),
      ...reviewers.map(reviewer =>
        line(
          plain(reviewer.name, 'topic'),
          plain(reviewer.savedAt?.slice(0, 10) ?? '', 'statement'),
          plain(String(reviewer.changes), 'statement'),
          plain(String(reviewer.notes), 'statement'),
          plain(remarkOn(reviewer), 'statement'),
        ),
      ),
      ...heading('Agreement', 'How often', '', '', 'What it means'),
      ...agreements,
      ...heading('Where to read on', '', '', '', ''),
      ...tables.map(({ name, rows }) =>
        line(
          { text: name, style: 'link', link: { sheet: name, cell: 'A1' } },
          ...spread(plain(rows[1]?.cells[0]?.text ?? '')),
        ),
      ),
    ],
    print: {
      orientation: 'landscape',
      repeatRows: 0,
      footer: `${framework.title}, version ${framework.version}`,
    },
  };
}

/** A text in the last of the columns, behind empty ones of its look. */
function spread(cell: BookCell): BookCell[] {
  const gaps = cell.style === 'statement' ? 2 : 3;
  return [...Array.from({ length: gaps }, (): BookCell => ({ text: '', style: cell.style })), cell];
}

function remarkOn({ returnedNothing, questions }: RoundReviewer): string {
  if (returnedNothing) return 'Returned it as it was sent.';
  return questions.length === 0 ? '' : `${questions.length} to be asked back.`;
}

/** So many items are laid out before others may have a turn. */
const AT_A_TIME = 64;

const COLUMNS = [
  { head: 'No.', width: 7 },
  { head: 'Area', width: 20 },
  { head: 'Topic', width: 22 },
  { head: 'Level', width: 11 },
  { head: 'As it was sent', width: 36 },
  { head: 'What is wanted', width: 46 },
  { head: 'By', width: 18 },
  { head: 'Agreement', width: 15 },
  { head: 'Comments', width: 34 },
  { head: 'Decision', width: 14 },
];
/** The columns that say the same for each version of one thing. */
const REPEATING = 5;

function* itemsSheet({ items }: Round, footer: string): Sliced<BookSheet> {
  const rows: BookCell[][] = [];
  for (const [index, item] of items.entries()) {
    if (index % AT_A_TIME === 0) yield;
    rows.push(...itemRows(item, String(index + 1)));
  }
  yield;
  const sheet = readingTable({
    name: 'Decisions',
    tabColour: '2E75B6',
    title: 'What to decide',
    lead:
      rows.length === 0
        ? 'No reviewer wants a change or has said anything.'
        : 'One version a row: struck-out words would go, underlined ones would come. Write the decision in the last column.',
    columns: COLUMNS,
    rows,
    footer,
  });
  if (rows.length === 0) return sheet;
  const [top, bottom] = [TABLE_HEAD + 1, TABLE_HEAD + rows.length];
  const same = `$A${top}=$A${top - 1}`;
  return {
    ...sheet,
    choices: [
      {
        range: { top, left: COLUMNS.length, bottom, right: COLUMNS.length },
        list: DECISIONS_NAME,
        strict: false,
        title: 'Decision',
        message: 'Choose from the list, or write what was decided.',
      },
    ],
    emphases: [
      {
        range: { top, left: 1, bottom, right: REPEATING },
        condition: same,
        look: { colour: REPEATED },
      },
      {
        range: { top, left: 1, bottom, right: COLUMNS.length },
        condition: `NOT(${same})`,
        look: { topLine: TOPIC_LINE, bottomLine: ROW_LINE },
      },
    ],
  };
}

function itemRows(item: RoundItem, number: string): BookCell[][] {
  const [look] = AGREEMENTS[item.agreement];
  const plain = (text: string): BookCell => ({ text: shown(text), style: 'statement' });
  const versions: readonly (RoundVersion | undefined)[] =
    item.versions.length > 0 ? item.versions : [undefined];
  const leave =
    item.unchanged.length > 0 && item.versions.length > 0 ? `Left as it was: ${listed(item.unchanged)}.` : '';
  const comments = item.notes.map(({ author, text }) => `${author}: ${text}`);
  return versions.map((version, index): BookCell[] => [
    plain(number),
    plain(item.areaTitle ?? ''),
    plain([item.sectionTitle, item.topicTitle].filter(Boolean).join(' › ')),
    plain(item.levelTitle ?? ''),
    plain(
      [item.before ?? '', item.today === undefined ? '' : `Today the file says: ${item.today}`]
        .filter(Boolean)
        .join('\n\n'),
    ),
    version ? wantedCell(item, version) : plain(''),
    plain(version ? listed(version.reviewers) : ''),
    { text: AGREEMENT_LABELS[item.agreement], style: look },
    plain(index === 0 ? [...comments, leave].filter(Boolean).join('\n') : ''),
    { text: '', style: 'statement' },
  ]);
}

/** The words of a text against what was sent; of anything else what would happen, in a sentence. */
function wantedCell({ before }: RoundItem, { after, sentence }: RoundVersion): BookCell {
  const said: BookCell = { text: shown(`${sentence}.`), style: 'statement' };
  if (after === undefined) return said;
  const words = wordDiff(shown(before ?? ''), shown(after));
  const text = words.map(part => part.text).join('');
  return text.length <= LONGEST_CELL ? { text, words, style: 'statement' } : said;
}

function questionsSheet({ reviewers }: Round, footer: string): BookSheet[] {
  const rows = reviewers.flatMap(({ name, questions }) =>
    questions.map((question): BookCell[] => [
      { text: shown(name), style: 'topic' },
      { text: shown(question), style: 'statement' },
    ]),
  );
  if (rows.length === 0) return [];
  return [
    readingTable({
      name: 'To ask back',
      tabColour: '9C3D54',
      title: 'What to ask the reviewers',
      lead: 'What came back and cannot be understood without asking.',
      columns: [
        { head: 'Reviewer', width: 30 },
        { head: 'Question', width: 120 },
      ],
      rows,
      footer,
    }),
  ];
}

function listsSheet(): BookSheet {
  return {
    name: LISTS_SHEET,
    state: 'hidden',
    columns: [{ width: 20 }],
    rows: DECISIONS.map(text => ({ cells: [{ text, style: 'meta' }] })),
    print: { orientation: 'portrait', repeatRows: 0 },
  };
}

function shown(text: string): string {
  return printable(text, LONGEST_CELL);
}
