/** Parts of words as Americans spell them, and as the British do; and what follows from the ending alone. */

/** Stems in -or, which are -our here. Others in -or (`jornal`) are slips, not American. */
const OUR =
  'arb ard arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum savi sav splend succ tum val vap vig'.split(
    ' ',
  );
/** Stems in -l that double it here before an ending. Others (`instaled`) are slips. */
const DOUBLED =
  'cancel channel counsel dial enamel fuel funnel initial jewel label level libel marshal marvel model panel pencil quarrel rival shovel signal spiral total travel tunnel'.split(
    ' ',
  );
const RE = 'calib cent fib kilomet lit lust meag millimet centimet och sab scept somb spect theat'.split(' ');

const STEMS: readonly (readonly [string, string])[] = [
  ...OUR.map(stem => [`${stem}or`, `${stem}our`] as const),
  ...DOUBLED.map(stem => [stem, `${stem}l`] as const),
  ...RE.flatMap(stem => [[`${stem}er`, `${stem}re`] as const, [`${stem}er`, `${stem}r`] as const]),
  ...'catal dial anal epil prol monol homol'
    .split(' ')
    .flatMap(stem => [[`${stem}og`, `${stem}ogue`] as const, [`${stem}og`, `${stem}ogu`] as const]),
  ...'appal distil enrol enthral fulfil instal instil skil wil'
    .split(' ')
    .map(stem => [`${stem}l`, stem] as const),
  ['defense', 'defence'],
  ['offense', 'offence'],
  ['pretense', 'pretence'],
  ['anem', 'anaem'],
  ['anesthe', 'anaesthe'],
  ['archeo', 'archaeo'],
  ['diarrhea', 'diarrhoea'],
  ['encycloped', 'encyclopaed'],
  ['hemo', 'haemo'],
  ['maneuver', 'manoeuvre'],
  ['maneuver', 'manoeuvr'],
  ['orthoped', 'orthopaed'],
  ['pediatr', 'paediatr'],
  ['aging', 'ageing'],
  ['airplane', 'aeroplane'],
  ['aluminum', 'aluminium'],
  ['artifact', 'artefact'],
  ['cozy', 'cosy'],
  ['gray', 'grey'],
  ['jewelry', 'jewellery'],
  ['judgment', 'judgement'],
  ['mold', 'mould'],
  ['plow', 'plough'],
  ['skeptic', 'sceptic'],
  ['sulf', 'sulph'],
];

/** What is in -ise everywhere; in -ize it is a slip. */
const EVERYWHERE =
  /(?:advert|adv|compr|comprom|desp|dev|disgu|enterpr|exerc|franch|improv|merchand|prem|rev|superv|surm|surpr|telev)iz/;

/**
 * What the British write for an American spelling; undefined where a word is not one. What is a good British word in
 * another sense (`license`, `program`, `meter`) the dictionary knows, so that it does not come here.
 * @param word in lower case, which the dictionary does not know
 */
export function britishOf(word: string, knows: (word: string) => boolean): string | undefined {
  const candidates = STEMS.filter(([american]) => word.includes(american)).map(([american, british]) =>
    word.replace(american, british),
  );
  if (/iz[eia]/.test(word) && !EVERYWHERE.test(word)) candidates.push(word.replace(/iz(?=[eia])/, 'is'));
  if (/yz[ei]/.test(word)) candidates.push(word.replace(/yz(?=[ei])/, 'ys'));
  return candidates.find(knows);
}
