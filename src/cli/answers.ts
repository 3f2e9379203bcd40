import type { ImportPlan, Question } from '../core/reviewing.ts';
import { Failure } from './failure.ts';
import { decode, readBytes, STDIN } from './files.ts';
import { listed } from './format/words.ts';

/** What to do about rows that did not come back, or came back empty. */
export type Deletes = 'ask' | 'keep' | 'apply';

/** An id of a question or conflict, and what was chosen. */
export type Answer = readonly [id: string, answer: string];

/**
 * Reads the answers out of the filled-in JSON of a dry run.
 * @throws Failure if the file cannot be read or is not such a form
 */
export async function readAnswers(file: string): Promise<Answer[]> {
  const name = file === '-' ? STDIN : file;
  const text = decode(await readBytes(file), name).replace(/^\uFEFF/, '');
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch {
    throw new Failure(
      name,
      'is not valid JSON: fill in what "framework import --dry-run --format json" prints.',
    );
  }
  return ['questions', 'conflicts'].flatMap(key => answersIn(form, key, name));
}

function answersIn(form: unknown, key: string, name: string): Answer[] {
  const list = isObject(form) ? form[key] : undefined;
  if (!Array.isArray(list) || !list.every(isObject))
    throw new Failure(
      name,
      `has no list "${key}": fill in what "framework import --dry-run --format json" prints.`,
    );
  return list.flatMap(({ id, answer }, at): Answer[] => {
    if (typeof id !== 'string')
      throw new Failure(`${name}: ${key}[${at}]`, 'has lost its id: make the form anew and fill that in.');
    if (answer === undefined || answer === null || answer === '') return [];
    if (typeof answer !== 'string')
      throw new Failure(`${name}: ${id}`, 'the answer must be a text: write one of its options.');
    return [[id, answer]];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks that every answer is to something that is asked, and is one of its options.
 * @throws Failure for the first that is not
 */
export function checkAnswers(plan: ImportPlan, answers: readonly Answer[], name: string): void {
  const options = new Map<string, readonly string[]>([
    ...plan.questions.map(question => [question.id, question.options] as const),
    ...plan.conflicts.map(({ id, versions }) => [id, versions.map(version => version.side)] as const),
  ]);
  for (const [id, answer] of answers) {
    const known = options.get(id);
    if (!known)
      throw new Failure(
        `${name}: ${id}`,
        'nothing of that name is to be decided: make the form anew and fill that in.',
      );
    if (!known.includes(answer))
      throw new Failure(`${name}: ${id}`, `"${answer}" is no answer: choose ${listed(known)}.`);
  }
}

/** Whether a question is one that `--deletes` decides. */
export function isDelete({ kind }: Question): boolean {
  return kind === 'deleted-row' || kind === 'emptied-row';
}
