import { attribute, readXml } from './readXml.ts';
import type { ZipParts } from './readZip.ts';

/** The properties of an OpenDocument file: its own, and who saved it last and when. */
export async function readOdsProperties(
  zip: ZipParts,
): Promise<{ custom: Map<string, string>; savedBy?: string; savedAt?: string }> {
  const custom = new Map<string, string>();
  const said = { creator: '', date: '' };
  if (!zip.has('meta.xml')) return { custom };
  let name: string | undefined;
  let text = '';
  await readXml(zip, 'meta.xml', {
    open(element, attributes) {
      name = element === 'user-defined' ? attribute(attributes, 'name') : undefined;
      text = '';
    },
    text(piece) {
      text += piece;
    },
    close(element) {
      if (element === 'user-defined' && name !== undefined) custom.set(name, text.trim());
      else if (element === 'creator' || element === 'date') said[element] = text.trim();
      name = undefined;
      text = '';
    },
  });
  return {
    custom,
    ...(said.creator !== '' && { savedBy: said.creator }),
    ...(said.date !== '' && { savedAt: said.date }),
  };
}
