/** The public face of the core: the only file of it that other layers import. */

export { BesideError } from './beside/besideFile.ts';
export { applyChanges } from './changes/applyChanges.ts';
export type { Cell, Change, Place, Refusal } from './changes/change.ts';
export { describeChange } from './changes/describe.ts';
export { diff } from './changes/diff.ts';
export { invert } from './changes/invert.ts';
export { type ChangeJson, toJson } from './changes/json.ts';
export { type ChangeKind, kindOf, kindsOf } from './changes/kinds.ts';
export { type Conflict, type Merged, merge, type Side } from './changes/merge.ts';
export { type WordPart, wordDiff } from './changes/words.ts';
export type { ChangesInput } from './changesView/build.ts';
export type {
  ComparedArea,
  ComparedCell,
  ComparedLink,
  ComparedRow,
  ComparedTable,
  ComparedTopic,
  ComparedView,
  Verdict,
} from './changesView/comparison.ts';
export type {
  ChangeCell,
  ChangeGroup,
  ChangeItem,
  ChangeNote,
  ChangeProblem,
  ChangesView,
  ChangeTopic,
  Decision,
} from './changesView/view.ts';
export type { RoundView, Wanted } from './changesView/wanted.ts';
export { addWord } from './config/addWord.ts';
export { configCompletions, configHover } from './config/help.ts';
export {
  CONFIG_NAME,
  type Config,
  type ConfigProblem,
  readConfig,
  type Versioning,
} from './config/readConfig.ts';
export { type Completion, completions } from './features/completion.ts';
export { findRow, findTopic } from './features/find.ts';
export { folds } from './features/folding.ts';
export { type Hover, hover } from './features/hover.ts';
export { type IdAt, type IdKind, idAt, type Occurrence, occurrencesOf } from './features/ids.ts';
export type { Past } from './features/life.ts';
export { filledLevels, tokens, versionLinks } from './features/marks.ts';
export { firstWords, type OutlineEntry, outline } from './features/outline.ts';
export { previousVersion } from './features/previousVersion.ts';
export { checkRenamable, RenameError, renameId } from './features/renameId.ts';
export { selectionsAt } from './features/selection.ts';
export { silencePlace } from './features/silence.ts';
export { type Checked, Checker } from './live/checker.ts';
export { LiveFile } from './live/liveFile.ts';
export type {
  CellText,
  CommandPlace,
  CommandRefusal,
  MatrixCommand,
  NewRow,
} from './matrix/commands/command.ts';
export { resolveCommand } from './matrix/commands/resolve.ts';
export type { Coverage } from './matrix/coverage.ts';
export { type FindQuery, type Found, type FoundCell, findInMatrix } from './matrix/find.ts';
export type {
  AreaLine,
  MatrixCell,
  MatrixLine,
  RowLine,
  SectionLine,
  TopicLine,
} from './matrix/lines.ts';
export {
  findingAt,
  type MarkedFinding,
  type MatrixMarks,
  marksOf,
  type SeverityCounts,
} from './matrix/marks.ts';
export type { GoneNode, LineSince, MatrixSince, SinceMarks } from './matrix/since.ts';
export { type MatrixTarget, placeOf, targetAt } from './matrix/target.ts';
export { type MatrixHead, type MatrixLevel, type MatrixView, matrixView } from './matrix/view.ts';
export { type LineSplice, type ViewChanges, viewChanges } from './matrix/viewChanges.ts';
export { type CellWords, levelWords, type RowWords, wordsSince } from './matrix/words.ts';
export { mergeTextLines, mergeTexts } from './mergeText/mergeTexts.ts';
export { sameMeaning } from './model/equal.ts';
export { fingerprint } from './model/fingerprint.ts';
export { eachRow, indexFramework } from './model/index.ts';
export { frameworkJsonSchema } from './model/jsonSchema.ts';
export { blockingProblems, type Loaded, lacksOnlyIds, loadFramework } from './model/load.ts';
export { type Located, locate } from './model/locate.ts';
export { withPrivateOf } from './model/private.ts';
export { sourceOf } from './model/source.ts';
export { normaliseStatement, paragraphs } from './model/statement.ts';
export type * from './model/types.ts';
export { compareVersions, isVersionNumber } from './model/version.ts';
export { frameworkJson } from './publish/frameworkJson.ts';
export { nextVersion, nextVersionText, VersionError } from './publish/nextVersion.ts';
export { findingOpenPlaces, openPlaces, supersededOf } from './publish/openPlaces.ts';
export { type PublishedIds, publishedIds, publishedRows } from './publish/publishedRows.ts';
export { publicationDay, publishedText, publishingEdits } from './publish/publishVersion.ts';
export { type NotesByPlace, notePlace, notesByPlace, notesIn, type ReviewNote } from './review/notes.ts';
export { addNotes, notesFileOf, readNotes } from './review/notesFile.ts';
export { INTERNAL, RULES, ruleOf } from './rules/allRules.ts';
export type { Finding } from './rules/finding.ts';
export { fixesOf, HAS_SAFE, safeEdits } from './rules/fixes.ts';
export type { Fix, Rule, RuleMeta, Scope, Severity, Sibling, Spelling } from './rules/rule.ts';
export { findings, findingsIn } from './rules/runner.ts';
export type { RunOptions } from './rules/runOptions.ts';
export { applyEdits, joinEdits, type TextEdit } from './text/edit.ts';
export { spanOf } from './text/editedRange.ts';
export { LineIndex, type Position } from './text/lines.ts';
export type { ChangeReason } from './versions/reasons.ts';
export { addReason, readReasons, reasonPlaces, reasonsFileOf } from './versions/reasonsFile.ts';
export { type AppliedToText, applyingToText, applyToText } from './write/applyToText.ts';
export { readBack, readingBack } from './write/readingBack.ts';
export { editsTo } from './write/writer.ts';
export { type EditedRange, parseYaml, type YamlDocument } from './yaml/document.ts';
export { endOf, holds, pairOf, type Spot, startOf, type YamlMap, type YamlNode } from './yaml/nodes.ts';
export type { Problem } from './yaml/problem.ts';
