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
    super(
      place === undefined ? oneSentence(message) : `${place === '' ? '""' : place}: ${oneSentence(message)}`,
    );
  }
}

/** What an error is to the user: one line. What is not a failure is a fault of ours. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `This is a fault of the program (${oneSentence(what).replace(/\.$/, '')}), so please report it with the command that you gave.`;
}

/** A name as it is typed on a command line: in quotes where a shell would cut or change it. */
export function typed(name: string): string {
  return /^[^\s'"\\$`!*?&|;<>()[\]{}#~]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

/** `framework next FILE` with all that it needs, for messages. */
export function nextCommand(file: string): string {
  return `"framework next ${typed(file)} --version VERSION --out NEW.framework.yaml"`;
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
