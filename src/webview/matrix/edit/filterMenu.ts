import type { MenuEntry } from '../parts/menu.ts';
import { type Filter, NO_FILTER } from '../state/filter.ts';
import type { State } from '../state/store.ts';
import { UNTITLED_AREA } from '../words.ts';

/** What can be asked for beside words: at a level, in an area, with findings, or changed. */
export function filterMenu(state: State, set: (filter: Partial<Filter>) => void): MenuEntry[] {
  const { view, filter } = state;
  if (!view) return [];
  const findings = (value: Filter['findings'], label: string): MenuEntry => ({
    label,
    checked: filter.findings === value,
    choose: () => set({ findings: filter.findings === value ? '' : value }),
  });
  const one = (key: 'level' | 'area', value: string, label: string): MenuEntry => ({
    label,
    checked: filter[key] === value,
    choose: () => set({ [key]: filter[key] === value ? '' : value }),
  });
  const areas = view.lines.flatMap(line => (line.type === 'area' ? [line] : []));
  return [
    findings('any', 'With findings'),
    findings('error', 'With errors'),
    findings('warning', 'With warnings'),
    {
      label: view.since ? `Changed since ${view.since.name}` : 'Changed since another version',
      checked: filter.changed,
      not: view.since ? undefined : 'First choose a version to compare with, by Changes.',
      choose: () => set({ changed: !filter.changed }),
    },
    { separator: true },
    { label: 'At level', entries: view.levels.map(({ id, title }) => one('level', id, title)) },
    { label: 'In area', entries: areas.map(({ id, title }) => one('area', id, title ?? UNTITLED_AREA)) },
    { separator: true },
    { label: 'Show everything', choose: () => set(NO_FILTER) },
  ];
}
