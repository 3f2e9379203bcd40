/** What words at the beginning of a statement say about it. Lists of English in general, not of one framework. */

const words = (list: string) => list.trim().split(/\s+/);

/** Verbs for what one can see somebody do, in their base form, which are seldom or never nouns. */
const DOING_ONLY = words(`
  accompany act adapt add adhere adjust administer adopt advise allocate analyse apply appoint arrange
  assemble assess assign assist attach attend authorise automate build carry challenge choose clarify clean coach
  collaborate collate collect combine commission communicate compare compile complete comply compose conduct
  configure connect consider construct consult contribute convert coordinate co-ordinate correct create decide
  define delegate deliver demonstrate deploy detect determine develop diagnose direct discuss dispose distribute
  draft edit eliminate embed enable encourage enforce engage enrol ensure enter escalate establish evaluate examine
  execute extend extract facilitate find follow formulate fulfil gather generate give guide handle identify
  implement improve inform initiate inspect inspire install integrate introduce investigate invite keep lead
  leverage liaise listen locate maintain make manage maximise mentor migrate minimise moderate modify motivate
  negotiate notify obtain offer operate optimise organise oversee participate perform persuade pilot prepare
  prescribe present prevent prioritise procure promote propose protect provide publish purchase pursue raise read
  recommend reconcile recover recruit rectify reduce refer remove renew repair replace represent resolve respond
  restore retain retrieve revise run safeguard sample schedule secure seek select send serve share shape show
  simplify solve specify strengthen submit suggest supervise supply tailor teach tell test-drive transfer translate
  troubleshoot uninstall undertake use utilise validate verify weigh work write
`);
/** Such verbs that are nouns or adjectives as well: `Plan the work`, but `Plan and budget of the school`. */
const DOING_TOO = words(`
  access address advance aid answer appeal approach approve archive audit back balance budget calculate call
  care caution check close code complement condition control copy cost design document download drive estimate
  evidence exchange exercise experience experiment file filter finance focus forecast function group harness
  help hold host influence interview issue label link log map mark market match measure meet mend mention model
  monitor move name network note open order own pack partition pay place plan play position post practise print
  process produce program programme project provision question rate record reference register release report
  request research reset respect review roll route save scan score search select sequence service set sign sort
  start state stop store study supplement support survey take target test track trade train transition transport
  treat triage type update upgrade upload view visit witness
`);
/** Verbs of the mind: what somebody knows, which nobody can see. */
const KNOWING = words(
  'understand know appreciate comprehend realise recognise remember recall believe grasp',
);
/** Verbs by which knowledge shows. */
const EXPLAINING = words(
  'explain describe list outline summarise interpret distinguish classify illustrate name state discuss recite',
);

export const DOING_VERBS: ReadonlySet<string> = new Set([...DOING_ONLY, ...DOING_TOO]);
export const NOUNS_TOO: ReadonlySet<string> = new Set(DOING_TOO);
export const EXPLAINING_VERBS: ReadonlySet<string> = new Set(EXPLAINING);
export const ALL_VERBS: ReadonlySet<string> = new Set([...DOING_VERBS, ...KNOWING, ...EXPLAINING]);

/** After an article these cannot stand: nothing else than a verb is meant. */
export const NEVER_AFTER_ARTICLE: ReadonlySet<string> = new Set(
  words(`
    advise allocate analyse apply arrange assign assist choose clarify collate communicate compile configure
    contribute create decide define deliver deploy describe determine develop diagnose ensure escalate establish
    evaluate explain extract facilitate follow identify inform install integrate investigate liaise maintain make
    manage minimise modify negotiate notify obtain organise oversee perform prepare prevent prioritise provide
    publish recommend rectify replace respond retrieve select specify submit suggest supervise undertake understand
    utilise validate verify write
  `),
);

export interface Opening {
  /** As it is written. */
  readonly word: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  /** What follows it. */
  readonly rest: string;
}

/** The first word of a text; undefined where there is none. */
export function openingOf(text: string): Opening | undefined {
  const match = /\p{L}[\p{L}'’-]*/u.exec(text);
  if (!match) return undefined;
  const to = match.index + match[0].length;
  return { word: match[0], lower: match[0].toLowerCase(), from: match.index, to, rest: text.slice(to) };
}

/** The base form of a verb in the third person (`checks`, `identifies`, `assesses`), if it is one known here. */
export function baseOfThirdPerson(word: string): string | undefined {
  if (!word.endsWith('s')) return undefined;
  const forms = [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
  return forms.find(form => form !== word && ALL_VERBS.has(form));
}

/** The third person of a verb: `checks`, `identifies`, `assesses`. */
export function thirdPersonOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** The base form of a verb that ends in -ing (`planning`, `using`, `checking`), if it is one known here. */
export function baseOfIng(word: string): string | undefined {
  if (!word.endsWith('ing') || word.length < 5) return undefined;
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].find(form => ALL_VERBS.has(form));
}

/** A word as it stands, with the capital of another. */
export function withCaseOf(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
