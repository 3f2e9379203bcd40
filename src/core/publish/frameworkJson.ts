import type { Framework } from '../model/types.ts';
import { type Value, wholeValue } from '../write/values.ts';

/**
 * The whole framework as JSON in the form of its file; the text is a framework file too, as all JSON is YAML.
 * @returns indented by two spaces, with a line end
 */
export function frameworkJson(framework: Framework): string {
  const levels = framework.levels.map(level => level.id);
  return `${JSON.stringify(wholeValue('file', framework, levels), toPlain, 2)}\n`;
}

function toPlain(_key: string, value: Value): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
