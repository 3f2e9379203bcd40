/** Scales that words stand on, in English in general. Of verbs, the base form; `carryout` stands for `carry out`. */

/** From the least to the most, parted by `<`; what stands on one rung asks for about the same. */
function rungs(text: string): readonly (readonly string[])[] {
  return text.split('<').map(rung => rung.trim().split(/\s+/));
}

/** Ways of asking. */
export const VERB_LADDERS: readonly (readonly (readonly string[])[])[] = [
  // What one knows.
  rungs(`
    aware awareness recognise recall familiar familiarity <
    know knowledge describe list name state outline identify <
    understand understanding explain interpret summarise appreciate discuss comprehend <
    apply use demonstrate implement carryout perform practise conduct undertake execute complete <
    analyse examine compare investigate diagnose differentiate interrogate <
    evaluate assess critique judge appraise review justify critically <
    design create develop devise formulate invent synthesise
  `),
  // How far one answers for it.
  rungs(`
    observe shadow watch attend <
    assist help support contribute participate aid takepart join involve <
    carryout perform undertake conduct do complete deliver execute provide implement maintain run
    operate handle prepare apply use install administer produce write <
    manage coordinate supervise organise control administrate oversee own plan ensure responsible <
    lead direct head accountable chair champion drive govern
  `),
  // Following and shaping.
  rungs(`
    follow comply adhere observe abide use work <
    apply implement maintain monitor enforce administer promote communicate <
    adapt improve review update recommend advise contribute influence revise refine <
    develop design write create set define establish devise draft formulate shape author produce <
    lead direct own approve determine decide
  `),
  // Dealing with what goes wrong.
  rungs(`
    notice recognise report log record identify note spot refer escalate detect flag <
    respond triage diagnose troubleshoot investigate analyse examine monitor <
    resolve fix repair solve rectify correct remedy mend treat act mitigate address manage <
    prevent anticipate eliminate predict avoid forestall
  `),
  // Others.
  rungs(`
    tell inform share signpost listen consult <
    explain advise guide demonstrate show support help liaise brief encourage instruct <
    train teach coach mentor supervise deliver negotiate persuade facilitate influence <
    lead manage direct develop appoint
  `),
  // Seeing to it.
  rungs('check verify confirm validate < ensure assure guarantee'),
  // Making use of things.
  rungs(`
    use operate access navigate view read open check monitor enter <
    configure setup install maintain customise administer adjust update test amend edit modify connect <
    build deploy integrate implement automate optimise migrate upgrade create write troubleshoot extend <
    design architect plan develop specify evaluate model
  `),
];

/** How much one can do or know, from the least to the most. */
export const DEGREES = rungs(`
  little minimal <
  basic some limited simple elementary introductory foundation foundational initial general broad
  routine standard common straightforward outline minor small brief few partial <
  good working sound reasonable solid competent confident appropriate wide varied practical moderate
  most many several majority clear secure <
  detailed advanced strong thorough indepth comprehensive deep complex extensive full complete
  excellent high wider major proficient nonroutine all every any each critical <
  expert specialist strategic authoritative leading mastery highest
`);

/** How often, from the least to the most. */
export const FREQUENCIES = rungs(`
  never <
  rarely seldom occasionally sometimes <
  periodically biennially <
  annually yearly annual year <
  termly quarterly term quarter <
  monthly month <
  fortnightly fortnight <
  weekly week <
  daily day shift <
  hourly hour <
  always continuously continually constantly immediately consistently
`);

/** The same in words that name no time: `regularly` may be daily, or once a year. */
export const VAGUE_FREQUENCIES = rungs(`
  never <
  rarely seldom occasionally sometimes <
  regularly usually often frequently routinely regular <
  always continuously continually constantly immediately consistently
`);

/** How binding. */
export const MODALS = rungs('may might can could < should ought < must shall will');

/** How close the help is that somebody has: the closer, the less is asked. */
export const CLOSENESS = rungs(`
  minimal light occasional little remote <
  general regular some limited appropriate routine <
  direct close constant full continuous
`);
