import type { Alignment, BorderStyle, Borders, Fill, Font, RichText, Style } from 'exceljs';
import type { BookCell } from '../core/sheet/book.ts';
import { type BookStyle, STYLES, type StyleName, TYPEFACE, WORD_LOOKS } from '../core/sheet/styles.ts';
import { escapeCellText } from './xmlText.ts';

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

/** Some words of a cell in its own type, struck out or underlined if they changed. */
export function richText({ text, kind }: NonNullable<BookCell['words']>[number], style: StyleName): RichText {
  const own: BookStyle = STYLES[style];
  const look = kind === 'same' ? undefined : WORD_LOOKS[kind];
  return {
    text: escapeCellText(text),
    font: {
      ...fontOf(own.font),
      ...(look && { color: colour(look.colour) }),
      ...(look && 'strike' in look && { strike: true }),
      ...(look && 'underline' in look && { underline: true }),
    },
  };
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
