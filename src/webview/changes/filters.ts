import type { ChangeFilters, ChangesView } from '../../protocol/changes.ts';
import { el } from '../shared/dom.ts';
import { allItems, kindOf, NO_AREA } from './store.ts';

type Option = readonly [value: string, label: string];

/** What narrows a list. */
interface Filter {
  readonly key: keyof ChangeFilters;
  readonly label: string;
  /** What lets everything through is called. */
  readonly all: string;
  /** Undefined where a list has nothing of the kind. */
  readonly options: (view: ChangesView) => readonly Option[] | undefined;
}

const FILTERS: readonly Filter[] = [
  {
    key: 'area',
    label: 'Area',
    all: 'All areas',
    options: ({ groups }) => groups.map(group => [group.area ?? NO_AREA, group.title]),
  },
  {
    key: 'level',
    label: 'Level',
    all: 'All levels',
    options: ({ levels }) => levels.map(({ id, title }) => [id, title]),
  },
  {
    key: 'kind',
    label: 'Kind',
    all: 'All kinds',
    options: view => counted(allItems(view).map(kindOf)),
  },
  {
    key: 'class',
    label: 'Class',
    all: 'All classes',
    options: ({ compared }) => compared?.classes.map(({ id, label, count }) => [id, `${label} (${count})`]),
  },
  {
    key: 'step',
    label: 'Changed in',
    all: 'Changed in any',
    options(view) {
      const steps = new Set(allItems(view).flatMap(item => item.steps ?? []));
      return steps.size === 0 ? undefined : [...steps].map(name => [name, `Changed in ${name}`]);
    },
  },
  {
    key: 'reviewer',
    label: 'Reviewer',
    all: 'All reviewers',
    options: ({ round }) => round?.reviewers.map(({ name, count }) => [name, `${name} (${count})`]),
  },
  {
    key: 'agreement',
    label: 'Agreement',
    all: 'Agreed or not',
    options: ({ round }) => round?.agreements.map(({ id, label, count }) => [id, `${label} (${count})`]),
  },
];

/** The filters of a list, each with what can be chosen. */
export interface Filters {
  readonly elements: readonly HTMLElement[];
  /** A list is there, or another one. */
  offer(view: ChangesView): void;
  update(filters: ChangeFilters): void;
}

export function createFilters(choose: (filters: Partial<ChangeFilters>) => void): Filters {
  const selects = FILTERS.map(filter => {
    const element = el('select', 'select', { 'aria-label': filter.label });
    element.addEventListener('change', () => choose({ [filter.key]: element.value }));
    return { ...filter, element };
  });
  return {
    elements: selects.map(({ element }) => element),
    offer(view) {
      for (const { element, all, options } of selects) {
        const offered = options(view);
        element.hidden = offered === undefined;
        fill(element, [['', all], ...(offered ?? [])]);
      }
    },
    update(filters) {
      for (const { key, element } of selects) element.value = filters[key];
    },
  };
}

/** What is chosen stays to be seen, though there may be none of it any more. */
function fill(element: HTMLSelectElement, options: readonly Option[]): void {
  const [chosen] = element.selectedOptions;
  const isGone = chosen !== undefined && !options.some(([value]) => value === chosen.value);
  element.replaceChildren(...options.map(([value, label]) => el('option', '', { value }, label)));
  if (!isGone) return;
  chosen.textContent = (chosen.textContent ?? '').replace(/\(\d+\)$/, '(0)');
  element.append(chosen);
}

/** Each with how often it stands there, as options. */
function counted(values: readonly string[]): Option[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => [value, `${value} (${count})`]);
}
