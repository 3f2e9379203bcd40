import { ruleCard } from '../features/cards.ts';
import type { Completion } from '../features/completion.ts';
import type { Hover } from '../features/hover.ts';
import { lineContext } from '../features/lineContext.ts';
import { locateIn } from '../model/locate.ts';
import { RULES, ruleOf } from '../rules/allRules.ts';
import type { RuleMeta } from '../rules/rule.ts';
import { parseYaml } from '../yaml/document.ts';
import { endOf, startOf } from '../yaml/nodes.ts';
import { BUMPS, HOLDS, KEYS, SEVERITIES, SEVERITY_KEY, SEVERITY_MEANINGS, VERSIONING } from './schema.ts';

/**
 * What there is to say about the thing at an offset of the settings: a key, a rule, an option, a severity.
 * @param text of `framework.config.yaml`
 */
export function configHover(text: string, offset: number): Hover | undefined {
  const { path, part, scalar } = locateIn(parseYaml(text).root, offset);
  if (!scalar || part === 'inside') return undefined;
  const blocks = part === 'key' ? keyBlocks(path) : valueBlocks(path, scalar.text);
  return blocks.length > 0 ? { start: startOf(scalar), end: endOf(scalar), blocks } : undefined;
}

function keyBlocks([top, id, option]: readonly (string | number)[]): string[] {
  if (id === undefined) return isKeyOf(KEYS, top) ? [KEYS[top]] : [];
  if (top === 'versioning') return isKeyOf(VERSIONING, id) ? [VERSIONING[id]] : [];
  const meta = top === 'rules' ? ruleOf(String(id))?.meta : undefined;
  if (!meta) return [];
  return option === undefined ? [ruleCard(meta).join('\n\n')] : optionBlocks(meta, String(option));
}

function valueBlocks(path: readonly (string | number)[], text: string): string[] {
  const [top, id, option] = path;
  if (top === 'words') return [KEYS.words];
  const isSeverity = top === 'rules' && (path.length === 2 || (path.length === 3 && option === 'severity'));
  if (isSeverity) return isKeyOf(SEVERITY_MEANINGS, text) ? [`**${text}**: ${SEVERITY_MEANINGS[text]}`] : [];
  return keyBlocks([top ?? '', id ?? '', option ?? '']);
}

function optionBlocks({ id, options = {} }: RuleMeta, name: string): string[] {
  if (name === 'severity') return [`${SEVERITY_KEY} One of ${SEVERITIES.join(', ')}.`];
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  return option ? [`${option.description}\n\n\`${name}\` of \`${id}\` holds ${HOLDS[option.holds]}.`] : [];
}

/**
 * What may stand at an offset of the settings, the best first.
 * @param text of `framework.config.yaml`, however broken it is at the cursor
 */
export function configCompletions(text: string, offset: number): Completion[] {
  const context = lineContext(text, offset);
  if (!context) return [];
  const { path, at, beside, start, end } = context;
  const [top, id, option] = path;
  const offers =
    at === 'value'
      ? top === 'rules' && (path.length === 2 || (path.length === 3 && option === 'severity'))
        ? severities(String(id))
        : top === 'versioning' && path.length === 2
          ? BUMPS.map((each): Offer => ({ label: each, kind: 'value', snippet: each }))
          : []
      : path.length === 0
        ? topKeys()
        : top === 'rules' && path.length === 1
          ? rules()
          : top === 'rules' && path.length === 2
            ? optionKeys(String(id))
            : top === 'versioning' && path.length === 1
              ? Object.entries(VERSIONING).map(
                  ([label, documentation]): Offer => ({
                    label,
                    kind: 'key',
                    snippet: `${label}: `,
                    documentation,
                    more: true,
                  }),
                )
              : [];
  return offers
    .filter(({ label }) => !beside.has(label))
    .map(offer => ({ detail: '', documentation: '', more: false, start, end, ...offer }));
}

type Offer = Pick<Completion, 'label' | 'kind' | 'snippet'> &
  Partial<Pick<Completion, 'detail' | 'documentation' | 'more'>>;

function topKeys(): Offer[] {
  return Object.entries(KEYS).map(([name, documentation]) => ({
    label: name,
    kind: 'key',
    snippet: name === 'words' ? 'words:\n  - ' : `${name}:\n  `,
    documentation,
    more: name === 'rules',
  }));
}

function rules(): Offer[] {
  return RULES.map(({ meta }) => ({
    label: meta.id,
    kind: 'reference',
    snippet: `${meta.id}: `,
    detail: `${meta.title} (${meta.severity})`,
    documentation: ruleCard(meta).join('\n\n'),
    more: true,
  }));
}

function severities(id: string): Offer[] {
  const meta = ruleOf(id)?.meta;
  const allowed = SEVERITIES.filter(each => each !== 'off' || meta?.scope !== 'reading');
  return allowed.map(each => ({
    label: each,
    kind: 'value',
    snippet: each,
    detail: each === meta?.severity ? 'as it is without settings' : '',
    documentation: SEVERITY_MEANINGS[each],
  }));
}

const OPENING = { texts: ' [$0]', lists: '\n  - [$0]', map: '\n  $0' } as const;

function optionKeys(id: string): Offer[] {
  const meta = ruleOf(id)?.meta;
  if (!meta) return [];
  const own = Object.entries(meta.options ?? {}).map(
    ([name, { holds, description }]): Offer => ({
      label: name,
      kind: 'key',
      snippet: `${name}:${OPENING[holds]}`,
      detail: HOLDS[holds],
      documentation: description,
    }),
  );
  return [
    { label: 'severity', kind: 'key', snippet: 'severity: ', documentation: SEVERITY_KEY, more: true },
    ...own,
  ];
}

function isKeyOf<T extends object>(object: T, key: PropertyKey | undefined): key is keyof T {
  return key !== undefined && Object.hasOwn(object, key);
}
