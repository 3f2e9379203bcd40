import type { BookSheet } from '../core/sheet/book.ts';

/** Of a note's box, in points. */
const WIDTH = 240;
const LINE = 14;
const MARGIN = 16;
/** How many characters fit on a line of the box. */
const CHARACTERS = 44;

/**
 * The drawing of a sheet's notes, which says how large they are: exceljs makes every one of them too small for
 * more than a few words.
 * @param number the sheet's number, from 1 on
 */
export function notesDrawing(sheet: BookSheet, number: number): string {
  const shapes: string[] = [];
  sheet.rows.forEach((row, rowIndex) => {
    row.cells.forEach((cell, columnIndex) => {
      if (cell?.note !== undefined)
        shapes.push(shape(cell.note, columnIndex, rowIndex, number * 1024 + shapes.length + 1));
    });
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

function shape(note: string, column: number, row: number, id: number): string {
  const lines = note
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS)), 0);
  const height = lines * LINE + MARGIN;
  // Column, pixels within it, row, pixels within it, of both corners; the second holds where the style is ignored.
  const anchor = [column + 1, 12, row, 4, column + 2, 120, row + Math.ceil(height / 15), 4].join(', ');
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;width:${WIDTH}pt;height:${height}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
