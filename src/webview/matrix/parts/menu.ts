import { el, icon, setAttribute } from '../../shared/dom.ts';

/** What stands in a menu; a group of entries is set off by lines. */
export type MenuEntry =
  | { readonly separator: true }
  | {
      readonly label: string;
      /** The keys that do the same. */
      readonly keys?: string | undefined;
      /** Why it cannot be done now; then it is greyed. */
      readonly not?: string | undefined;
      /** For what is switched on and off. */
      readonly checked?: boolean | undefined;
      readonly choose?: () => void;
      readonly entries?: readonly MenuEntry[];
    };

const CHECK = 'm6.5 12-4-4 .9-.9 3.1 3.1 6.1-6.1.9.9z';
const RIGHT = 'm6 4 4 4-4 4-.9-.9L8.2 8 5.1 4.9z';

/** Where a menu opens: at a point, or below what opened it. */
export type Anchor = { readonly x: number; readonly y: number } | Element;

let open: { close(refocus: boolean): void } | undefined;

/**
 * Opens a menu; the focus goes into it, and back when it closes.
 * @param label what it is the menu of
 */
export function openMenu(anchor: Anchor, label: string, entries: readonly MenuEntry[]): void {
  open?.close(false);
  const before = document.activeElement;
  const menus: HTMLElement[] = [];

  const close = (refocus: boolean) => {
    if (open !== self) return;
    open = undefined;
    for (const menu of menus) menu.remove();
    if (anchor instanceof Element) setAttribute(anchor, 'aria-expanded', 'false');
    window.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('blur', left);
    if (refocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const self = { close };
  const outside = ({ target }: Event) => {
    if (!(target instanceof Node && menus.some(menu => menu.contains(target)))) close(false);
  };
  const left = () => close(false);

  const closeFrom = (depth: number) => {
    for (const menu of menus.splice(depth)) menu.remove();
  };

  const show = (entries: readonly MenuEntry[], label: string, at: Anchor, depth: number) => {
    closeFrom(depth);
    const menu = el('div', 'menu', { role: 'menu', 'aria-label': label });
    for (const entry of entries) menu.append(itemOf(entry, depth));
    menu.addEventListener('keydown', event => keyIn(menu, depth, event));
    menu.addEventListener('contextmenu', event => event.preventDefault());
    menus.push(menu);
    // In a landmark, as all that is there to be read.
    (document.querySelector('main') ?? document.body).append(menu);
    placeMenu(menu, at, depth > 0);
    itemsOf(menu)[0]?.focus();
  };

  const itemOf = (entry: MenuEntry, depth: number): HTMLElement => {
    if ('separator' in entry) return el('div', 'menu-line', { role: 'separator' });
    const { label, keys, not, checked, entries } = entry;
    const item = el('div', 'menu-item', {
      role: checked === undefined ? 'menuitem' : 'menuitemcheckbox',
      tabindex: -1,
      'aria-checked': checked === undefined ? undefined : String(checked),
      'aria-disabled': not === undefined ? undefined : 'true',
      'aria-haspopup': entries ? 'menu' : undefined,
      title: not,
    });
    const check = el('span', 'menu-check');
    if (checked) check.append(icon(CHECK));
    item.append(check, el('span', 'menu-label', {}, label));
    if (keys) item.append(el('span', 'menu-keys', {}, keys));
    if (entries) item.append(icon(RIGHT));
    if (not !== undefined) item.append(el('span', 'for-readers', {}, `: ${not}`));
    const choose = () => {
      if (not !== undefined) return;
      if (entries) return show(entries, label, item, depth + 1);
      close(true);
      if ('choose' in entry) entry.choose?.();
    };
    item.addEventListener('click', choose);
    item.addEventListener('pointerenter', () => {
      item.focus();
      if (entries && not === undefined && menus.length <= depth + 1) show(entries, label, item, depth + 1);
      else if (!entries) closeFrom(depth + 1);
    });
    item.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ' || (event.key === 'ArrowRight' && entries)) {
        event.preventDefault();
        event.stopPropagation();
        choose();
      }
    });
    return item;
  };

  const keyIn = (menu: HTMLElement, depth: number, event: KeyboardEvent) => {
    event.stopPropagation();
    const items = itemsOf(menu);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to !== undefined) items[to]?.focus();
    else if (event.key === 'ArrowLeft' && depth > 0) leaveSub(depth);
    else if (event.key === 'Escape') {
      if (depth > 0) leaveSub(depth);
      else close(true);
    } else if (event.key === 'Tab') close(true);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const letter = event.key.toLowerCase();
      const ordered = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const textOf = (item: HTMLElement) => item.querySelector('.menu-label')?.textContent?.toLowerCase();
      ordered.find(item => textOf(item)?.startsWith(letter))?.focus();
    } else return;
    event.preventDefault();
  };

  const leaveSub = (depth: number) => {
    const opener = itemsOf(menus[depth - 1]!).find(item => item.classList.contains('opened'));
    closeFrom(depth);
    opener?.focus();
  };

  open = self;
  if (anchor instanceof Element) setAttribute(anchor, 'aria-expanded', 'true');
  window.addEventListener('pointerdown', outside, true);
  window.addEventListener('blur', left);
  show(entries, label, anchor, 0);
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>(':scope > .menu-item')];
}

/** Puts a menu where it is whole in view. */
function placeMenu(menu: HTMLElement, at: Anchor, beside: boolean): void {
  for (const other of at instanceof Element ? (at.parentElement?.querySelectorAll('.opened') ?? []) : [])
    other.classList.remove('opened');
  if (at instanceof Element && beside) at.classList.add('opened');
  const { width, height } = menu.getBoundingClientRect();
  const [right, bottom] = [window.innerWidth - 4, window.innerHeight - 4];
  const lowest = Math.max(4, bottom - height);
  const box = at instanceof Element ? at.getBoundingClientRect() : { ...(at as { x: number; y: number }) };
  let x: number;
  let y: number;
  if (!('left' in box)) {
    // To the other side of the mouse where there is no room on this one, so that it points at no entry.
    x = box.x + width <= right || box.x - width < 4 ? box.x : box.x - width;
    y = box.y + height <= bottom || box.y - height < 4 ? Math.min(box.y, lowest) : box.y - height;
  } else if (!beside) [x, y] = [box.left, Math.min(box.bottom, lowest)];
  else if (box.right + width <= right) [x, y] = [box.right, Math.min(box.top, lowest)];
  else if (box.left - width >= 4) [x, y] = [box.left - width, Math.min(box.top, lowest)];
  else {
    // No room on either side: below or above, so that it never lies under the mouse that opened it.
    x = box.left + 16;
    const below = box.bottom + height <= bottom || bottom - box.bottom >= box.top;
    y = below ? box.bottom : Math.max(4, box.top - height);
    menu.style.maxHeight = `${(below ? bottom : box.top) - y}px`;
  }
  x = Math.max(4, Math.min(x, right - width));
  menu.style.left = `${x}px`;
  menu.style.top = `${y}px`;
}
