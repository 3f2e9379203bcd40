import type { SectionKind } from '../../model/types.ts';

/** What the statements of a kind of section say: what somebody does or knows; undefined: neither is plain. */
export function natureOf(
  kind: SectionKind | undefined,
  options: { readonly doing?: unknown; readonly knowledge?: unknown },
): 'doing' | 'knowledge' | undefined {
  if (!kind) return undefined;
  if (Array.isArray(options.doing) && options.doing.includes(kind.id)) return 'doing';
  if (Array.isArray(options.knowledge) && options.knowledge.includes(kind.id)) return 'knowledge';
  const name = `${kind.id} ${kind.title}`;
  const [knows, does] = [KNOWS.test(name), DOES.test(name)];
  return knows === does ? undefined : knows ? 'knowledge' : 'doing';
}

const KNOWS = /knowledge|understanding|\bknow\b|awareness/i;
const DOES = /function|skill|perform|task|dut(?:y|ies)|responsibilit|activit|\bdo(?:ing)?\b/i;

/** The options by which a file says what its kinds of section are. */
export const KIND_OPTIONS = {
  doing: {
    holds: 'texts',
    description:
      'The ids of the kinds of section that say what somebody does. Default: told by their titles.',
  },
  knowledge: {
    holds: 'texts',
    description:
      'The ids of the kinds of section that say what somebody knows. Default: told by their titles.',
  },
} as const;
