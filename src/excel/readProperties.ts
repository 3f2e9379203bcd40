import type { Relation } from './readRelations.ts';
import { attribute, readXml } from './readXml.ts';
import type { ZipParts } from './readZip.ts';
import { unescapeCellText } from './xmlText.ts';

/** The properties of the file's own: name → text. */
export async function readCustomProperties(
  zip: ZipParts,
  relations: readonly Relation[],
): Promise<Map<string, string>> {
  const properties = new Map<string, string>();
  const part = relations.find(({ type }) => type === 'custom-properties')?.target;
  if (part === undefined || !zip.has(part)) return properties;
  let name: string | undefined;
  let text = '';
  await readXml(zip, part, {
    open(element, attributes) {
      if (element !== 'property') return;
      name = attribute(attributes, 'name');
      text = '';
    },
    text(piece) {
      if (name !== undefined) text += piece;
    },
    close(element) {
      if (element !== 'property' || name === undefined) return;
      properties.set(name, unescapeCellText(text.trim()));
      name = undefined;
    },
  });
  return properties;
}

/** Who saved the file last, and when. */
export async function readCoreProperties(
  zip: ZipParts,
  relations: readonly Relation[],
): Promise<{ savedBy?: string; savedAt?: string }> {
  const part = relations.find(({ type }) => type === 'core-properties')?.target;
  if (part === undefined || !zip.has(part)) return {};
  let savedBy = '';
  let savedAt = '';
  let element = '';
  await readXml(zip, part, {
    open(name) {
      element = name;
    },
    text(piece) {
      if (element === 'lastModifiedBy') savedBy += piece;
      else if (element === 'modified') savedAt += piece;
    },
    close() {
      element = '';
    },
  });
  return { ...(savedBy !== '' && { savedBy }), ...(savedAt !== '' && { savedAt }) };
}
