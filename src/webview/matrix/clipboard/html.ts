import { squared, type Table } from './tsv.ts';

/** Tables as HTML, the form in which spreadsheets keep line breaks and merged cells apart from markup. */

/** Told from what other programs write by this attribute: our own tables are read from the plain text. */
const OWN = 'data-framework-matrix';

/** @param table rows of texts @returns a table that spreadsheets read, every text as text */
export function toHtml(table: Table): string {
  const cell = (text: string) =>
    `<td style="white-space:pre-wrap;mso-number-format:'\\@'">${escaped(text)}</td>`;
  const rows = table.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('');
  // The style makes Excel keep the lines of a text in one cell.
  const style = '<style>br{mso-data-placement:same-cell}</style>';
  return `<html><head><meta charset="utf-8">${style}</head><body><table ${OWN}>${rows}</table></body></html>`;
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text.replace(/[&<>]/g, letter => entities[letter]!).replaceAll('\n', '<br>');
}

/**
 * Reads the table of a clipboard's HTML. It is parsed as a document of its own that runs and loads nothing.
 * @returns undefined where there is not exactly one table, or where it is one of ours
 */
export function fromHtml(html: string): Table | undefined {
  if (html.includes(OWN)) return undefined;
  const tables = new DOMParser().parseFromString(unstyled(html), 'text/html').querySelectorAll('table');
  const table = tables[0];
  if (!table || tables.length !== 1) return undefined;
  const rows: string[][] = [];
  /** Cells that reach down from rows above: by column, how many rows more. */
  const below: number[] = [];
  for (const row of table.rows) {
    const texts: string[] = [];
    let column = 0;
    const passReaching = () => {
      for (; (below[column] ?? 0) > 0; column++) {
        below[column]!--;
        texts.push('');
      }
    };
    for (const cell of row.cells) {
      passReaching();
      const down = cell.rowSpan === 0 ? table.rows.length : cell.rowSpan;
      for (let across = 0; across < cell.colSpan; across++, column++) {
        texts.push(across === 0 ? textOf(cell) : '');
        below[column] = down - 1;
      }
    }
    passReaching();
    rows.push(texts);
  }
  return rows.length > 0 ? squared(rows) : undefined;
}

/** Styles have no say here, and the page's policy would report each: their attributes get another name. */
function unstyled(html: string): string {
  return html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'));
}

/** Whether an element keeps spaces and line breaks as they are, by its style. */
function keepsSpaces(element: Element): boolean | undefined {
  const style = /white-space\s*:\s*([\w-]+)/i.exec(element.getAttribute('data-style') ?? '');
  return style ? style[1]!.toLowerCase().startsWith('pre') : undefined;
}

const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BLOCKQUOTE',
  'PRE',
]);

/** The text of a cell as a browser would show it: a line for each break and block, spaces as they count. */
function textOf(cell: HTMLElement): string {
  let text = '';
  const breakLine = () => {
    text = text.replace(/ +$/, '');
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const walk = (node: Node, kept: boolean) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const own = node.nodeValue ?? '';
      const shown = kept ? own.replace(/\r\n?/g, '\n') : own.replace(/[ \t\r\n\f]+/g, ' ');
      text += /(?:^|[ \n])$/.test(text) && !kept ? shown.replace(/^ /, '') : shown;
      return;
    }
    if (!(node instanceof Element)) return;
    if (node.tagName === 'BR') text = `${text.replace(/ +$/, '')}\n`;
    if (node.tagName === 'BR' || node.tagName === 'STYLE' || node.tagName === 'SCRIPT') return;
    const block = BLOCKS.has(node.tagName);
    if (block) breakLine();
    const keeps = keepsSpaces(node) ?? (kept || node.tagName === 'PRE');
    for (const child of node.childNodes) walk(child, keeps);
    if (block) breakLine();
  };
  for (const child of cell.childNodes) walk(child, keepsSpaces(cell) ?? false);
  return text.replaceAll('\u00a0', ' ').replace(/^[ \n]+|[ \n]+$/g, '');
}
