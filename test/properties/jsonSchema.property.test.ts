import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { findings } from '../../src/core/index.ts';
import { frameworkJsonSchema } from '../../src/core/model/jsonSchema.ts';
import { load } from '../helpers/loaded.ts';
import { changed, type Path, pathsIn, TYPED, WHOLE } from '../helpers/wholeFile.ts';

const schema = z.fromJSONSchema(frameworkJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
const accepts = (text: string) => schema.safeParse(parse(text, { schema: 'failsafe' })).success;

/** What is wrong with the keys and values of a file, each by itself. */
const OF_SHAPE = new Set([
  ...['missing-key', 'unknown-key', 'wrong-type', 'missing-value', 'unknown-value', 'ill-formed-id'],
  'row-without-statement',
]);
const errorsIn = (text: string) =>
  findings(load(text)).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));

describe('The JSON Schema and the product', () => {
  it('take a whole file', () => {
    expect(accepts(stringify(WHOLE))).toBe(true);
    expect(errorsIn(stringify(WHOLE)).filter(rule => OF_SHAPE.has(rule))).toEqual([]);
  });

  it('agree on any file with one thing changed or gone', () => {
    const disagree: string[] = [];
    for (const path of pathsIn(WHOLE))
      for (const value of [...TYPED, []]) {
        const text = changed(path as Path, value);
        const errors = errorsIn(text);
        const isTaken = accepts(text);
        // Whether a level is known, or an id there twice, the schema cannot tell.
        if (isTaken ? errors.some(rule => OF_SHAPE.has(rule)) : errors.length === 0)
          disagree.push(
            `${path.join('.')} = ${JSON.stringify(value)}: ${isTaken ? errors : 'only the schema refuses it'}`,
          );
      }
    expect(disagree).toEqual([]);
  });

  it('ask for statements in every row that is not withdrawn', () => {
    const rows = ['areas', 0, 'sections', 0, 'topics', 0, 'rows'];
    expect(accepts(changed([...rows, 0, 'statements'], undefined))).toBe(false);
    expect(accepts(changed([...rows, 0, 'statements'], {}))).toBe(false);
    expect(accepts(changed([...rows, 2, 'statements'], undefined))).toBe(true);
  });
});
