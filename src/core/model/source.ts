import type { YamlMap } from '../yaml/nodes.ts';

const sources = new WeakMap<object, YamlMap>();

/** The YAML that a node of a loaded framework was read from; undefined for a node made otherwise. */
export function sourceOf(node: object): YamlMap | undefined {
  return sources.get(node);
}

/** Remembers where a node was read from, and gives it back. */
export function withSource<T extends object>(node: T, source: YamlMap): T {
  sources.set(node, source);
  return node;
}
