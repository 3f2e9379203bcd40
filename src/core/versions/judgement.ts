/**
 * Does the bar move? What a change of a statement means for somebody who is assessed against it: more is asked
 * (`raises`), less (`lowers`), the same in clearer words (`clarifies`), the same words (`editorial`); `undecided`
 * where rules cannot tell and a person must.
 */
export type BarClass = 'raises' | 'lowers' | 'clarifies' | 'editorial' | 'undecided';

/** From what weighs most for the people assessed to what weighs least. */
export const BAR_CLASSES: readonly BarClass[] = ['raises', 'undecided', 'lowers', 'clarifies', 'editorial'];

/** Why a change is of its class: the kind of reason in a few words, and the words of the text that made it so. */
export interface Because {
  readonly reason: string;
  readonly words?: string;
}

export interface Judgement {
  readonly class: BarClass;
  readonly because: readonly Because[];
}

/** The class that weighs most; undefined of none. */
export function strongest(classes: Iterable<BarClass>): BarClass | undefined {
  const found = new Set(classes);
  return BAR_CLASSES.find(one => found.has(one));
}
