import { each } from '../each.ts';
import type { CheckingRule, Where } from '../rule.ts';
import { hashOf, ofPiece } from '../text/pieces.ts';
import { ofReading, type Reading } from '../text/readings.ts';

export const sameStatement: CheckingRule<'framework'> = {
  meta: {
    id: 'same-statement',
    title: 'The same statement in two cells',
    severity: 'warning',
    why: 'At two levels, the same words do not say what the higher level adds. In two rows, a reader counts one skill twice, and a correction to one leaves the other behind.',
    whatToDo:
      'Say what differs, or keep one of the two. Where a level asks for no more than the one below, leave it out.',
    scope: 'framework',
    fixable: 'none',
  },
  *check({ statements, levels, report }) {
    const titleOf = (id: string) => levels.find(level => level.id === id)?.title ?? id;
    const byNumber = new ByNumber();
    yield* each(statements, reading => byNumber.add(reading));
    yield* each(byNumber.alike(), cells => {
      for (const cell of cells.slice(1)) {
        const first = cells[0]!;
        const place = first.row === cell.row ? 'in this row' : `in row \`${first.row.id}\``;
        report({
          message: `The same statement stands at ${titleOf(first.level)} ${place}. Say what differs, or keep one of them.`,
          at: whereOf(cell),
          related: cells
            .slice(0, MOST_RELATED + 1)
            .filter(other => other !== cell)
            .map(other => ({
              at: whereOf(other),
              message: `${titleOf(other.level)} of row ${other.row.id}`,
            })),
        });
      }
    });
  },
};

/** Statements by a number that those which say the same have in common. */
class ByNumber {
  readonly #readings = new Map<number, Reading | Reading[]>();

  /** Adds one; shorter ones (`N/A`, `As above`) stand for a blank rather than say it. */
  add(reading: Reading): void {
    if (reading.pieces.length < FEWEST - 1) return;
    const number = numberOf(reading);
    const others = this.#readings.get(number);
    if (others === undefined) this.#readings.set(number, reading);
    else if (Array.isArray(others)) others.push(reading);
    else this.#readings.set(number, [others, reading]);
  }

  /** Those that say the same. */
  *alike(): Generator<readonly Reading[]> {
    for (const likely of this.#readings.values()) {
      if (!Array.isArray(likely)) continue;
      const byText = new Map<string, Reading[]>();
      for (const reading of likely) {
        const text = plainly(reading.text);
        if (text.split(' ').length < FEWEST) continue;
        const same = byText.get(text);
        if (same) same.push(reading);
        else byText.set(text, [reading]);
      }
      for (const same of byText.values()) if (same.length > 1) yield same;
    }
  }
}

/** A placeholder may stand in thousands of cells. */
const MOST_RELATED = 50;
/** In words. */
const FEWEST = 3;

/** What is compared: the words, without case, spacing and the final stop. */
function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
}

const numberOfPiece = ofPiece(piece => hashOf(plainly(piece)));

/** A number that statements which say the same have in common, and hardly any others. */
const numberOf = ofReading(({ pieces }) => {
  let number = 0;
  for (const piece of pieces) {
    const one = numberOfPiece(piece);
    // What is all stops is nothing, whether it stands last or not.
    if (one !== EMPTY) number = (Math.imul(number, 31) + one) | 0;
  }
  return number & SMALL;
});

/** So many bits are a number that maps find quickly. */
const SMALL = 0x3fffffff;

const EMPTY = hashOf('');

function whereOf({ row, level }: Reading): Where {
  return { node: row, key: 'statements', level };
}
