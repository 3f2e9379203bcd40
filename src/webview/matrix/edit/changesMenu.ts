import type { MenuEntry } from '../parts/menu.ts';
import type { Filter } from '../state/filter.ts';
import type { State } from '../state/store.ts';
import type { Hands } from './scene.ts';

/** The menu of what changed since another version: marked in place, or as a list on a page of its own. */
export function changesMenu(
  { view, filter }: State,
  hands: Pick<Hands, 'compare'>,
  set: (filter: Partial<Filter>) => void,
): MenuEntry[] {
  const since = view?.since;
  return [
    {
      label: since ? 'Mark the changes since another version…' : 'Mark the changes since a version…',
      choose: () => hands.compare('choose'),
    },
    {
      label: since ? `List of the changes since ${since.name}` : 'List of the changes since a version…',
      choose: () => hands.compare('list'),
    },
    { separator: true },
    {
      label: 'Show only what changed',
      checked: filter.changed,
      not: since ? undefined : 'First mark the changes since a version.',
      choose: () => set({ changed: !filter.changed }),
    },
    {
      label: 'Stop marking',
      not: since ? undefined : 'Nothing is marked.',
      choose: () => hands.compare('off'),
    },
  ];
}
