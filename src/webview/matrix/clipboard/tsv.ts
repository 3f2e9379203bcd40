/**
 * Tables as tab-separated text, the plain form that Excel, LibreOffice and Google Sheets put on the clipboard.
 * Of our own, since a CSV parser errs on what Excel writes: it quotes a cell only if that holds a tab or a line
 * break, so that a cell such as `"Yes," she said` arrives with quotes that quote nothing.
 */

/** A rectangle of texts; lines within a text end with `\n`. */
export type Table = readonly (readonly string[])[];

/** @param table rows of texts @returns quoted where it has to be, rows ended by CR LF as spreadsheets do */
export function toTsv(table: Table): string {
  return table.map(row => `${row.map(quoted).join('\t')}\r\n`).join('');
}

function quoted(text: string): string {
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Reads tab-separated text. Never throws; what is no quotation is taken as it stands.
 * @returns rows of equal length; empty for an empty text
 */
export function fromTsv(text: string): Table {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length || rows.at(-1)!.length > 0) {
    const field = fieldAt(text, at);
    rows.at(-1)!.push(field.text.replace(/\r\n?/g, '\n'));
    at = field.end;
    if (text[at] === '\t') {
      at++;
      if (at === text.length) rows.at(-1)!.push('');
      else continue;
    }
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    // The line break behind the last row opens no further one.
    if (at >= text.length) break;
    rows.push([]);
  }
  return squared(rows.filter(row => row.length > 0));
}

interface Field {
  readonly text: string;
  /** Where its tab, its line break or the end of the text stands. */
  readonly end: number;
}

function fieldAt(text: string, start: number): Field {
  if (text[start] === '"') {
    const quotation = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
    quotation.lastIndex = start;
    const found = quotation.exec(text);
    if (found) return { text: found[1]!.replaceAll('""', '"'), end: start + found[0].length };
  }
  const plain = /[^\t\r\n]*/y;
  plain.lastIndex = start;
  const length = plain.exec(text)![0].length;
  return { text: text.slice(start, start + length), end: start + length };
}

/** Fills short rows up with empty texts. */
export function squared(rows: readonly (readonly string[])[]): Table {
  const width = Math.max(0, ...rows.map(row => row.length));
  return rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}
