import type { Framework } from '../model/types.ts';
import { crosswalkCsv, crosswalkJson } from './crosswalkTable.ts';
import { releaseDocument } from './document.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import type { Release } from './release.ts';

/** The forms of what a body publishes that are texts. */
export type TextForm = 'markdown' | 'html' | 'crosswalk.csv' | 'crosswalk.json';

/** Every form in which what changed is published. */
export type PublishedForm = TextForm | 'xlsx' | 'json';

/** What the forms are called, what they are for, and how their files end, after the names of the two versions. */
export const PUBLISHED_FORMS: readonly {
  readonly form: PublishedForm;
  readonly label: string;
  readonly detail: string;
  readonly ending: string;
}[] = [
  {
    form: 'html',
    label: 'Web page',
    detail: 'One file that opens anywhere, without a network.',
    ending: '.html',
  },
  { form: 'markdown', label: 'Markdown', detail: 'For a repository or a wiki.', ending: '.md' },
  {
    form: 'xlsx',
    label: 'Excel workbook',
    detail: 'Summary, changes and crosswalk, a sheet each.',
    ending: '.xlsx',
  },
  {
    form: 'crosswalk.csv',
    label: 'Crosswalk as CSV',
    detail: 'What became of every statement, and where each came from.',
    ending: '-crosswalk.csv',
  },
  {
    form: 'crosswalk.json',
    label: 'Crosswalk as JSON',
    detail: 'The same, for programs.',
    ending: '-crosswalk.json',
  },
  { form: 'json', label: 'Changes as JSON', detail: 'Every change, for programs.', ending: '.json' },
];

/**
 * A release as a text.
 * @param newer whose language the page is in
 */
export function releaseText(release: Release, form: TextForm, newer: Framework): string {
  switch (form) {
    case 'markdown':
      return toMarkdown(releaseDocument(release));
    case 'html':
      return toHtml(releaseDocument(release), newer.details.language ?? 'en');
    case 'crosswalk.csv':
      return crosswalkCsv(release);
    case 'crosswalk.json':
      return crosswalkJson(release);
  }
}
