/**
 * Why a command could not be done. `message` is all that the user sees: one sentence with the place (`file.yaml`,
 * `file.yaml:12:3`, `Technical Skills!D14`) and what to do.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  /**
   * @param place where it is; absent where the sentence says it
   * @param message further sentences are joined to the first
   */
  constructor(place: string | undefined, message: string) {
    super(place === undefined ? oneSentence(message) : `${place}: ${oneSentence(message)}`);
  }
}

/** `It is odd. Mend it.` → `It is odd: mend it.` */
function oneSentence(message: string): string {
  return message
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\. ([A-Z])(?=[a-z]* )/g, (_, letter: string) => `: ${letter.toLowerCase()}`);
}

/** The code of an error of Node's, such as `ENOENT`; `''` if it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
