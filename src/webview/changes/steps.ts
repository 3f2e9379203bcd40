/** Goes to the next (1) or previous (-1) change in an element. */
export function stepThrough(element: HTMLElement, by: 1 | -1): void {
  const changes = [...element.querySelectorAll<HTMLElement>('.change')];
  const active = document.activeElement?.closest<HTMLElement>('.change');
  const at = active ? changes.indexOf(active) : -1;
  const next = at < 0 ? (by > 0 ? 0 : changes.length - 1) : at + by;
  const change = changes[Math.max(0, Math.min(changes.length - 1, next))];
  change?.focus({ preventScroll: true });
  change?.scrollIntoView({ block: 'nearest' });
}
