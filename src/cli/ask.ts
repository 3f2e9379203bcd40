import { createInterface } from 'node:readline';
import type { Question } from '../core/index.ts';
import type { Answer } from './answers.ts';
import { Failure } from './failure.ts';
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
  const answers: Answer[] = [];
  try {
    for (const { id, place, message, options } of questions) {
      output.write(`${place}: ${message}\n`);
      let chosen: string | undefined;
      while (chosen === undefined) {
        const said = (await line(lines, `${listed(options)}? `)).trim().toLowerCase();
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

function line(lines: ReturnType<typeof createInterface>, prompt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const ended = () =>
      reject(
        new Failure(
          undefined,
          'Nothing was written, for not all questions were answered: run the command again.',
        ),
      );
    lines.once('close', ended);
    lines.question(prompt, answer => {
      lines.off('close', ended);
      resolve(answer);
    });
  });
}
