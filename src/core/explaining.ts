/** The face of the core for whoever wants a rule explained; loaded on first use. */

import { pages } from 'rules:pages';

/** What a rule finds and what is as it should be, each as YAML. */
export interface Examples {
  readonly bad: string;
  readonly good: string;
}

/** A rule as a page in Markdown: why it matters, what to do, options, a bad and a good example. */
export function rulePage(id: string): string | undefined {
  return Object.hasOwn(pages, id) ? pages[id] : undefined;
}

/** The examples on the page of a rule. */
export function examplesOf(id: string): Examples | undefined {
  const [bad, good] = ['Bad', 'Good'].map(
    title => new RegExp(`^## ${title}\\n\\n\`\`\`yaml\\n([^]*?)\\n\`\`\``, 'm').exec(pages[id] ?? '')?.[1],
  );
  return bad !== undefined && good !== undefined ? { bad, good } : undefined;
}
