/** Words in the form in which only a difference that matters is left: case, punctuation and known spellings are gone. */

/** Other spellings of the same word, after case and hyphens are gone. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    licence: 'license',
    licences: 'licenses',
    practise: 'practice',
    practises: 'practices',
    practised: 'practiced',
    practising: 'practicing',
    programme: 'program',
    programmes: 'programs',
    defence: 'defense',
    offence: 'offense',
    judgement: 'judgment',
    acknowledgement: 'acknowledgment',
    cheque: 'check',
    grey: 'gray',
    tyre: 'tire',
    disc: 'disk',
    discs: 'disks',
    fulfil: 'fulfill',
    fulfils: 'fulfills',
    enrol: 'enroll',
    enrols: 'enrolls',
    enrolment: 'enrollment',
    skilful: 'skillful',
    instalment: 'installment',
    ok: 'okay',
    adviser: 'advisor',
    advisers: 'advisors',
    ageing: 'aging',
    artefact: 'artifact',
    artefacts: 'artifacts',
    learnt: 'learned',
    spelt: 'spelled',
    burnt: 'burned',
    mould: 'mold',
    kerb: 'curb',
    sceptical: 'skeptical',
    storey: 'story',
    aluminium: 'aluminum',
    first: '1st',
    second: '2nd',
    third: '3rd',
    vs: 'versus',
    etcetera: 'etc',
  }),
);

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A word in lower case, without accents, hyphens and apostrophes, in one of its spellings. */
export function normalWord(word: string): string {
  const bare = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-‐-―'’‘`.]/g, '');
  if (bare === '&') return 'and';
  if (bare === '%') return 'percent';
  const number = NUMBERS.indexOf(bare);
  if (number >= 0) return String(number);
  // A number keeps its point: 1.5 hours are not 15.
  if (/\d/.test(bare)) return word.toLowerCase().replace(/\.$/, '');
  return SPELLINGS.get(bare) ?? americanised(bare);
}

/** Endings that are spelt in two ways; one of the two for all. */
function americanised(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/is(e|ed|es|ing|er|ers|ation|ations|able)$/, 'iz$1')
    .replace(/ys(e|ed|es|ing|er|ers)$/, 'yz$1')
    .replace(/our(s|ed|ing|al|ally|able|ite|ites)?$/, 'or$1')
    .replace(/tre(s|d)?$/, 'ter$1')
    .replace(/ogue(s)?$/, 'og$1')
    .replace(/ss(ed|ing)$/, 's$1')
    .replace(/ll(ed|ing|er|ers)$/, 'l$1')
    .replace(/[ao]e(?=[a-z])/g, 'e');
}

/** A word, a number or a sign that stands for a word. */
export const WORD =
  /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’&./]*[\p{L}\p{N}]|[\p{L}]|\p{N}[\p{N}.,:]*\p{N}|\p{N}|[&%+=<>]/gu;

/**
 * Whether two texts are the same words: they differ in case, punctuation, spacing, accents and known spellings at
 * most. `e-mail`, `e mail` and `email` are the same word.
 */
export function sameWords(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

function lettersOf(text: string): string {
  return Array.from(text.replaceAll('/', ' / ').matchAll(WORD), ([word]) => normalWord(word))
    .join('')
    .replaceAll('/', '');
}
