const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** A text for a terminal: control characters of a file, which would steer it, as signs that are seen (`␛`). */
export function visible(text: string): string {
  return text.replace(CONTROL, char => {
    const code = char.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : `<${code.toString(16).toUpperCase()}>`;
  });
}

/** Plain data with all of its texts so. */
export function visibleIn<T>(data: T): T {
  if (typeof data === 'string') return visible(data) as T;
  if (Array.isArray(data)) return data.map(visibleIn) as T;
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype)
    return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, visibleIn(value)])) as T;
}
