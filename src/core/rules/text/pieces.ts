/**
 * Texts as pieces: what stands between white space. A framework has few different ones, so what rules want to know
 * of a piece is worked out once for all the places where it stands.
 */
export class Piece {
  readonly text: string;
  /** Small and dense, so that marks of pieces may be kept in an array. */
  readonly id: number;
  /** The traits that it has, a bit each. */
  readonly traits: number;
  readonly #facts: unknown[] = [];

  constructor(text: string, id: number) {
    this.text = text;
    this.id = id;
    let traits = 0;
    for (const [bit, has] of tests.entries()) if (has(text)) traits |= 1 << bit;
    this.traits = traits;
  }

  /** What stands in a place of its own in each piece; made when it is first asked for. */
  fact<T>(at: number, make: (text: string) => T): T {
    let fact = this.#facts[at] as T | undefined;
    if (fact === undefined) {
      fact = make(this.text);
      this.#facts[at] = fact;
    }
    return fact;
  }
}

const tests: ((text: string) => boolean)[] = [];
const known = new Map<string, Piece>();

/**
 * Something that single pieces, or the white space between two, show, so that a rule knows which texts it need not
 * look at. To be defined before any text is cut in which it is looked for.
 * @returns a bit for it, which `traits` have
 */
export function trait(has: (text: string) => boolean): number {
  if (tests.length === 31) throw new Error('There are no more bits for traits.');
  known.clear();
  return 1 << (tests.push(has) - 1);
}

let facts = 0;

/** Something that is worked out once for each different piece. */
export function ofPiece<T extends NonNullable<unknown>>(make: (text: string) => T): (piece: Piece) => T {
  const at = facts++;
  return piece => piece.fact(at, make);
}

/** A text that was cut into its pieces. */
export interface Cut {
  readonly pieces: readonly Piece[];
  /** The traits of all its pieces, and of the white space between and around them. */
  readonly traits: number;
}

/** A number that hardly any other text has (FNV-1a over UTF-16 units, 32 bits). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Whether a piece with one trait is followed by one with another. */
export function areSideBySide(pieces: readonly Piece[], trait: number, next: number): boolean {
  for (let at = 1; at < pieces.length; at++)
    if (pieces[at]!.traits & next && pieces[at - 1]!.traits & trait) return true;
  return false;
}

/** More are forgotten, which costs no more than to make them again. */
const MOST = 100_000;
/** Longer pieces are no words, and seldom stand twice. */
const LONGEST = 64;

let made = 0;

/** Above all ids that pieces have. */
export function pieceIds(): number {
  return made;
}

function pieceOf(text: string): Piece {
  let piece = known.get(text);
  if (!piece) {
    piece = new Piece(text, made++);
    if (text.length > LONGEST) return piece;
    if (known.size >= MOST) known.clear();
    known.set(text, piece);
  }
  return piece;
}

/** Cuts a text at its white space. */
export function cut(text: string): Cut {
  const pieces: Piece[] = [];
  let traits = 0;
  let at = 0;
  while (at < text.length) {
    const from = at;
    const white = isWhite(text.charCodeAt(at));
    do at++;
    while (at < text.length && isWhite(text.charCodeAt(at)) === white);
    if (white && at === from + 1 && text[from] === ' ') continue;
    const piece = pieceOf(text.slice(from, at));
    traits |= piece.traits;
    if (!white) pieces.push(piece);
  }
  return { pieces, traits };
}

/** Whether a character is one of those that `\s` stands for. */
function isWhite(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}
