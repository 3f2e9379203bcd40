import { createInterface } from 'node:readline';
import type { Question } from '../core/reviewing.ts';
import type { Answer } from './answers.ts';
import { Failure } from './failure.ts';
import { visible } from './format/visible.ts';
import { listed } from './format/words.ts';

/**
 * Asks a person at a terminal, one question after the other. An option may be answered by its first letters.
 * @throws Failure if the person ends it (Ctrl-C, Ctrl-D)
 */
export async function ask(
  questions: readonly Question[],
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Answer[]> {
  if (questions.length === 0) return [];
  const lines = createInterface({ input, output });
  // Keeps what was typed ahead.
  const typed = lines[Symbol.asyncIterator]();
  const answers: Answer[] = [];
  try {
    for (const { id, place, message, options } of questions) {
      output.write(`${visible(`${place}: ${message}`)}\n`);
      lines.setPrompt(`${listed(options)}? `);
      let chosen: string | undefined;
      while (chosen === undefined) {
        lines.prompt();
        const { value, done } = await typed.next();
        if (done)
          throw new Failure(
            undefined,
            'Nothing was written, for not all questions were answered: run the command again.',
          );
        const said = value.trim().toLowerCase();
        const fitting = options.filter(option => said !== '' && option.startsWith(said));
        if (fitting.length === 1) chosen = fitting[0];
        else output.write(`Please answer ${listed(options)}.\n`);
      }
      answers.push([id, chosen]);
    }
  } finally {
    lines.close();
  }
  return answers;
}
