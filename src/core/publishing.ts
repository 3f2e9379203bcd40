/**
 * The second face of the core: what is needed to compare versions and to publish what changed, and nothing that
 * start-up needs. It is a bundle of its own, loaded on first use.
 */
export { crosswalkCsv, crosswalkLines } from './release/crosswalkTable.ts';
export { releaseDocument } from './release/document.ts';
export { toHtml } from './release/html.ts';
export { releaseJson } from './release/json.ts';
export { CLASS_LABELS } from './release/labels.ts';
export { toMarkdown } from './release/markdown.ts';
export type { Release } from './release/release.ts';
export { releaseBook } from './release/releaseBook.ts';
export { releaseOf } from './release/releaseOf.ts';
export { classesOf } from './versions/classesOf.ts';
export type { BarClass } from './versions/judgement.ts';
