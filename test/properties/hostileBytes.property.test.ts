import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WorkbookError } from '../../src/core/sheet/workbookError.ts';
import { readWorkbook } from '../../src/excel/read.ts';
import { bookParts, pack, sheetXml, stringsXml, stylesXml } from '../excel/handMade.ts';

const BYTES = pack(
  bookParts(sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
    'xl/sharedStrings.xml': stringsXml('<t>a</t>'),
    'xl/styles.xml': stylesXml('0%'),
  }),
);

async function codeOf(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readWorkbook(bytes).then(
    () => 'read',
    reason => reason,
  );
  return error instanceof WorkbookError ? error.code : String(error);
}

describe('a workbook that came to harm on its way', () => {
  test('is read, or refused with a reason, whichever byte is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(BYTES.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = BYTES.slice();
        changed[at]! ^= mask;
        expect(await codeOf(changed)).toMatch(/^[a-z-]+$/);
      }),
    );
  });

  test('is refused wherever it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(BYTES.length - 1), async end => {
        expect(await codeOf(BYTES.slice(0, end))).toMatch(/^(truncated|empty-file|not-a-workbook)$/);
      }),
    );
  });
});
