import * as z from 'zod/mini';
import { FrameworkShape } from '../model/schema.ts';

/** What the format says of a key. */
export interface KeyInfo {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly holds: 'text' | 'list' | 'keys';
  /** The values that are allowed, where only some are. */
  readonly values: readonly string[] | undefined;
}

type Schema = z.core.$ZodType;

/**
 * @param path keys and list indexes from the top of the file to a key
 * @returns undefined for a key that the format does not have, or that the file's author names (a level, a term)
 */
export function keyInfo(path: readonly (string | number)[]): KeyInfo | undefined {
  const name = path.at(-1);
  const holder = shapeAt(path.slice(0, -1));
  if (typeof name !== 'string' || holder?.type !== 'object') return undefined;
  const schema = keyOf(holder, name);
  return schema && infoOf(name, schema);
}

/** The keys that a node may have, in the order in which the format gives them; none where it is no such node. */
export function keysAt(path: readonly (string | number)[]): readonly KeyInfo[] {
  const holder = shapeAt(path);
  if (holder?.type !== 'object') return [];
  return Object.entries((holder as z.core.$ZodObjectDef).shape).map(([name, schema]) => infoOf(name, schema));
}

/** What the format says of a value that stands in a list, or under a key that the author names. */
export function valueInfo(
  path: readonly (string | number)[],
): Pick<KeyInfo, 'description' | 'values'> | undefined {
  let schema: Schema | undefined = FrameworkShape;
  for (const step of path) schema = schema && below(schema, step);
  return schema && { description: descriptionOf(schema), values: valuesOf(schema) };
}

function shapeAt(path: readonly (string | number)[]): z.core.$ZodTypeDef | undefined {
  let schema: Schema | undefined = FrameworkShape;
  for (const step of path) schema = schema && below(schema, step);
  return schema && bare(schema)._zod.def;
}

/** The schema without what only says that it may be left out. */
function bare(schema: Schema): Schema {
  const { def } = schema._zod;
  return def.type === 'optional' ? bare((def as z.core.$ZodOptionalDef).innerType) : schema;
}

function below(schema: Schema, step: string | number): Schema | undefined {
  const { def } = bare(schema)._zod;
  if (def.type === 'object') return keyOf(def, String(step));
  if (def.type === 'array' && typeof step === 'number') return (def as z.core.$ZodArrayDef).element;
  if (def.type === 'record') return (def as z.core.$ZodRecordDef).valueType;
  return undefined;
}

function keyOf(def: z.core.$ZodTypeDef, name: string): Schema | undefined {
  const { shape } = def as z.core.$ZodObjectDef;
  return Object.hasOwn(shape, name) ? shape[name] : undefined;
}

function infoOf(name: string, schema: Schema): KeyInfo {
  const inner = bare(schema);
  const { type } = inner._zod.def;
  return {
    name,
    description: descriptionOf(schema),
    required: schema === inner,
    holds: type === 'array' ? 'list' : type === 'object' || type === 'record' ? 'keys' : 'text',
    values: valuesOf(schema),
  };
}

function descriptionOf(schema: Schema): string {
  return (z.globalRegistry.get(schema) ?? z.globalRegistry.get(bare(schema)))?.description ?? '';
}

function valuesOf(schema: Schema): readonly string[] | undefined {
  const { def } = bare(schema)._zod;
  if (def.type === 'enum') return Object.values((def as z.core.$ZodEnumDef).entries).map(String);
  if (def.type === 'literal') return (def as z.core.$ZodLiteralDef<string>).values.map(String);
  return undefined;
}
