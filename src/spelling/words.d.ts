/** Made by scripts/lib/britishWords.mjs when the bundles are built. */
declare module 'british:words' {
  /** The British word list, front-coded. */
  export const words: string;
}
