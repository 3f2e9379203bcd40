import type { Breather } from './breather.ts';

/** A text that may change while others have a turn. */
export interface Versioned {
  /** Goes up with every change. */
  readonly version: number;
}

/**
 * Does work in slices that must be done on a text as it is at one moment: if the text changes meanwhile, the work
 * begins anew.
 * @param work begins the work on the text as it then is
 * @returns what the work gave; it holds until the next `await`
 * @throws CancellationError if the person has had enough
 */
export async function onSteadyText<T>(
  text: Versioned,
  work: () => Generator<void, T>,
  breathe: Pick<Breather, 'ifDue'>,
): Promise<T> {
  for (;;) {
    const { version } = text;
    const steps = work();
    do {
      const step = steps.next();
      if (step.done) return step.value;
      await breathe.ifDue();
    } while (text.version === version);
  }
}
