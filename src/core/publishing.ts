/**
 * The second face of the core: what is needed to compare versions and to publish what changed, and nothing that
 * start-up needs. It is a bundle of its own, loaded on first use.
 */
export { type Comparison, compare, comparing, toldChanges } from './changes/compare.ts';
export { doubts } from './changes/doubts.ts';
export { changesView } from './changesView/build.ts';
export { type ComparisonInput, comparisonView, layingOut } from './comparisonView/build.ts';
export { withVerdicts } from './comparisonView/withVerdicts.ts';
export { changesSince } from './matrix/since.ts';
export { differencesJson } from './release/differencesJson.ts';
export { PUBLISHED_FORMS, type PublishedForm, releaseText, type TextForm } from './release/forms.ts';
export { CLASS_LABELS, CLASS_MEANINGS, proposalSentence, undecidedSentence } from './release/labels.ts';
export type { Release } from './release/release.ts';
export { releaseBook } from './release/releaseBook.ts';
export { releaseOf, releasing } from './release/releaseOf.ts';
export { idleReasons } from './versions/idleReasons.ts';
export { BAR_CLASSES, type BarClass } from './versions/judgement.ts';
export { findingOpenMatters, type OpenMatter, openMatters } from './versions/openMatters.ts';
export { addressOf, whyOutdated } from './versions/reasons.ts';
