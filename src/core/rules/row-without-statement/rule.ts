import { sourceOf } from '../../model/source.ts';
import { pairOf } from '../../yaml/nodes.ts';
import type { CheckingRule } from '../rule.ts';

export const rowWithoutStatement: CheckingRule<'row'> = {
  meta: {
    id: 'row-without-statement',
    title: 'A row without any statement',
    severity: 'error',
    why: 'A row is the place of its statements. Empty, it is a line in the matrix that says nothing, most often left over from a move or still to be written.',
    whatToDo: 'Write its statement, or remove the row.',
    scope: 'row',
    fixable: 'none',
  },
  check({ row, report }) {
    if (row.statements.size > 0) return;
    // Levels with nothing after them, and `statements` that is no set of keys, are reported by the loader.
    const source = sourceOf(row);
    if (source?.broken) return;
    const written = source && pairOf(source, 'statements');
    if (written && !(written.value?.kind === 'map' && written.value.pairs.length === 0)) return;
    report({
      message: 'This row has no statement. Write one under `statements`, or remove the row.',
      at: { node: row, key: 'id' },
    });
  },
};
