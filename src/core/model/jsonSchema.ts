import * as z from 'zod/mini';
import { FrameworkShape } from './schema.ts';

type Json = { [key: string]: unknown };

/**
 * The file format as a JSON Schema (2020-12), for other editors and tools. It says of one file what a schema
 * can say: that ids are unique and levels known is checked by the product only.
 */
export function frameworkJsonSchema(): Json {
  const schema = z.toJSONSchema(FrameworkShape, { target: 'draft-2020-12' }) as Json;
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: 'Framework file',
    description: 'One version of a competency framework (*.framework.yaml), format 1.',
    ...withFormatNumber(needStatements(allowOwnKeys(rest)) as Json),
  };
}

/** `format: 1` is a number to other tools, and the same to us. */
function withFormatNumber(schema: Json): Json {
  const properties = schema.properties as Json;
  const { description } = properties.format as Json;
  return { ...schema, properties: { ...properties, format: { enum: ['1', 1], description } } };
}

/**
 * A row says something, or is withdrawn. The shape leaves that open, since a row that is half written is read; the
 * product reports it by a rule.
 */
function needStatements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(needStatements);
  if (typeof value !== 'object' || value === null) return value;
  const schema = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, needStatements(each)]));
  const properties = schema.properties as Json | undefined;
  const statements = properties?.statements as Json | undefined;
  if (!statements?.additionalProperties) return schema;
  const text = { ...(statements.additionalProperties as Json), minLength: 1 };
  return {
    ...schema,
    properties: { ...properties, statements: { ...statements, additionalProperties: text } },
    anyOf: [need('statements', { type: 'object', minProperties: 1 }), need('withdrawn', { type: 'object' })],
  };
}

function need(key: string, schema: Json): Json {
  return { type: 'object', required: [key], properties: { [key]: schema } };
}

/** `x-` keys are allowed wherever keys are fixed, but for the little that holds no further data. */
function allowOwnKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(allowOwnKeys);
  if (typeof value !== 'object' || value === null) return value;
  const schema = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, allowOwnKeys(each)]),
  ) as Json;
  const isNode = schema.additionalProperties === false && typeof schema.properties === 'object';
  const isWithdrawal = isNode && Object.hasOwn(schema.properties as Json, 'since');
  return isNode && !isWithdrawal ? { ...schema, patternProperties: { '^x-': {} } } : schema;
}
