import { attribute, readXml } from './readXml.ts';
import type { ZipParts } from './readZip.ts';

/** A tie from one part to another, or to something outside of the file. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`, `comments`. */
  readonly type: string;
  /** The path of the part, or the address outside. */
  readonly target: string;
  readonly external: boolean;
}

/** The ties of a part (`''`: of the file as a whole); none if it says nothing. */
export async function readRelations(zip: ZipParts, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const own = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(own)) return relations;
  await readXml(zip, own, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const external = attribute(attributes, 'TargetMode') === 'External';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolve(folder, target),
        external,
      });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
