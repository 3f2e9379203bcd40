/** The looks of a release as HTML: quiet, readable at any width, in the dark and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2933; --quiet: #5b6672; --line: #d5dce4; --head: #1f3864; --paper: #fff;
  --band: #f3f6fa; --up: #8a1c1c; --up-paper: #fbe6e4; --down: #1d4f91; --down-paper: #e3eefb; --clear: #1e5e3a;
  --clear-paper: #e3f3e9; --still: #4d5661; --still-paper: #e9edf1; --open: #6b4a00; --open-paper: #fdf0d0;
  --added: #d7f0dd; --added-ink: #14532d; --gone: #fadcd9; --gone-ink: #7a1f1f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ec; --quiet: #a5b0bb; --line: #3a444e; --head: #a9c7f5;
  --paper: #15191e; --band: #1e242b; --up: #ffb4ab; --up-paper: #4a1d1a; --down: #a9cbff; --down-paper: #17324f;
  --clear: #9bdcb3; --clear-paper: #143523; --still: #c3ccd5; --still-paper: #2b333b; --open: #f5d08a;
  --open-paper: #43330d; --added: #174a2c; --added-ink: #c9f2d6; --gone: #55211d; --gone-ink: #ffd9d4; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main, footer { max-width: 76rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem); }
h1 { font-size: 2rem; line-height: 1.2; color: var(--head); margin: 1rem 0 0.25rem; }
h2 { font-size: 1.45rem; color: var(--head); margin: 2.75rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--head); }
h3 { font-size: 1.15rem; color: var(--head); margin: 2rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
p { max-width: 65ch; }
small { color: var(--quiet); font-size: 0.85em; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0.75rem 0; margin: 0; border-bottom: 1px solid var(--line); }
a { color: var(--down); }
ul { padding-left: 1.25rem; }
li { margin: 0.4rem 0; }
.table { overflow-x: auto; margin: 0.75rem 0; }
.table:focus-visible { outline: 2px solid var(--down); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th[scope="row"] { font-weight: inherit; min-width: 12rem; }
thead th { background: var(--band); color: var(--head); position: sticky; top: 0; }
.badge { display: inline-block; padding: 0.05rem 0.5rem; border-radius: 1rem; font-size: 0.82em; font-weight: 600; white-space: nowrap; }
.raises { color: var(--up); background: var(--up-paper); }
.lowers { color: var(--down); background: var(--down-paper); }
.clarifies { color: var(--clear); background: var(--clear-paper); }
.editorial { color: var(--still); background: var(--still-paper); }
.undecided { color: var(--open); background: var(--open-paper); }
ins { background: var(--added); color: var(--added-ink); text-decoration: underline; text-decoration-thickness: 1px; }
del { background: var(--gone); color: var(--gone-ink); text-decoration: line-through; }
details { margin-top: 2.5rem; }
summary { cursor: pointer; font-weight: 600; color: var(--head); font-size: 1.15rem; padding: 0.5rem 0; }
footer { color: var(--quiet); font-size: 0.9rem; border-top: 1px solid var(--line); margin-top: 3rem; }
footer ul { list-style: none; padding: 0; }
@media print { body { font-size: 10.5pt; } main, footer { max-width: none; padding: 0; } nav { display: none; }
  h2, h3, h4 { break-after: avoid; } tr, li { break-inside: avoid; } thead th { position: static; } .table { overflow: visible; } }
`;
