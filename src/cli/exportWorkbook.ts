import path from 'node:path';
import { findings, placeOf } from '../core/index.ts';
import { layoutWorkbook, receipt, type Unwritable, unwritable } from '../core/reviewing.ts';
import { today } from './date.ts';
import { loadExcel, readWorkbookReview } from './excel.ts';
import { Failure } from './failure.ts';
import { ruleOptionsFor } from './ruleOptions.ts';
import type { Scope } from './scope.ts';
import { placeIn, readWhole, type Source } from './source.ts';
import { progress, remark } from './terminal.ts';

export interface WorkbookOptions {
  readonly reviewer?: string;
  readonly scope?: Scope;
  /** A FILE: an earlier version, against which the workbook shows what changed. */
  readonly since?: string;
}

/**
 * The workbook for a reviewer. It is read back before it is given, as if it had been returned untouched.
 * @throws Failure where a text cannot be carried by a workbook, with its places
 */
export async function workbookOf(source: Source, options: WorkbookOptions): Promise<Uint8Array> {
  const { loaded, name } = source;
  const { since, ...given } = options;
  const earlier = since === undefined ? undefined : await sinceOf(source, since);
  const settings = await ruleOptionsFor(source);
  progress('Checking and laying out');
  const book = layoutWorkbook(loaded.framework, {
    base: loaded.document.text,
    date: today(),
    findings: findings(loaded, settings),
    ...given,
    ...(earlier && { since: earlier }),
  });
  refuseUnwritable(source, unwritable(book));
  progress('Writing the workbook');
  const { writeXlsx } = await loadExcel();
  const bytes = await writeXlsx(book);
  progress('Reading it back');
  const [lost] = receipt(loaded, await readWorkbookReview(bytes, name), options.scope);
  if (lost !== undefined)
    throw new Failure(
      name,
      `the workbook was not written, for reading it back showed a difference (${lost}): this is a fault of the program, so please report it.`,
    );
  return bytes;
}

/** The earlier version, by its version where that tells the two apart, else by the name of its file. */
async function sinceOf(source: Source, file: string) {
  const { name, loaded } = await readWhole(file);
  const [before, after] = [loaded.framework, source.loaded.framework].map(({ details }) => details);
  if (before!.id !== after!.id)
    remark(
      `${source.name}: holds another framework (${after!.id}) than ${name} (${before!.id}), so little will agree.`,
    );
  return {
    // The folders of who sends a workbook are nobody else's concern.
    name: before!.version === after!.version ? path.basename(name) : `version ${before!.version}`,
    framework: loaded.framework,
  };
}

function refuseUnwritable(source: Source, found: readonly Unwritable[]): void {
  const [first] = found;
  if (!first) return;
  const places = found.map(each => lineOfText(source, each) ?? each.place);
  const more = [...new Set(places.slice(1))].filter(place => place !== places[0]);
  const also =
    more.length === 0 ? '' : ` (also at ${more.slice(0, 10).join(', ')}${more.length > 10 ? ' …' : ''})`;
  throw new Failure(
    lineOfText(source, first) ?? source.name,
    first.message.replace(/: (?=[^:]*$)/, `${also}: `),
  );
}

/** `file.yaml:12:3` for a statement; other texts are known by the cell of the workbook that would have been. */
function lineOfText({ name, loaded }: Source, { row, level }: Unwritable): string | undefined {
  if (row === undefined || level === undefined) return undefined;
  const at = placeOf(loaded.framework, { what: 'row', id: row, level });
  return at && `${name}:${placeIn(loaded.document.text, at.start).join(':')}`;
}
