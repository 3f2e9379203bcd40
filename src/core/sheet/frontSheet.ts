import type { Framework } from '../model/types.ts';
import { cellAddress } from './address.ts';
import { HEAD_ROW, TITLE_COLUMN } from './areaSheet.ts';
import type { BookCell, BookRow, BookSheet } from './book.ts';
import type { LayoutOptions, TableArea, TableLevel } from './scope.ts';
import type { StyleName } from './styles.ts';

const HOW_TO: readonly (readonly [string, string])[] = [
  ['Change', 'Open the sheet of an area (links below) and type over any statement, topic or area title.'],
  ['Add', 'Insert a row where it belongs; fill in the section, the topic and the statement of each level.'],
  ['Remove', 'Delete the row. That is a proposal: nothing goes until the maintainer has agreed.'],
  ['Ask', 'Add a comment to the cell. Sort, filter, hide and widen as you like: nothing gets lost.'],
  ['Send back', 'Save the workbook under its type (.xlsx) and send it back. There is nothing else to do.'],
];

const EDITABLE: readonly (readonly [string, string])[] = [
  [
    'You can edit',
    'On the sheet of an area: every statement, topic and section, and the title above the table.',
  ],
  ['For reading only', 'All other sheets. To propose a change there, add a comment.'],
  [
    'Please leave alone',
    'Hidden columns and sheets: they tell which row is which when the workbook comes back.',
  ],
];

/** Another sheet that the front sheet leads to. */
export interface AlsoHere {
  readonly sheet: string;
  readonly text: string;
}

/** What a newcomer sees first: what this is, how to review it in five lines, what the colours mean, where the areas are. */
export function frontSheet(
  name: string,
  framework: Framework,
  areas: readonly (TableArea & { readonly sheet: string })[],
  levels: readonly TableLevel[],
  also: readonly AlsoHere[],
  options: LayoutOptions,
): BookSheet {
  const { details } = framework;
  const rows: BookRow[] = [
    { height: 12, cells: [] },
    { height: 34, cells: [undefined, { text: details.title, style: 'bookTitle' }] },
    { height: 20, cells: [undefined, { text: versionLine(framework), style: 'subtitle' }] },
    ...copyLines(areas, levels, options),
    ...heading('How to review'),
    ...HOW_TO.map(([label, text], index) => line(`${index + 1}  ${label}`, text, 'step')),
    ...heading('What you can edit'),
    ...EDITABLE.map(([label, text]) => line(label, text)),
    ...heading('What the looks mean'),
    ...legend(areas, options.since?.name),
    ...heading('The areas'),
    ...areas.map(areaLine),
    ...heading('Also in this workbook'),
    ...also.map(alsoLine),
  ];
  return {
    name,
    state: 'visible',
    tabColour: '1F3864',
    columns: [{ width: 3 }, { width: 34, style: 'plain' }, { width: 92, style: 'plain' }],
    rows,
    print: { orientation: 'landscape', repeatRows: 0, onePage: areas.length <= 20 },
  };
}

export function versionLine({ details }: Framework): string {
  const state =
    details.status === 'draft' ? 'draft' : `published${details.date ? ` on ${details.date}` : ''}`;
  return [`Version ${details.version}, ${state}`, details.publisher].filter(Boolean).join('  ·  ');
}

function copyLines(
  areas: readonly TableArea[],
  levels: readonly TableLevel[],
  { reviewer, date, scope }: LayoutOptions,
): BookRow[] {
  const lines: BookRow[] = [];
  if (reviewer !== undefined) lines.push(line('For', date === undefined ? reviewer : `${reviewer}, ${date}`));
  else if (date !== undefined) lines.push(line('Sent out on', date));
  if (scope?.areas || scope?.levels)
    lines.push(
      line(
        'Only a part',
        [
          scope.areas && `areas: ${areas.map(({ shown }) => shown).join(', ')}`,
          scope.levels && `levels: ${levels.map(({ head }) => head).join(', ')}`,
        ]
          .filter(Boolean)
          .join('; '),
      ),
    );
  return lines.length > 0 ? [{ height: 8, cells: [] }, ...lines] : [];
}

function heading(text: string): BookRow[] {
  return [
    { height: 14, cells: [] },
    {
      height: 22,
      cells: [undefined, { text, style: 'heading' }, { text: '', style: 'heading' }],
    },
    { height: 5, cells: [] },
  ];
}

function line(label: string, text: string, style: StyleName = 'label'): BookRow {
  return { cells: [undefined, { text: label, style }, { text, style: 'plain' }] };
}

function alsoLine({ sheet, text }: AlsoHere): BookRow {
  return {
    cells: [undefined, { text: sheet, style: 'link', link: { sheet, cell: 'A1' } }, { text, style: 'plain' }],
  };
}

function legend(areas: readonly TableArea[], since: string | undefined): BookRow[] {
  const used = new Set(
    areas.flatMap(({ rows }) => rows.flatMap(({ row }) => [...(row?.blank.values() ?? [])])),
  );
  const swatch = (text: string, style: StyleName, meaning: string): BookRow => ({
    cells: [undefined, { text, style }, { text: meaning, style: 'plain' }],
  });
  return [
    swatch('Topic', 'topic', 'The first row of a topic. A line above it shows where the topic begins.'),
    swatch(
      'Topic',
      'repeatedSample',
      'The same section and topic as in the row above, repeated so that you can sort and filter.',
    ),
    ...(since === undefined
      ? []
      : [
          swatch(
            'Changed',
            'changed',
            `Changed since ${since}; the note on the cell says what it said before.`,
          ),
          swatch('New', 'new', `New since ${since}.`),
        ]),
    ...(used.has('not-applicable') ? [swatch('', 'notApplicable', 'Nothing is asked at this level.')] : []),
    ...(used.has('as-below') ? [swatch('', 'asBelow', 'The same as the level below.')] : []),
    ...(used.has('missing') ? [swatch('', 'missing', 'Still to be written.')] : []),
  ];
}

function areaLine({ shown, sheet, rows }: TableArea & { readonly sheet: string }): BookRow {
  const statements = rows.reduce((sum, { row }) => sum + (row?.statements.size ?? 0), 0);
  const topics = new Set(rows.map(({ topic }) => topic.id)).size;
  const link: BookCell = {
    text: shown,
    style: 'link',
    link: { sheet, cell: cellAddress(TITLE_COLUMN, HEAD_ROW + 1) },
  };
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  return {
    cells: [
      undefined,
      link,
      { text: `${count(topics, 'topic')}, ${count(statements, 'statement')}`, style: 'plain' },
    ],
  };
}
