/** The one thing of nspell that is used here: the words of a Hunspell dictionary in all their forms. */
declare module 'nspell' {
  const nspell: (
    affixes: Uint8Array,
    dictionary: Uint8Array,
  ) => { readonly data: Readonly<Record<string, unknown>> };
  export = nspell;
}
