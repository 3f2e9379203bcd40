import { launchChromium } from '../../scripts/vscode/browser.mjs';
import { LiveFile, matrixView, viewChanges } from '../../src/core/index.ts';
import { buildPage, openBuilt } from '../browserPage.ts';
import { frameworkText, middleOf } from '../frameworks.ts';
import { commits } from '../matrix/commits.ts';
import { heads, type LineResult, median, milliseconds, rowOf, sizesAsked, timed } from '../measure.ts';

const SIZES = [74, 2_000, 20_000];

/** What `measureMatrix` of bench/grids/measure.js gives, in milliseconds. */
interface InPage {
  readonly first: number;
  readonly jump: number;
  readonly filter: number;
}

/** The matrix: made, made again after an edit, drawn, scrolled and filtered; and edited in VS Code. */
export async function matrix(rounds: number): Promise<LineResult> {
  const sizes = process.argv[3] === undefined ? SIZES : sizesAsked();
  const browser = await launchChromium();
  try {
    const results = [];
    for (const rows of sizes) {
      const times: Record<'made' | 'again' | keyof InPage, number[]> = {
        ...{ made: [], again: [], first: [], jump: [], filter: [] },
      };
      let sent = 0;
      const text = frameworkText(rows);
      const file = new LiveFile(text);
      const { files } = await buildPage('matrix', {
        view: matrixView(file.loaded.framework),
        topics: [],
        levels: [],
      });
      for (let round = 0; round <= rounds; round++) {
        let before = matrixView(file.loaded.framework);
        const made = await timed(() => {
          before = matrixView(file.loaded.framework);
        });
        file.change([{ rangeOffset: middleOf(text), rangeLength: 0, text: 'x' }]);
        let after = before;
        const again = await timed(() => {
          after = matrixView(file.loaded.framework, undefined, before);
          sent = viewChanges(before, after)?.splices.reduce((sum, { lines }) => sum + lines.length, 0) ?? 0;
        });
        const page = await openBuilt(browser, files);
        const { first, jump, filter } = await page.evaluate<InPage>('measureMatrix()');
        await page.close();
        if (round === 0) continue;
        for (const [name, time] of Object.entries({ made, again, first, jump, filter }))
          times[name as keyof typeof times].push(time);
      }
      results.push({ ...times, sent });
    }
    const row = rowOf(results);
    return {
      title: 'Matrix',
      about:
        'The view of a framework that is read already, and its page in Chromium without a window; then the whole way of an edit of a statement in the middle, in VS Code 1.139 with the extension as it is published.',
      heads: heads(sizes),
      rows: [
        row('The extension makes the view', ({ made }) => milliseconds(median(made))),
        row('… again after a letter typed in a statement, and what differs', ({ again }) =>
          milliseconds(median(again)),
        ),
        row('Lines sent to the page then', ({ sent }) => `${sent}`),
        row('The page draws a view for the first time', ({ first }) => milliseconds(median(first))),
        row('… after a jump to any place', ({ jump }) => milliseconds(median(jump))),
        row(
          'The filter finds rows by two words, its wait of 120 ms for more letters included',
          ({ filter }) => milliseconds(median(filter)),
        ),
        ...(await commits(sizes, rounds)),
      ],
    };
  } finally {
    await browser.close();
  }
}
