import * as vscode from 'vscode';
import { addReason, type ChangeReason, normaliseStatement } from '../../core/index.ts';
import type { BarClass } from '../../core/publishing.ts';
import { nameOf, textBeside } from '../besideFiles.ts';
import { reasonsUri } from '../changeReasons.ts';
import type { Services } from '../services.ts';
import { today } from '../today.ts';
import { writeWhole } from '../writeWhole.ts';
import type { ComparedPair } from './comparison.ts';
import { gitUser } from './gitFiles.ts';

/** The statement that is judged. */
interface Address {
  readonly row: string;
  readonly level: string;
}

/**
 * Lets the maintainer say of what class a change is, and why. It is kept beside the newer version, in
 * `NAME.changes.yaml`, and carried into all that is published.
 */
export async function judgeChange(services: Services, pair: ComparedPair, address: Address): Promise<void> {
  const said = await ask(services, pair, address);
  if (!said) return;
  await keepReason(pair, address, said);
}

/** What is said of a change. */
export interface Said {
  /** Absent where only a reason is given. */
  readonly class?: BarClass;
  readonly reason: string;
}

/**
 * Keeps what is said of a change, at the end of the file beside the newer version.
 * @throws BesideError if that cannot be added to
 */
async function keepReason(
  { from, to, release }: Pick<ComparedPair, 'from' | 'to' | 'release'>,
  { row, level }: Address,
  { class: given, reason: why }: Said,
): Promise<void> {
  const line = release.crosswalk.find(({ to: cell }) => cell?.row.id === row && cell.level === level);
  const after = line?.to && normaliseStatement(line.to.text);
  const by = await gitUser(to.uri);
  const reason: ChangeReason = {
    from: from.loaded.framework.details.version,
    to: to.loaded.framework.details.version,
    row,
    level,
    ...(after !== undefined && { after }),
    ...(given && { class: given }),
    reason: why,
    ...(by !== undefined && { by }),
    date: today(),
  };
  const beside = reasonsUri(to.uri);
  const text = addReason(await textBeside(beside), reason, nameOf(beside));
  await writeWhole(beside, new TextEncoder().encode(text));
}

async function ask(
  services: Services,
  { release }: ComparedPair,
  { row, level }: Address,
): Promise<Said | undefined> {
  const { addressOf, BAR_CLASSES, CLASS_LABELS, CLASS_MEANINGS } = await services.platform.loadPublishing();
  const line = release.crosswalk.find(one => {
    const address = addressOf(one);
    return one.judgement && address.row === row && address.level === level;
  });
  if (!line?.judgement) return undefined;
  const present = line.judgement.class;
  const classes = BAR_CLASSES.filter(one => one !== 'undecided').map(one => ({
    label: CLASS_LABELS[one],
    description: one === present ? 'as it is now' : '',
    detail: CLASS_MEANINGS[one],
    class: one as BarClass | undefined,
  }));
  const keep = {
    label: 'Only say why it changed',
    description: '',
    detail: 'Its class stays as it is.',
    class: undefined,
  };
  const chosen = await vscode.window.showQuickPick([...classes, keep], {
    title: `Row ${row}: ${CLASS_LABELS[present]}`,
    placeHolder: 'Of what class is this change?',
  });
  if (!chosen) return undefined;
  const reason = await vscode.window.showInputBox({
    title: `Row ${row}: ${chosen.class ? chosen.label : 'why it changed'}`,
    prompt: 'Why? This is published with the change.',
    value: line.said?.reason ?? '',
    validateInput: value =>
      value.trim() === '' ? 'A reason is needed: readers will ask for it.' : undefined,
  });
  if (reason === undefined) return undefined;
  return { ...(chosen.class && { class: chosen.class }), reason: reason.trim() };
}
