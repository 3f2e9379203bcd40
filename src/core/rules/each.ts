/** So many are looked at before others may have a turn: a fraction of a millisecond. */
const AT_A_TIME = 512;

/** Does something with each of many, and yields now and then, so that others may have a turn. */
export function* each<T>(many: Iterable<T>, what: (one: T) => void): Generator<void, void> {
  let done = 0;
  for (const one of many) {
    what(one);
    if (++done % AT_A_TIME === 0) yield;
  }
}
