import type { Alignment, BorderStyle, Borders, Fill, Font, Style } from 'exceljs';
import { type BookStyle, STYLES, type StyleName, TYPEFACE } from '../core/sheet/styles.ts';

/** exceljs keeps one entry a style object, so that cells share these. */
const made = new Map<StyleName, Partial<Style>>();

/** The style as exceljs wants it. Every cell is formatted as text, so that what is typed there stays as typed. */
export function styleOf(name: StyleName): Partial<Style> {
  let style = made.get(name);
  if (!style) {
    style = convert(STYLES[name]);
    made.set(name, style);
  }
  return style;
}

export function colour(rgb: string): { argb: string } {
  return { argb: `FF${rgb}` };
}

function convert(style: BookStyle): Partial<Style> {
  return {
    numFmt: '@',
    font: fontOf(style.font),
    alignment: alignmentOf(style),
    ...(style.fill !== undefined && { fill: fillOf(style.fill) }),
    ...(style.bottomLine && { border: bottomOf(style.bottomLine) }),
  };
}

function fontOf(font: BookStyle['font']): Partial<Font> {
  return {
    name: TYPEFACE,
    family: 2,
    size: font.size,
    color: colour(font.colour),
    ...(font.bold && { bold: true }),
    ...(font.underline && { underline: true }),
  };
}

function alignmentOf(style: BookStyle): Partial<Alignment> {
  return {
    vertical: style.vertical,
    horizontal: 'left',
    ...(style.wrap && { wrapText: true }),
    ...(style.indent !== undefined && { indent: style.indent }),
  };
}

function fillOf(rgb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: colour(rgb), bgColor: colour(rgb) };
}

function bottomOf(line: { colour: string; weight: BorderStyle }): Partial<Borders> {
  return { bottom: { style: line.weight, color: colour(line.colour) } };
}
