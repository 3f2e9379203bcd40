/** What is used of papaparse. Its own types need those of Node, which the core must not know. */
declare module 'papaparse' {
  interface Result {
    readonly data: string[][];
    readonly errors: readonly { readonly code: string; readonly message: string; readonly row?: number }[];
  }
  const Papa: {
    parse(
      text: string,
      options: { delimiter: string; newline: string; skipEmptyLines?: boolean; preview?: number },
    ): Result;
  };
  export default Papa;
}
