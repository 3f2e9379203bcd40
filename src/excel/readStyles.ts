import { attribute, isTrue, readXml } from './readXml.ts';
import type { ZipParts } from './readZip.ts';

/** What of a cell's style changes what a person reads. */
export interface CellStyle {
  /** A number format as spreadsheets write it: `0%`, `yyyy-mm-dd`; or the number of one that all of them know. */
  readonly format: string | number;
  readonly struck: boolean;
}

export const NO_STYLE: CellStyle = { format: 0, struck: false };

/** The styles that cells refer to by number. */
export async function readStyles(zip: ZipParts, part: string): Promise<CellStyle[]> {
  const formats = new Map<string, string>();
  const struckFonts: boolean[] = [];
  const cells: { format: string; font: string }[] = [];
  const path: string[] = [];
  await readXml(zip, part, {
    open(name, attributes) {
      const within = path.at(-1);
      path.push(name);
      if (name === 'numFmt' && within === 'numFmts')
        formats.set(
          attribute(attributes, 'numFmtId') ?? '',
          attribute(attributes, 'formatCode') ?? 'General',
        );
      else if (name === 'font' && within === 'fonts') struckFonts.push(false);
      else if (name === 'strike' && within === 'font' && path.at(-3) === 'fonts')
        struckFonts[struckFonts.length - 1] = isTrue(attribute(attributes, 'val') ?? '1');
      else if (name === 'xf' && within === 'cellXfs')
        cells.push({
          format: attribute(attributes, 'numFmtId') ?? '0',
          font: attribute(attributes, 'fontId') ?? '0',
        });
    },
    close() {
      path.pop();
    },
  });
  return cells.map(({ format, font }) => ({
    format: formats.get(format) ?? Number(format),
    struck: struckFonts[Number(font)] ?? false,
  }));
}
