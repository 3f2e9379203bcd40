import type { Framework } from '../model/types.ts';
import { crosswalkCsv, crosswalkJson } from './crosswalkTable.ts';
import { releaseDocument } from './document.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import type { Release } from './release.ts';

/** The forms of what a body publishes that are texts. */
export type TextForm = 'markdown' | 'html' | 'crosswalk.csv' | 'crosswalk.json';

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
