import type { Spot, YamlScalar } from '../yaml/nodes.ts';

/**
 * Where some characters of a scalar's text stand in its source. Quotes, escapes, line breaks and indentation
 * differ between the two, so they are held together by the characters that are not white space.
 * @param text the scalar's text; its white space may have been normalised
 * @param span from and to in `text`
 */
export function scalarSpan(scalar: YamlScalar, text: string, [from, to]: readonly [number, number]): Spot {
  const quote = scalar.style === 'single' || scalar.style === 'double' ? 1 : 0;
  const begin = scalar.from + quote;
  // Nearly all texts stand in their source as they are.
  if (scalar.chunk.text.startsWith(text, begin) && begin + text.length + quote === scalar.to)
    return { chunk: scalar.chunk, from: begin + from, to: begin + to };
  const solid = solidUnits(scalar);
  const before = countSolid(text.slice(0, from));
  const within = countSolid(text.slice(from, to));
  const startsWhite = /^\s/.test(text.slice(from, to));
  const endsWhite = /\s$/.test(text.slice(from, to));
  const first = startsWhite ? solid[before - 1]?.[1] : solid[before]?.[0];
  const last = endsWhite ? solid[before + within]?.[0] : solid[before + within - 1]?.[1];
  const start = first ?? scalar.from;
  return { chunk: scalar.chunk, from: start, to: Math.max(start, last ?? scalar.to) };
}

function countSolid(text: string): number {
  return text.replace(/\s/g, '').length;
}

const WHITE_ESCAPES = 'ntrvf _LP\t';

/** From and to, in the chunk, of each character of the text that is not white space. */
function solidUnits(scalar: YamlScalar): [number, number][] {
  const source = scalar.chunk.text;
  const { style } = scalar;
  const quoted = style === 'single' || style === 'double';
  let at = scalar.from;
  if (quoted) at++;
  else if (style !== 'plain') at = (source.indexOf('\n', at) + 1 || scalar.to + 1) - 1;
  const end = quoted ? scalar.to - 1 : scalar.to;
  const units: [number, number][] = [];
  while (at < end) {
    const char = source[at]!;
    if (style === 'double' && char === '\\') {
      const kind = source[at + 1] ?? '';
      const length = { x: 4, u: 6, U: 10 }[kind] ?? 2;
      const code = length > 2 ? String.fromCodePoint(codeOf(source.slice(at + 2, at + length))) : '';
      const width = length > 2 ? countSolid(code) : WHITE_ESCAPES.includes(kind) || /\s/.test(kind) ? 0 : 1;
      for (let unit = 0; unit < width; unit++) units.push([at, at + length]);
      at += length;
    } else {
      const length = style === 'single' && char === "'" ? 2 : 1;
      if (/\S/.test(char)) units.push([at, at + length]);
      at += length;
    }
  }
  return units;
}

function codeOf(hex: string): number {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? code : 0xfffd;
}
