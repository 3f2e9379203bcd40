import { isDeepStrictEqual } from 'node:util';
import type { ImportPlan, Question } from '../core/reviewing.ts';
import { Failure } from './failure.ts';
import { decode, readBytes, STDIN } from './files.ts';
import { listed } from './format/words.ts';
import { refusalsIn } from './refusals.ts';

/** What to do about rows that did not come back, or came back empty. */
export type Deletes = 'ask' | 'keep' | 'apply';

/** An id of a question or conflict, and what was chosen. */
export type Answer = readonly [id: string, answer: string];

/** An answer as it stands in a form, with what the form says of what was asked. */
export interface FilledIn {
  readonly id: string;
  readonly answer: string;
  readonly asked: Readonly<Record<string, unknown>>;
}

/** What somebody wrote into the JSON of a dry run. */
export interface FilledForm {
  /** What messages call it. */
  readonly name: string;
  readonly answers: readonly FilledIn[];
  /** The changes that were refused, as they stand there. */
  readonly refused: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Reads what was filled into the JSON of a dry run.
 * @throws Failure if the file cannot be read or is not such a form, or answers something in two ways
 */
export async function readForm(file: string): Promise<FilledForm> {
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
  const answers = ['questions', 'conflicts'].flatMap(key => answersIn(form, key, name));
  const first = new Map<string, string>();
  for (const { id, answer } of answers) {
    const before = first.get(id) ?? answer;
    if (before !== answer)
      throw new Failure(
        `${name}: ${id}`,
        `is answered twice, with "${before}" and "${answer}": leave one of the two.`,
      );
    first.set(id, answer);
  }
  return { name, answers, refused: refusalsIn(form as object, name) };
}

function answersIn(form: unknown, key: string, name: string): FilledIn[] {
  const list = isObject(form) ? form[key] : undefined;
  if (!Array.isArray(list) || !list.every(isObject))
    throw new Failure(
      name,
      `has no list "${key}": fill in what "framework import --dry-run --format json" prints.`,
    );
  return list.flatMap((asked, at): FilledIn[] => {
    const { id, answer } = asked;
    if (typeof id !== 'string')
      throw new Failure(`${name}: ${key}[${at}]`, 'has lost its id: make the form anew and fill that in.');
    if (answer === undefined || answer === null || answer === '') return [];
    if (typeof answer !== 'string')
      throw new Failure(`${name}: ${id}`, 'the answer must be a text: write one of its options.');
    return [{ id, answer, asked }];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks that every answer is to something that is asked, in these words, and is one of its options.
 * @param plan with the answers in it
 * @param unanswered the plan without them: an answer may change what else is asked
 * @throws Failure for the first that is not
 */
export function checkAnswers(
  plan: ImportPlan,
  answers: readonly FilledIn[],
  name: string,
  unanswered: () => ImportPlan,
): void {
  const options = new Map<string, readonly string[]>([
    ...plan.questions.map(question => [question.id, question.options] as const),
    ...plan.conflicts.map(({ id, versions }) => [id, versions.map(version => version.side)] as const),
  ]);
  for (const filledIn of answers) {
    const { id, answer } = filledIn;
    const known = options.get(id);
    if (!known)
      throw new Failure(
        `${name}: ${id}`,
        'nothing of that name is to be decided: make the form anew and fill that in.',
      );
    if (!known.includes(answer))
      throw new Failure(`${name}: ${id}`, `"${answer}" is no answer: choose ${listed(known)}.`);
    if (!isAsked(plan, filledIn) && !isAsked(unanswered(), filledIn))
      throw new Failure(
        `${name}: ${id}`,
        'was asked about other words: make the form anew and fill that in.',
      );
  }
}

/** Whether a plan asks this in the words of the form. A form that leaves them out says nothing of them. */
function isAsked(plan: ImportPlan, { id, asked }: FilledIn): boolean {
  const agrees = (now: object, keys: readonly string[]) => {
    const plain = JSON.parse(JSON.stringify(now)) as Record<string, unknown>;
    return keys.every(key => isDeepStrictEqual(plain[key], asked[key]));
  };
  const ofQuestion = ['message', 'texts'].filter(key => asked[key] !== undefined);
  const ofConflict = asked.versions === undefined ? [] : ['base'];
  return (
    plan.questions.some(question => question.id === id && agrees(question, ofQuestion)) ||
    plan.conflicts.some(
      conflict =>
        conflict.id === id &&
        agrees(conflict, ofConflict) &&
        (asked.versions === undefined ||
          isDeepStrictEqual(madeOf(conflict.versions), madeOf(asked.versions))),
    )
  );
}

/** What each side made of it; how it came to that is told for people. */
function madeOf(versions: unknown): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(versions));
  return Array.isArray(plain)
    ? plain.map(version => (isObject(version) ? { side: version.side, value: version.value } : version))
    : plain;
}

/** Whether a question is one that `--deletes` decides. */
export function isDelete({ kind }: Question): boolean {
  return kind === 'deleted-row' || kind === 'emptied-row';
}
