/** An object whose members may be undefined. */
export type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** Leaves out what is undefined, as JSON would. */
export function compact<T extends object>(value: Loose<T>): T {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key];
  return value as T;
}

/** Whether two values of plain data are the same as JSON. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
