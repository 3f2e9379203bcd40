import { cellAddress, parseAddress } from '../core/sheet/address.ts';
import type { RawBook, RawCell, RawName, RawRow, RawSheet } from '../core/sheet/raw.ts';
import { WorkbookError } from '../core/sheet/workbookError.ts';
import { RowCount } from './countRows.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type CommentsByCell, readComments, readPeople } from './readComments.ts';
import { readOds } from './readOds.ts';
import { readCoreProperties, readCustomProperties } from './readProperties.ts';
import { type Relation, readRelations } from './readRelations.ts';
import { type NumberCell, readSheet, type SheetContent, type SheetContext } from './readSheet.ts';
import { readStrings } from './readStrings.ts';
import { readStyles } from './readStyles.ts';
import { attribute, isTrue, readXml } from './readXml.ts';
import { damaged, passwordProtected, ZipParts } from './readZip.ts';
import { tooMany } from './tooLarge.ts';
import { unescapeCellText } from './xmlText.ts';

export interface ReadOptions {
  readonly limits?: Limits;
  /** The file's name, by which some files are told that are no workbooks. */
  readonly name?: string;
  /** Waited for between two pieces of the work; what it throws ends the work. */
  readonly onStep?: () => Promise<void>;
}

/**
 * Reads a workbook that came from somebody else's machine, strictly and within limits. Nothing in it is
 * executed, and nothing outside of it is looked at.
 * @throws WorkbookError in every case where it cannot be read as a whole
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<RawBook> {
  const { limits = LIMITS, name = '', onStep = async () => undefined } = options;
  refuseOthers(bytes, limits, name);
  const zip = new ZipParts(bytes, limits, onStep);
  if (await isOds(zip)) return readOds(zip, limits);
  const root = await readRelations(zip, '');
  const workbook = root.find(({ type, external }) => type === 'officeDocument' && !external)?.target;
  if (workbook === undefined) throw notAWorkbook();
  if (workbook.toLowerCase().endsWith('.bin')) throw otherFormat('a binary workbook (.xlsb)');
  const relations = await readRelations(zip, workbook);
  const outline = await readOutline(zip, workbook);
  if (outline.sheets.length === 0) throw notAWorkbook();
  if (outline.sheets.length > limits.sheets) throw tooMany('sheets');
  const part = (type: string) =>
    relations.find(relation => relation.type === type && zip.has(relation.target))?.target;
  const strings = part('sharedStrings');
  const styles = part('styles');
  const context: SheetContext = {
    strings: strings === undefined ? [] : await readStrings(zip, strings),
    styles: styles === undefined ? [] : await readStyles(zip, styles),
    cellsLeft: limits.cells,
    rows: new RowCount(limits),
    numbers: [],
  };
  const people = await readPeople(zip, relations);
  const passedOver = passedOverIn(zip);
  const contents: { name: string; state: RawSheet['state']; part: string; content: SheetContent }[] = [];
  for (const { name, state, relation } of outline.sheets) {
    const tie = relations.find(({ id }) => id === relation);
    if (tie && tie.type !== 'worksheet') {
      passedOver.push(`The sheet ${name} holds no cells (${tie.type}).`);
      continue;
    }
    if (!tie || !zip.has(tie.target)) throw damaged(`the sheet ${name} is missing`);
    const content = await readSheet(zip, tie.target, name, context);
    contents.push({ name, state, part: tie.target, content });
  }
  if (context.numbers.length > 0) await showNumbers(context.numbers, outline.from1904);
  const sheets: RawSheet[] = [];
  for (const { name, state, part: own, content } of contents) {
    const ties = await readRelations(zip, own);
    const rows = withExtras(content, ties, await readComments(zip, ties, people));
    sheets.push({ name, state, rows, merges: content.merges, hiddenColumns: content.hiddenColumns });
  }
  return {
    form: 'xlsx',
    sheets,
    names: outline.names.map(({ scope, ...name }) => {
      const sheet = scope === undefined ? undefined : outline.sheets[scope]?.name;
      return { ...name, ...(sheet !== undefined && { scope: sheet }) };
    }),
    custom: await readCustomProperties(zip, root),
    ...(await readCoreProperties(zip, root)),
    passedOver,
  };
}

async function showNumbers(numbers: readonly NumberCell[], from1904: boolean): Promise<void> {
  const { shownNumber } = await import('./readValue.ts');
  for (const { cell, value, format } of numbers) Object.assign(cell, shownNumber(value, format, from1904));
}

function notAWorkbook(): WorkbookError {
  return new WorkbookError(
    'not-a-workbook',
    'The file is no workbook (.xlsx or .ods): choose the workbook that the reviewer sent back.',
  );
}

function otherFormat(what: string): WorkbookError {
  return new WorkbookError(
    'other-format',
    `The file is ${what}: save it as an Excel workbook (.xlsx), then import it again.`,
  );
}

function refuseOthers(bytes: Uint8Array, limits: Limits, name: string): void {
  // Spreadsheet programs lay a small file of this name beside one that is open.
  const [, mark] = /(?:^|[\\/])(~\$|\.~lock\.)[^\\/]*$/.exec(name) ?? [];
  if (mark !== undefined)
    throw new WorkbookError(
      'not-a-workbook',
      `The file only marks that a workbook is open in a spreadsheet program: choose the workbook beside it, without "${mark}" in front of its name.`,
    );
  if (bytes.length === 0)
    throw new WorkbookError('empty-file', 'The file is empty: get the workbook once more.');
  if (bytes.length > limits.file)
    throw new WorkbookError(
      'too-large',
      `The file is larger than ${Math.round(limits.file / 2 ** 20)} MB: take pictures and other attachments out of it.`,
    );
  const starts = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    // Excel wraps a protected workbook in the container of its old format.
    if (holds(bytes, 'EncryptedPackage')) throw passwordProtected();
    throw new WorkbookError(
      'old-format',
      'The file is a workbook of the old format (.xls): save it as .xlsx, then import it again.',
    );
  }
  if (!starts(0x50, 0x4b)) throw notAWorkbook();
}

/** Whether the bytes hold the word in UTF-16, as old containers name their parts. */
function holds(bytes: Uint8Array, word: string): boolean {
  const codes = Array.from(word, letter => letter.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0]!); at >= 0; at = bytes.indexOf(codes[0]!, at + 1))
    if (codes.every((code, index) => bytes[at + 2 * index] === code && bytes[at + 2 * index + 1] === 0))
      return true;
  return false;
}

/**
 * Whether it is an OpenDocument file.
 * @throws WorkbookError if it is no workbook at all, or protected by a password
 */
async function isOds(zip: ZipParts): Promise<boolean> {
  if (zip.has('_rels/.rels')) return false;
  if (!zip.has('META-INF/manifest.xml') || !zip.has('content.xml')) throw notAWorkbook();
  await readXml(zip, 'META-INF/manifest.xml', {
    open(element) {
      if (element === 'encryption-data') throw passwordProtected();
    },
  });
  return true;
}

function passedOverIn(zip: ZipParts): string[] {
  const names = zip.names().map(name => name.toLowerCase());
  const passedOver: string[] = [];
  if (names.some(name => name.endsWith('vbaproject.bin'))) passedOver.push('The workbook holds macros.');
  if (names.some(name => name.includes('externallinks/')))
    passedOver.push('The workbook refers to other workbooks.');
  return passedOver;
}

interface Outline {
  readonly sheets: { readonly name: string; readonly state: RawSheet['state']; readonly relation: string }[];
  readonly names: (Omit<RawName, 'scope'> & { readonly scope?: number })[];
  readonly from1904: boolean;
}

async function readOutline(zip: ZipParts, part: string): Promise<Outline> {
  const sheets: Outline['sheets'] = [];
  const names: Outline['names'] = [];
  let from1904 = false;
  let name: { name: string; scope?: number; refersTo: string } | undefined;
  await readXml(zip, part, {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = isTrue(attribute(attributes, 'date1904'));
      else if (element === 'sheet') {
        const state = attribute(attributes, 'state');
        sheets.push({
          name: unescapeCellText(attribute(attributes, 'name') ?? ''),
          state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          relation: attribute(attributes, 'id') ?? '',
        });
      } else if (element === 'definedName') {
        const scope = attribute(attributes, 'localSheetId');
        name = {
          name: attribute(attributes, 'name') ?? '',
          ...(scope !== undefined && { scope: Number(scope) }),
          refersTo: '',
        };
      }
    },
    text(piece) {
      if (name) name.refersTo += piece;
    },
    close(element) {
      if (element !== 'definedName' || !name) return;
      names.push(name);
      name = undefined;
    },
  });
  return { sheets, names, from1904 };
}

/** The rows with the comments and links of their cells; a comment may stand where there is no text. */
function withExtras(
  content: SheetContent,
  relations: readonly Relation[],
  comments: CommentsByCell,
): readonly RawRow[] {
  if (content.links.length === 0 && comments.size === 0) return content.rows;
  const rows = new Map(content.rows.map(row => [row.row, { ...row, cells: [...row.cells] }]));
  for (const [reference, said] of comments) {
    const { column, row } = parseAddress(reference)!;
    const target = rows.get(row) ?? { row, hidden: false, cells: [] };
    rows.set(row, target);
    const index = target.cells.findIndex(cell => cell.column >= column);
    const found = target.cells[index];
    if (found?.column === column) target.cells[index] = { ...found, comments: said };
    else
      target.cells.splice(index < 0 ? target.cells.length : index, 0, {
        column,
        text: '',
        kind: 'empty',
        comments: said,
      });
  }
  const links = linksByCell(content, relations, rows.values());
  for (const row of rows.values())
    row.cells.forEach((cell, index) => {
      const link = links.get(cellAddress(cell.column, row.row));
      if (link !== undefined) row.cells[index] = { ...cell, link };
    });
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

function linksByCell(
  content: SheetContent,
  relations: readonly Relation[],
  rows: Iterable<{ row: number; cells: readonly RawCell[] }>,
): Map<string, string> {
  const links = new Map<string, string>();
  const wide: { top: number; bottom: number; left: number; right: number; link: string }[] = [];
  for (const { range, relation, location } of content.links) {
    const outside = relations.find(({ id }) => id === relation)?.target;
    const link = [outside, location].filter(Boolean).join('#');
    if (range.top === range.bottom && range.left === range.right)
      links.set(cellAddress(range.left, range.top), link);
    else if (wide.length < 1000) wide.push({ ...range, link });
  }
  if (wide.length > 0)
    for (const { row, cells } of rows)
      for (const { column } of cells) {
        const hit = wide.find(
          ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
        );
        if (hit) links.set(cellAddress(column, row), hit.link);
      }
  return links;
}
