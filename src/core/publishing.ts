/**
 * The second face of the core: what is needed to compare versions and to publish what changed, and nothing that
 * start-up needs. It is a bundle of its own, loaded on first use.
 */
export { type Comparison, compare, toldChanges } from './changes/compare.ts';
export { comparisonJson } from './changes/comparisonJson.ts';
export { doubts } from './changes/doubts.ts';
export { type ComparisonInput, comparisonView } from './comparisonView/build.ts';
export { crosswalkCsv, crosswalkJson } from './release/crosswalkTable.ts';
export { releaseDocument } from './release/document.ts';
export { toHtml } from './release/html.ts';
export { toMarkdown } from './release/markdown.ts';
export type { Release } from './release/release.ts';
export { releaseBook } from './release/releaseBook.ts';
export { releaseOf } from './release/releaseOf.ts';
export { releasePlain } from './release/releasePlain.ts';
export { classesOf } from './versions/classesOf.ts';
export { type OpenMatter, openMatters } from './versions/openMatters.ts';
