import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export const LABELS = ['raises', 'lowers', 'clarifies', 'editorial', 'undecided'] as const;

const shape = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z]+-\d{2,3}$/),
    before: z.string().min(1),
    after: z.string().min(1),
    label: z.enum(LABELS),
    why: z.string().min(3),
  }),
);

/** A rewording as a reader labelled it, and the file it stands in. */
export type Rewording = z.infer<typeof shape>[number] & { file: string };

/** The labelled rewordings of a folder beside test/core/changes; throws where a file does not have the form. */
export function rewordingsIn(folder: 'rewordings' | 'rewordings-unseen'): Rewording[] {
  const at = new URL(`../core/changes/${folder}/`, import.meta.url);
  return readdirSync(at)
    .filter(name => name.endsWith('.yaml'))
    .flatMap(name =>
      shape.parse(parse(readFileSync(new URL(name, at), 'utf8'))).map(each => ({ ...each, file: name })),
    );
}
