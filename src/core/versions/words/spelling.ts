/** Spellings of the same word. Of each way only what makes no other word of it: `filing` is not `filling`. */

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
    fulfilment: 'fulfillment',
    enrol: 'enroll',
    enrols: 'enrolls',
    enrolment: 'enrollment',
    instal: 'install',
    instil: 'instill',
    instils: 'instills',
    distil: 'distill',
    distils: 'distills',
    wilful: 'willful',
    woollen: 'woolen',
    jewellery: 'jewelry',
    enquiry: 'inquiry',
    enquiries: 'inquiries',
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
    aluminium: 'aluminum',
    first: '1st',
    second: '2nd',
    third: '3rd',
    vs: 'versus',
    etcetera: 'etc',
  }),
);

const oneOf = (stems: string) => `(${stems.replaceAll(' ', '|')})`;

/** In `our` and `or`, wherever they stand in a longer word: `neighbourhood`. */
const OUR = oneOf(
  'arb ard arm behavi cand clam col demean enam endeav fav ferv flav glam harb hon hum lab neighb od parl ranc rig rum savi sav splend succ tum val vap vig',
);
/** In `re` and `er`. */
const RE = oneOf('cent theat lit met spect lust fib calib sab somb meag maneuv');
/** In `ogue` and `og`. */
const OGUE = oneOf('catal dial anal monol epil prol homol pedag demag synag');
/** With one `l` and with two before an ending. */
const ONE_L = oneOf(
  'bevel cancel channel chisel counsel dial duel enamel equal fuel funnel initial jewel label level libel marvel model panel parcel pedal pencil quarrel rival shovel signal snorkel spiral stencil swivel total towel travel tunnel unravel',
);
/** In `ae` or `oe`, and in `e`. */
const DIGRAPH =
  /haem|aemi|aesth|paed|gynaec|faec|caec|caesar|archaeo|palaeo|aetiol|mediaev|oedem|oesoph|oestr|foet|coeli|rrhoea|pnoea|amoeb|noeuv|homoeo/g;

const ENDINGS: readonly (readonly [from: RegExp, to: string])[] = [
  [/(?<!^(?:re)?pr)is(e|ed|es|ing|er|ers|ation|ations|able)$/, 'iz$1'],
  [/lys(e|ed|es|ing|er|ers)$/, 'lyz$1'],
  [new RegExp(`${OUR}our`), '$1or'],
  [new RegExp(`${RE}re$`), '$1er'],
  [new RegExp(`${RE}r(es|ed|ing)$`), '$1er$2'],
  [new RegExp(`${RE}eres$`), '$1ers'],
  [new RegExp(`${OGUE}ogue$`), '$1og'],
  [new RegExp(`${OGUE}ogu(es|ed|ing)$`), '$1og$2'],
  [new RegExp(`${OGUE}oges$`), '$1ogs'],
  [/^((?:re|un)?(?:focus|bias))s(ed|es|ing)$/, '$1$2'],
  [new RegExp(`^((?:re|un|mis|over|pre)?${ONE_L})l(ed|ings?|ers?|ors?|ous)$`), '$1$3'],
];

/** One of the spellings of a word for all of them. @param word in lower case, letters only */
export function evenSpelling(word: string): string {
  const listed = SPELLINGS.get(word);
  if (listed !== undefined || word.length < 5) return listed ?? word;
  let even = word.replace(DIGRAPH, found => found.replace(/[ao]e/, 'e'));
  for (const [from, to] of ENDINGS) even = even.replace(from, to);
  return even;
}
