/** The public face of the core: the only file of it that other layers import. */
export type { Cell, Change, Place, Refusal } from './changes/change.ts';
export { type Hover, hover } from './features/hover.ts';
export { type MarkedFinding, type MatrixMarks, marksOf, type SeverityCounts } from './matrix/marks.ts';
export { type MatrixTarget, placeOf, type TextPlace, targetAt } from './matrix/target.ts';
export {
  type AreaLine,
  type MatrixCell,
  type MatrixHead,
  type MatrixLevel,
  type MatrixLine,
  type MatrixView,
  matrixView,
  type RowLine,
  type SectionLine,
  type TopicLine,
} from './matrix/view.ts';
export { type LineSplice, type ViewChanges, viewChanges } from './matrix/viewChanges.ts';
export { type Loaded, loadFramework } from './model/load.ts';
export { type Located, locate } from './model/locate.ts';
export { sourceOf } from './model/source.ts';
export { normaliseStatement, paragraphs } from './model/statement.ts';
export type * from './model/types.ts';
export { INTERNAL, RULES, ruleOf } from './rules/allRules.ts';
export type { Finding } from './rules/finding.ts';
export { fixesOf } from './rules/fixes.ts';
export type { Fix, Rule, RuleMeta, Scope, Severity } from './rules/rule.ts';
export { findings, type Run, type RunOptions, startRun } from './rules/runner.ts';
export { applyEdits, joinEdits, type TextEdit } from './text/edit.ts';
export { joinRanges, spanOf } from './text/editedRange.ts';
export { LineIndex, type Position } from './text/lines.ts';
export { type EditedRange, parseYaml, updateYaml, type YamlDocument } from './yaml/document.ts';
export { endOf, holds, pairOf, type Spot, startOf, type YamlMap, type YamlNode } from './yaml/nodes.ts';
export type { Problem } from './yaml/problem.ts';
