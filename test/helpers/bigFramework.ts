/** A framework file of any size, the same each time: for what must hold, or stay quick, however much there is. */

const VERBS =
  words(`advise agree apply arrange assess build check clean collect compare configure connect create
  describe design document escalate explain identify improve inspect install integrate investigate label maintain
  manage measure monitor negotiate organise plan prepare present prevent propose protect record recommend replace
  report resolve restore review select supervise support test train update verify write`);
const NOUNS =
  words(`access account agreement alarm answer application archive asset audit backup battery board
  booking budget building cable calendar camera change charger checklist classroom cloud committee complaint
  computer contract copy council course cupboard customer damage data database deadline delivery device display
  document download drive email equipment error estimate event exam faculty failure family feedback file filter
  form group guide handover headset incident induction invoice keyboard laboratory laptop lesson library licence
  link list log lunch manual map meeting memory message microphone mouse name network note office order parent
  password patch payment phone photo plan platform policy port poster power printer problem procedure process
  programme project projector protocol purchase query question rack record register rehearsal repair report
  request response review risk room router rule scanner schedule school screen script security sensor server
  service setting shelf signal software solution speaker staff stock storage student summary supplier survey
  switch system tablet target task teacher term ticket timetable title token tool topic trainer training trolley
  trust update upgrade user vendor version video visitor volunteer warranty website window workflow workshop MIS UPS LMS`);
const LIKE = words(`agreed annual approved central common complete daily damaged digital full further general
  internal large local main minor mobile monthly new next older open personal physical portable previous private
  public recent regular remote safe shared short simple single small special standard temporary urgent usual
  valid weekly whole wireless`);
const KNOWING = words('know understand explain describe recognise outline');
const LINKS = words('and for with from within across before after during against through under');

/**
 * @param rows how many rows, of four levels each; about twelve a topic
 * @returns the text of a valid file with a few findings in a hundred rows
 */
export function bigFramework(rows: number): string {
  const random = numbers();
  const one = (list: readonly string[]) => list[random(list.length)]!;
  const phrase = () => `the ${one(LIKE)} ${one(NOUNS)}`;
  const sentence = (isDone: boolean) => {
    const first = one(isDone ? VERBS : KNOWING);
    const parts = Array.from({ length: 1 + random(4) }, () => `${one(LINKS)} ${phrase()}`);
    const end = random(60) === 0 ? '' : '.';
    const slip = random(90) === 0 ? ` ${one(LINKS)}  the` : '';
    return `${first[0]!.toUpperCase()}${first.slice(1)} ${phrase()}${slip} ${parts.join(' ')}${end}`;
  };
  const lines = [...HEAD];
  let told = sentence(true);
  let isDone = true;
  for (let row = 0, topic = 0; row < rows; topic++) {
    if (topic % 16 === 0)
      lines.push(`  - id: area-${topic / 16 + 1}`, `    title: Area ${topic / 16 + 1}`, '    sections:');
    if (topic % 8 === 0) {
      isDone = topic % 16 === 0;
      lines.push(`      - kind: ${isDone ? 'functions' : 'knowledge'}`, '        topics:');
    }
    lines.push(`          - id: topic-${topic + 1}`, `            title: The ${one(LIKE)} ${one(NOUNS)}`);
    lines.push('            rows:');
    for (const end = Math.min(rows, row + 4 + random(17)); row < end; row++) {
      lines.push(`              - id: row-${row + 1}`, '                statements:');
      for (const level of LEVELS) {
        // Now and then a level says nothing, and a text needs its quotes.
        if (random(40) === 0) continue;
        // … and says what was said before, word for word or nearly so.
        const text =
          random(1500) === 0
            ? random(2) === 0
              ? told
              : told.replace(' the ', ` the ${one(LIKE)} `)
            : sentence(isDone);
        if (random(50) === 0) told = text;
        lines.push(`                  ${level}: ${random(30) === 0 ? `"${phrase()}: ${text}"` : text}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

const LEVELS = ['"0.5"', '1st', '2nd', '3rd'];
const HEAD = `# A framework that nobody uses.
format: "1"
framework:
  id: big
  title: A big framework
  version: "2.0"
  status: draft

levels:
${LEVELS.map(level => `  - id: ${level}\n    title: ${level.replaceAll('"', '')} line`).join('\n')}

sectionKinds:
  - id: functions
    title: Functions
  - id: knowledge
    title: Knowledge

areas:`.split('\n');

/** Numbers below a limit that look like chance and are the same in every run (mulberry32). */
function numbers(): (below: number) => number {
  let seed = 7;
  return below => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
