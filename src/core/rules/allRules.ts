import { asksLessAbove } from './asks-less-above/rule.ts';
import { blankBesideStatement } from './blank-beside-statement/rule.ts';
import { britishSpelling } from './british-spelling/rule.ts';
import { changedAfterPublication } from './changed-after-publication/rule.ts';
import { circularReference } from './circular-reference/rule.ts';
import { damagedCharacters } from './damaged-characters/rule.ts';
import { doubledSpaces } from './doubled-spaces/rule.ts';
import { duplicateId } from './duplicate-id/rule.ts';
import { duplicateKey } from './duplicate-key/rule.ts';
import { duplicateSection } from './duplicate-section/rule.ts';
import { formerId } from './former-id/rule.ts';
import { idleSuppression } from './idle-suppression/rule.ts';
import { illFormedId } from './ill-formed-id/rule.ts';
import { levelEmpty } from './level-empty/rule.ts';
import { levelGap } from './level-gap/rule.ts';
import { levelsAlike } from './levels-alike/rule.ts';
import { misreadValue } from './misread-value/rule.ts';
import { missingKey } from './missing-key/rule.ts';
import { missingValue } from './missing-value/rule.ts';
import { nearDuplicate } from './near-duplicate/rule.ts';
import { noFinalStop } from './no-final-stop/rule.ts';
import { oneSpelling } from './one-spelling/rule.ts';
import { outdatedName } from './outdated-name/rule.ts';
import { publishedWithoutDate } from './published-without-date/rule.ts';
import { publishedWithoutFingerprint } from './published-without-fingerprint/rule.ts';
import { repeatedWords } from './repeated-words/rule.ts';
import { reusedId } from './reused-id/rule.ts';
import { rowWithoutStatement } from './row-without-statement/rule.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { sameStatement } from './same-statement/rule.ts';
import { statementCutOff } from './statement-cut-off/rule.ts';
import { statementsRunTogether } from './statements-run-together/rule.ts';
import { straySpace } from './stray-space/rule.ts';
import { textAfterHash } from './text-after-hash/rule.ts';
import { unbalancedBrackets } from './unbalanced-brackets/rule.ts';
import { unbalancedQuotes } from './unbalanced-quotes/rule.ts';
import { undefinedAbbreviation } from './undefined-abbreviation/rule.ts';
import { unknownId } from './unknown-id/rule.ts';
import { unknownKey } from './unknown-key/rule.ts';
import { unknownLevel } from './unknown-level/rule.ts';
import { unknownSectionKind } from './unknown-section-kind/rule.ts';
import { unknownValue } from './unknown-value/rule.ts';
import { untitledArea } from './untitled-area/rule.ts';
import { vanishedId } from './vanished-id/rule.ts';
import { verbFirst } from './verb-first/rule.ts';
import { verbForm } from './verb-form/rule.ts';
import { versionNumber } from './version-number/rule.ts';
import { versionOrder } from './version-order/rule.ts';
import { wrongSection } from './wrong-section/rule.ts';
import { wrongType } from './wrong-type/rule.ts';
import { yamlFeature } from './yaml-feature/rule.ts';
import { yamlSyntax } from './yaml-syntax/rule.ts';

/** Every rule: those of reading first, then by what they look at. To add one, see README.md here. */
export const RULES: readonly Rule[] = [
  yamlSyntax,
  yamlFeature,
  misreadValue,
  duplicateKey,
  unknownKey,
  missingKey,
  missingValue,
  wrongType,
  illFormedId,
  unknownValue,
  duplicateId,
  duplicateSection,
  unknownLevel,
  unknownSectionKind,
  unknownId,
  rowWithoutStatement,
  blankBesideStatement,
  statementCutOff,
  unbalancedBrackets,
  repeatedWords,
  doubledSpaces,
  sameStatement,
  untitledArea,
  noFinalStop,
  textAfterHash,
  publishedWithoutDate,
  publishedWithoutFingerprint,
  changedAfterPublication,
  levelsAlike,
  formerId,
  circularReference,
  reusedId,
  vanishedId,
  versionNumber,
  versionOrder,
  statementsRunTogether,
  damagedCharacters,
  unbalancedQuotes,
  straySpace,
  nearDuplicate,
  levelGap,
  levelEmpty,
  asksLessAbove,
  verbFirst,
  wrongSection,
  verbForm,
  undefinedAbbreviation,
  oneSpelling,
  outdatedName,
  britishSpelling,
  idleSuppression,
];

const byId = new Map(RULES.map(rule => [rule.meta.id, rule]));

/** The rule with an id, if there is one. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}

/** What stands for a rule that failed itself. */
export const INTERNAL: RuleMeta = {
  id: 'rule-failed',
  title: 'A rule that failed',
  severity: 'error',
  why: 'A rule has a fault of its own. What it would have found is not known; the other rules are not affected.',
  whatToDo: 'Report it, with the statement that it failed at.',
  scope: 'framework',
  fixable: 'none',
};
