import { applyChanges, type Change, notesIn, toJson } from '../core/index.ts';
import type { ImportPlan } from '../core/reviewing.ts';
import { Failure } from './failure.ts';
import type { Source } from './source.ts';

/** A plan without the changes that were refused. */
export interface RefusedPlan extends ImportPlan {
  /** In the order in which they were planned. */
  readonly refused: readonly Change[];
}

/** What the JSON of a change says beside the change itself. */
const BESIDE = new Set(['answer', 'kind', 'reviewers', 'agreement']);

type Entry = Readonly<Record<string, unknown>>;

/**
 * The changes of a filled-in form that are answered with `refuse`, and those that an earlier one refused.
 * @throws Failure if one has another answer
 */
export function refusalsIn(form: object, name: string): readonly Entry[] {
  const { changes, refused } = form as { readonly changes?: unknown; readonly refused?: unknown };
  const list = (value: unknown): readonly (Entry | null)[] => (Array.isArray(value) ? value : []);
  const now = list(changes).filter((change, at) => {
    const answer = change?.answer ?? '';
    if (answer !== '' && answer !== 'accept' && answer !== 'refuse')
      throw new Failure(
        `${name}: changes[${at}]`,
        `"${String(answer)}" is no answer: choose accept or refuse.`,
      );
    return answer === 'refuse';
  });
  return [...now, ...list(refused)].filter(change => change !== null);
}

/**
 * Leaves out what was refused, and what cannot be had without it.
 * @param refused changes as a form has them
 * @param form what it is called
 * @throws Failure if one of them is not planned any more
 */
export function withoutRefused(
  plan: ImportPlan,
  { loaded }: Source,
  refused: readonly Entry[],
  form: string,
): RefusedPlan {
  if (refused.length === 0) return { ...plan, refused: [] };
  const plain = plan.changes.map(change => JSON.stringify(sorted(toJson(change))));
  const left = new Set<number>();
  for (const change of refused) {
    const wanted = JSON.stringify(sorted(change));
    const at = plain.findIndex((each, index) => each === wanted && !left.has(index));
    if (at < 0)
      throw new Failure(
        form,
        'refuses a change that is not among those that would be made: make the form anew and fill that in.',
      );
    left.add(at);
  }
  const accepted = plan.changes.filter((_, at) => !left.has(at));
  const applied = applyChanges(loaded.framework, accepted);
  const cannot = new Set(applied.refused.map(({ change }) => change));
  const isDone = (change: Change, at: number) => !left.has(at) && !cannot.has(change);
  return {
    ...plan,
    framework: applied.framework,
    changes: plan.changes.filter(isDone),
    refused: plan.changes.filter((change, at) => !isDone(change, at)),
    ...(plan.notes && { notes: notesIn(applied.framework, plan.notes) }),
    ...(plan.who && {
      who: { ...plan.who, wanted: plan.who.wanted.filter((_, at) => isDone(plan.changes[at]!, at)) },
    }),
  };
}

/** The change alone, its keys in one order. */
function sorted(value: unknown, isTop = true): unknown {
  if (Array.isArray(value)) return value.map(each => sorted(each, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => each !== undefined && !(isTop && BESIDE.has(key)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each, false)]),
  );
}
