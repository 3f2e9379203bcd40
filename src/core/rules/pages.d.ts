/** Made by scripts/lib/rulePages.mjs when the bundles are built. */
declare module 'rules:pages' {
  /** The README of each rule, by its id. */
  export const pages: Readonly<Record<string, string>>;
}
