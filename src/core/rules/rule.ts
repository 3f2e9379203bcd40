import type { Loaded } from '../model/load.ts';
import type { Area, Framework, Level, Row, Section, SectionKind, Topic } from '../model/types.ts';
import type { TextEdit } from '../text/edit.ts';
import type { KnownLanguage } from './language.ts';
import type { Reading, Statement } from './text/readings.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * What a rule looks at, so that an edit reruns no more than it must. `reading`: the file itself, as the loader
 * reads it; `findings`: what the others found. Such rules have no check of their own, only a meaning and fixes.
 */
export type Scope = 'reading' | 'findings' | 'statement' | 'row' | 'topic' | 'framework';

export interface RuleMeta {
  /** Stable, in kebab-case: settings, suppressions and fixes go by it. */
  readonly id: string;
  /** What it finds, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters, in a sentence or two. */
  readonly why: string;
  readonly whatToDo: string;
  readonly scope: Scope;
  /**
   * `safe`: a fix may be applied unseen; `unsafe`: only where somebody chose it; `partly`: the one or the other, as
   * each fix says.
   */
  readonly fixable: 'none' | 'safe' | 'unsafe' | 'partly';
  /** What `framework.config.yaml` may set for it, by name. */
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** What it cannot do without; as long as that is not there, it is not run. */
  readonly needs?: 'spelling';
  /** The language whose words it goes by; it is not run over a framework in another. Absent: it goes by none. */
  readonly language?: KnownLanguage;
}

/** A dictionary, which the core is handed: it is large, and not there from the start. */
export interface Spelling {
  /** Whether a word is spelt right, capitals included, in British English or as a term of the trade. */
  knows(word: string): boolean;
  /** What may have been meant by a word that it does not know, the likeliest first; none where nothing is near. */
  suggest(word: string): readonly string[];
  /** What the British write for a word that it does not know, in lower case, where that is American spelling. */
  britishOf(word: string): string | undefined;
}

/** What an option of a rule holds: a list of texts, a list of such lists, or text by text. */
export interface RuleOption {
  readonly holds: 'texts' | 'lists' | 'map';
  /** What it is for, in a sentence. */
  readonly description: string;
}

/** The options that a file sets for one rule; what does not fit was left out when it was read. */
export interface OptionValues {
  readonly [name: string]:
    | readonly string[]
    | readonly (readonly string[])[]
    | Readonly<Record<string, string>>;
}

/** A place in the model: a node, one of its keys, one level under that, some characters of that. */
export interface Where {
  readonly node: object;
  readonly key?: string;
  readonly level?: string;
  /**
   * Default `value`; where that is not there, the nearest thing that is. `comment`: the comment that follows the
   * value on its line.
   */
  readonly part?: 'key' | 'value' | 'comment';
  /** Which item, from 0, where the value of the key is a list of texts. */
  readonly item?: number;
  /** From and to, in characters of the value as the model has it. */
  readonly span?: readonly [number, number];
}

export interface Report {
  /** What is wrong and what to do, in plain words. */
  readonly message: string;
  /** Default: what the check looks at. */
  readonly at?: Where;
  /** From and to in the text of the statement, for a check of one. */
  readonly span?: readonly [number, number];
  readonly related?: readonly { readonly at: Where; readonly message: string }[];
  /** What a fix needs to know. */
  readonly data?: Readonly<Record<string, string>>;
}

/** What every check may look at: if it changes, all is checked again. */
interface Common {
  readonly levels: readonly Level[];
  readonly glossary: ReadonlyMap<string, string>;
  /** Whether the framework is in English: whether words that a rule knows of itself count. */
  readonly isEnglish: boolean;
  /** What `framework.config.yaml` sets for this rule. */
  readonly options: OptionValues;
  /** Always there for a rule that needs it. */
  readonly spelling: Spelling | undefined;
  report(report: Report): void;
}

/** A row with where it stands. */
export interface PlacedRow {
  readonly area: Area;
  readonly section: Section;
  readonly topic: Topic;
  readonly row: Row;
}

export interface StatementCheck extends Common, Statement {}

export interface RowCheck extends Common {
  readonly row: Row;
}

export interface TopicCheck extends Common {
  readonly topic: Topic;
  /** The kind of the section that it stands in, if there is such a kind. */
  readonly kind: SectionKind | undefined;
  readonly sectionKinds: readonly SectionKind[];
  /** Those of its rows that are not withdrawn. */
  readonly rows: readonly Row[];
  /** The statements of these. */
  readonly statements: readonly Reading[];
}

/** Another version of the same framework, in a file beside. */
export interface Sibling {
  /** The file's name, as messages give it. */
  readonly name: string;
  readonly framework: Framework;
}

export interface FrameworkCheck extends Common {
  readonly framework: Framework;
  /** Whether all of the file could be read: else what seems to be missing may only be unread. */
  readonly isWhole: boolean;
  /** The other versions beside it: those that could be read, in no particular order. */
  readonly siblings: readonly Sibling[];
  /** The rows that are not withdrawn, nor stand in something that is. */
  readonly rows: readonly PlacedRow[];
  /** The statements of these. */
  readonly statements: readonly Reading[];
}

interface Checks {
  statement: StatementCheck;
  row: RowCheck;
  topic: TopicCheck;
  framework: FrameworkCheck;
}

/** A way to mend a finding. */
export interface Fix {
  /** What it does, as an order: `Put it in quotes`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether it may be applied unseen. */
  readonly safe: boolean;
}

export interface FixContext {
  readonly loaded: Loaded;
  /** What the finding covers. */
  readonly start: number;
  readonly end: number;
  /** The text that it covers. */
  readonly covered: string;
  readonly data: Readonly<Record<string, string>>;
  /** The model node that the finding is about, if it is about one. */
  readonly where: Where | undefined;
  /** The other versions beside the file. */
  readonly siblings: readonly Sibling[];
}

interface Fixer {
  /** The ways to mend a finding of this rule; worked out only when asked for. */
  fix?(context: FixContext): readonly Fix[];
}

export interface CheckingRule<S extends keyof Checks> extends Fixer {
  readonly meta: RuleMeta & { readonly scope: S };
  /** One over a whole framework yields between pieces of its work, where that grows with the rows (`each.ts`). */
  check(context: Checks[S]): S extends 'framework' ? Generator<void, void> | void : void;
}

export interface ReadingRule extends Fixer {
  readonly meta: RuleMeta & { readonly scope: 'reading' | 'findings' };
}

export type Rule =
  | ReadingRule
  | CheckingRule<'statement'>
  | CheckingRule<'row'>
  | CheckingRule<'topic'>
  | CheckingRule<'framework'>;
