/** Long work that lets others in each time it yields. */
export type Sliced<T> = Generator<void, T>;

/** Does all of it at one go. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
