interface Link<T> {
  item: T;
  prev: Link<T> | undefined;
  next: Link<T> | undefined;
}

/** A list of things with ids, in which each is found, put and taken out at the same cost however long it is. */
export class KeyedList<T extends { readonly id: string }> {
  readonly #links = new Map<string, Link<T>>();
  #first: Link<T> | undefined;
  #last: Link<T> | undefined;

  constructor(items: Iterable<T>) {
    for (const item of items) this.append(item);
  }

  get size(): number {
    return this.#links.size;
  }

  has(id: string | undefined): boolean {
    return id !== undefined && this.#links.has(id);
  }

  *[Symbol.iterator](): Generator<T> {
    for (let link = this.#first; link; link = link.next) yield link.item;
  }

  append(item: T): void {
    this.#put(item, this.#last, undefined);
  }

  /** @param above the id of the one that it stands below; where there is no such one, it stands first */
  insertBelow(above: string, item: T): void {
    const link = this.#links.get(above);
    this.#put(item, link, link ? link.next : this.#first);
  }

  /** @param below the id of one that is there */
  insertAbove(below: string, item: T): void {
    const link = this.#links.get(below)!;
    this.#put(item, link.prev, link);
  }

  /** Puts something else in the place of what has this id. */
  replace(id: string, by: T): void {
    const link = this.#links.get(id);
    if (link) link.item = by;
  }

  remove(id: string): void {
    const link = this.#links.get(id);
    if (!link) return;
    this.#links.delete(id);
    if (link.prev) link.prev.next = link.next;
    else this.#first = link.next;
    if (link.next) link.next.prev = link.prev;
    else this.#last = link.prev;
  }

  #put(item: T, prev: Link<T> | undefined, next: Link<T> | undefined): void {
    const link: Link<T> = { item, prev, next };
    if (prev) prev.next = link;
    else this.#first = link;
    if (next) next.prev = link;
    else this.#last = link;
    this.#links.set(item.id, link);
  }
}
