/** The public face of the core: the only file of it that other layers import. */
export type { Cell, Change, Place, Refusal } from './changes/change.ts';
export { type Loaded, loadFramework } from './model/load.ts';
export { sourceOf } from './model/source.ts';
export { normaliseStatement, paragraphs } from './model/statement.ts';
export type * from './model/types.ts';
export { applyEdits, joinEdits, type TextEdit } from './text/edit.ts';
export { joinRanges, spanOf } from './text/editedRange.ts';
export { LineIndex, type Position } from './text/lines.ts';
export { type EditedRange, parseYaml, updateYaml, type YamlDocument } from './yaml/document.ts';
export { endOf, holds, pairOf, type Spot, startOf, type YamlMap, type YamlNode } from './yaml/nodes.ts';
export type { Problem } from './yaml/problem.ts';
