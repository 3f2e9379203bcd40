import { stringify } from 'yaml';

/** Every key of the format at least once. */
export const WHOLE = {
  format: '1',
  framework: {
    id: 'small',
    title: 'Small',
    version: '1.1',
    status: 'published',
    date: '2026-11-23',
    supersedes: '1.0',
    description: 'A small framework.',
    'x-owner': { name: 'Ada', since: ['2025'] },
  },
  levels: [
    { id: '1st', title: '1st line', description: 'Begins.', note: 'To be seen.', formerIds: ['first'] },
    { id: '2nd', title: '2nd line' },
  ],
  sectionKinds: [
    { id: 'functions', title: 'Functions', formerIds: ['doing'] },
    { id: 'knowledge', title: 'Knowledge' },
  ],
  glossary: { VPN: 'a private network', MFA: 'several factors' },
  areas: [
    {
      id: 'support',
      title: 'Support',
      note: 'To be seen.',
      formerIds: ['help'],
      sections: [
        {
          kind: 'functions',
          note: 'To be seen.',
          topics: [
            {
              id: 'requests',
              title: 'Requests',
              note: 'To be seen.',
              formerIds: ['tickets'],
              rows: [
                {
                  id: 'requests-1',
                  statements: { '1st': 'Record requests in the VPN.', '2nd': 'Sort requests by need.' },
                  notes: { '1st': 'Ask Joe.' },
                  note: 'To be seen.',
                  formerIds: ['tickets-1'],
                },
                {
                  id: 'requests-2',
                  statements: { '2nd': 'Record requests in a list.' },
                  blank: { '1st': 'missing' },
                  splitFrom: 'requests-1',
                },
                {
                  id: 'requests-3',
                  statements: { '1st': 'Answer requests.' },
                  withdrawn: { since: '1.1', replacedBy: ['requests-2'], reason: 'It said nothing.' },
                },
              ],
            },
          ],
        },
        { kind: 'knowledge', topics: [] },
      ],
    },
    { id: 'old', withdrawn: { since: '1.1' }, sections: [] },
  ],
};

export type Path = readonly (string | number)[];

/** The ways to all that stands in a value. */
export function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    const step = Array.isArray(value) ? Number(name) : name;
    return [[step], ...pathsIn(inside).map(path => [step, ...path])];
  });
}

/** The file with another value, or none, at one place. */
export function changed(path: Path, value: unknown): string {
  const file = structuredClone(WHOLE) as unknown as Record<string | number, never>;
  let holder: Record<string | number, unknown> = file;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return stringify(file);
}

/** What may be typed in the stead of a value; undefined: the key is gone. */
export const TYPED: readonly unknown[] = [undefined, null, '', [[]], { a: 'b' }];
