import { keyText } from '../write/scalarText.ts';
import type { Fix, FixContext } from './rule.ts';

/** The fix of a name that was probably meant to be another one: what the loader calls `near`. */
export function renamed({ start, end, covered, data: { near } }: FixContext): readonly Fix[] {
  if (near === undefined) return [];
  const style = covered.startsWith('"') ? 'double' : covered.startsWith("'") ? 'single' : undefined;
  return [
    {
      title: `Change to \`${near}\``,
      safe: false,
      edits: [{ start, end, text: keyText(near, true, style) }],
    },
  ];
}
