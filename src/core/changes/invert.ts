import type { Change } from './change.ts';

/**
 * The changes that undo these: applied to what the changes led to, they give back the meaning they came from.
 * @param changes a list as it was applied, from first to last, with nothing refused
 */
export function invert(changes: readonly Change[]): Change[] {
  return changes.map(inverse).reverse();
}

function inverse(change: Change): Change {
  switch (change.op) {
    case 'add':
      return { op: 'remove', what: change.what, id: change.id, from: change.to, before: change.after };
    case 'remove':
      return { op: 'add', what: change.what, id: change.id, to: change.from, after: change.before };
    case 'move':
      return change.what === 'statement'
        ? { ...change, from: change.to, to: change.from }
        : { ...change, from: change.to, to: change.from };
    case 'set': {
      const { before, after, ...rest } = change;
      const turned = {
        ...rest,
        ...(after === undefined ? {} : { before: after }),
        ...(before === undefined ? {} : { after: before }),
      } as typeof change;
      const names = turned.what !== 'term' && 'field' in turned && turned.field === 'id';
      return names && typeof after === 'string' ? { ...turned, id: after } : turned;
    }
  }
}
