import { fileWith } from '../../helpers/loaded.ts';

/** A file with references, a withdrawn row and two topics. */
export const FILE = fileWith(
  'id: devices-1\nstatements:\n  "0.5": Connect a device.\n  1st: Install a device.',
  'id: devices-2\nsplitFrom: devices-1\nstatements:\n  1st: Repair a device.\nblank:\n  2nd: as-below',
  'id: devices-3\nwithdrawn:\n  since: "1.0"\n  replacedBy: [devices-1, devices-2]\nstatements:\n  1st: Keep a list of the devices that are in use today.',
);

/** The text and offset of a text with one `|` for the cursor; `¦` stands for a bar of the text itself. */
export function cursorIn(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.indexOf('|', offset + 1) >= 0) throw new Error('One | marks the cursor.');
  return { text: marked.replace('|', '').replaceAll('¦', '|'), offset };
}
