// What both extension hosts (Node and web worker) offer beside the language itself. Anything else, such as
// `process`, `Buffer` or `document`, does not compile in this layer, because one of the hosts lacks it.
declare function setTimeout(run: () => void, milliseconds?: number): TimerHandle;
declare function clearTimeout(handle: TimerHandle | undefined): void;
declare function queueMicrotask(run: () => void): void;
/** A number in the worker, an object in Node: only to be handed back. */
type TimerHandle = { readonly timerHandle: unique symbol };

declare const performance: { now(): number };
declare const console: Record<'debug' | 'info' | 'log' | 'warn' | 'error', (...parts: unknown[]) => void>;
declare const crypto: { getRandomValues<T extends Uint8Array>(into: T): T; randomUUID(): string };

declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
