import { indexFramework, partsOfSectionId } from '../model/index.ts';
import type { Framework, Plain } from '../model/types.ts';
import type { AddNode, Change, ListedKind, MoveNode, Place, SetCell, SetField, SetTerm } from './change.ts';
import { NAMES } from './reasons.ts';
import { isRootKind, nodeAt, PARENT_KIND, parentIn } from './tree.ts';

/** How things are called in a sentence: by their title where it is known, else by their id. */
class Namer {
  readonly #frameworks: readonly Framework[];

  constructor(frameworks: readonly Framework[]) {
    this.#frameworks = frameworks;
  }

  level(id: string): string {
    return this.#title('level', id) ?? id;
  }

  /** @param titled whether to use the title; where the title itself changes, the id is clearer */
  node(kind: ListedKind, id: string, titled = true): string {
    if (kind === 'section') {
      const parts = partsOfSectionId(id);
      return `section ${this.#called('sectionKind', parts.kind)} of ${this.node('area', parts.area)}`;
    }
    return `${NAMES[kind]} ${kind === 'row' || !titled ? id : this.#called(kind, id)}`;
  }

  #called(kind: ListedKind, id: string): string {
    const title = this.#title(kind, id);
    return title === undefined ? id : `"${title}"`;
  }

  #title(kind: ListedKind, id: string): string | undefined {
    for (const framework of this.#frameworks) {
      const node = nodeAt(indexFramework(framework), kind, id);
      if (node) return 'title' in node ? node.title : undefined;
    }
    return undefined;
  }
}

/**
 * A change in one plain sentence, without a full stop: `Row devices-1, 2nd line: reworded`.
 * @param frameworks where titles are looked up, the first that knows one counts; without any, ids are shown
 */
export function describeChange(change: Change, ...frameworks: readonly Framework[]): string {
  const namer = new Namer(frameworks);
  const sentence = sentenceOf(change, namer);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function sentenceOf(change: Change, namer: Namer): string {
  switch (change.op) {
    case 'add':
      return sentenceOfAdd(change, namer);
    case 'remove':
      return `${namer.node(change.what, change.id)} removed${from(change.what, change.from, namer)}`;
    case 'move': {
      if (change.what !== 'statement') return sentenceOfMove(change, namer);
      const [left, reached] = [change.from, change.to];
      return left.row === reached.row
        ? `row ${left.row}: statement moved from ${namer.level(left.level)} to ${namer.level(reached.level)}`
        : `statement moved from row ${left.row}, ${namer.level(left.level)} to row ${reached.row}, ${namer.level(reached.level)}`;
    }
    case 'set':
      if ('row' in change) return sentenceOfCell(change, namer);
      return change.what === 'term' ? sentenceOfTerm(change) : sentenceOfField(change, namer);
  }
}

function sentenceOfAdd({ what, id, to, after }: AddNode, namer: Namer): string {
  const split =
    'splitFrom' in after && after.splitFrom ? `, split from ${namer.node('row', after.splitFrom)}` : '';
  const parent = parentIn(to, what);
  const into =
    parent === undefined || isRootKind(what) || what === 'section'
      ? ''
      : ` to ${namer.node(PARENT_KIND[what], parent)}`;
  return `${namer.node(what, id)} added${into}${below(what, to, namer)}${split}`;
}

function sentenceOfMove({ what, id, from: left, to }: MoveNode, namer: Namer): string {
  const parents = { before: parentIn(left, what), after: parentIn(to, what) };
  const name = namer.node(what, id);
  if (isRootKind(what) || parents.before === parents.after || parents.after === undefined)
    return `${name} moved${below(what, to, namer) || ' to another place'}`;
  const target = `to ${namer.node(PARENT_KIND[what], parents.after)}${below(what, to, namer)}`;
  return `${name} moved${from(what, left, namer)} ${target}`;
}

function from(what: ListedKind, place: Place, namer: Namer): string {
  const parent = parentIn(place, what);
  if (parent === undefined || isRootKind(what) || what === 'section') return '';
  return ` from ${namer.node(PARENT_KIND[what], parent)}`;
}

function below(what: ListedKind, { after, before }: Place, namer: Namer): string {
  if (after !== undefined) return `, below ${namer.node(what, after)}`;
  return before === undefined ? '' : `, above ${namer.node(what, before)}`;
}

const BLANKS: Readonly<Record<string, string>> = {
  'not-applicable': 'not applicable',
  'as-below': 'the same as the level below',
  missing: 'still to be written',
};

function sentenceOfCell({ what, row, level, before, after }: SetCell, namer: Namer): string {
  const cell = `row ${row}, ${namer.level(level)}`;
  if (what === 'note') return `${cell}: note ${verb(before, after)}`;
  if (what === 'statement')
    return `${cell}: ${before !== undefined && after !== undefined ? 'reworded' : `statement ${verb(before, after)}`}`;
  const blank = (meaning: string) => BLANKS[meaning] ?? meaning;
  return after === undefined
    ? `${cell}: no longer said to be ${blank(before ?? '')}`
    : `${cell}: said to be ${blank(after)}`;
}

function sentenceOfTerm({ id, before, after }: SetTerm): string {
  return `glossary, "${id}": meaning ${verb(before, after)}`;
}

/** Fields whose values are short enough to be shown in full. */
const SHORT = new Set(['version', 'status', 'date', 'supersedes', 'publisher', 'language', 'title']);

function sentenceOfField({ what, id, field, before, after }: SetField, namer: Namer): string {
  const name =
    what === 'file' || what === 'framework' ? NAMES[what] : namer.node(what, id, field !== 'title');
  if (field === 'id') return `${NAMES[what]} ${text(before)}: id changed to ${text(after)}`;
  if (field === 'withdrawn') return `${name}: ${withdrawal(before, after)}`;
  if (field === 'splitFrom' && after !== undefined) return `${name}: marked as split from row ${text(after)}`;
  const shown =
    field === 'formerIds' ? 'former ids' : field === 'splitFrom' ? 'what it was split from' : field;
  if (!SHORT.has(field)) return `${name}: ${shown} ${verb(before, after)}`;
  if (before === undefined) return `${name}: ${shown} "${text(after)}" added`;
  if (after === undefined) return `${name}: ${shown} "${text(before)}" removed`;
  return `${name}: ${shown} changed from "${text(before)}" to "${text(after)}"`;
}

function withdrawal(before: Plain | undefined, after: Plain | undefined): string {
  if (after === undefined) return 'no longer withdrawn';
  if (before !== undefined) return 'what is said about its withdrawal changed';
  const { replacedBy } = after as { readonly replacedBy?: readonly string[] };
  return replacedBy && replacedBy.length > 0
    ? `withdrawn, replaced by ${replacedBy.join(' and ')}`
    : 'withdrawn';
}

function verb(before: unknown, after: unknown): string {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

function text(value: Plain | undefined): string {
  return typeof value === 'string' ? value : '';
}
