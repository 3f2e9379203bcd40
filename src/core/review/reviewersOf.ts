import type { Review } from '../sheet/returned.ts';
import { type Returned, TODAY } from './sides.ts';

/**
 * Whose the files are that came back. Each workbook is one reviewer's; CSV files together are one reviewer's, a
 * file a sheet.
 * @param files by the names that people know them by, paths or not
 * @param as what to call a single reviewer
 */
export function reviewersOf(files: readonly Returned[], as?: string): Returned[] {
  const workbooks = files.filter(({ review }) => review.form !== 'csv');
  const tables = files.filter(({ review }) => review.form === 'csv');
  const [table] = tables;
  const joined = table ? [{ name: table.name, review: join(tables.map(({ review }) => review)) }] : [];
  const reviewers = [...workbooks, ...joined];
  const said = reviewers.map(
    ({ name, review }) => as ?? review.sent?.reviewer ?? name.replace(/^.*[\\/]/, ''),
  );
  return reviewers.map(({ name, review }, at) => {
    const own = said[at]!;
    const isUnique = own !== TODAY && said.indexOf(own) === said.lastIndexOf(own);
    return { name: isUnique ? own : `${own} (${name})`, review };
  });
}

/** What is said of a file that holds no table, and not of the sheets beside it. */
const OF_THE_WHOLE = new Set(['no-table', 'missing-sheet']);

/** The sheets of one reviewer as one: a sheet without a table is left out, and the hidden one says what was sent. */
function join(reviews: readonly Review[]): Review {
  const [only, ...more] = reviews;
  if (only && more.length === 0) return only;
  const hasTable = reviews.some(({ sheets }) => sheets.length > 0);
  const { stamp, base, baseStamp } = reviews.find(review => review.stamp !== undefined) ?? {};
  return {
    form: 'csv',
    ...(reviews.every(({ byStatement }) => byStatement) && { byStatement: true }),
    ...(stamp !== undefined && { stamp }),
    ...(base !== undefined && { base }),
    ...(baseStamp !== undefined && { baseStamp }),
    sheets: reviews.flatMap(review => review.sheets),
    rows: reviews.flatMap(review => review.rows),
    absentRows: [],
    absentAreas: [],
    comments: reviews.flatMap(review => review.comments),
    problems: reviews.flatMap(({ sheets, problems }) =>
      hasTable && sheets.length === 0 ? problems.filter(({ code }) => !OF_THE_WHOLE.has(code)) : problems,
    ),
  };
}
