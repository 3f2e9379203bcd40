// What every host (Node, the web worker, a browser) offers beside the language itself and is used in this layer.
declare class ReadableStream<T> {
  constructor(source: {
    pull(stream: { enqueue(piece: T): void; close(): void }): void;
  });
  pipeThrough<U>(through: { readonly readable: ReadableStream<U> }): ReadableStream<U>;
  getReader(): {
    read(): Promise<{ done: true; value: undefined } | { done: false; value: T }>;
    cancel(): Promise<void>;
  };
}
declare class DecompressionStream {
  constructor(format: 'deflate-raw');
  readonly readable: ReadableStream<Uint8Array>;
}
