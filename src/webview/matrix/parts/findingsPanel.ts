import type { MatrixFinding } from '../../../protocol/matrix.ts';
import { el } from '../../shared/dom.ts';
import { severitySign } from '../grid/cells.ts';

/**
 * Shows what was found wrong with a cell or a node beside it, each with its quick fixes. Esc, or a click
 * elsewhere, closes it.
 * @param fix is called with the finding and the title of the fix that was chosen
 */
export function showFindings(
  beside: Element,
  name: string,
  found: readonly MatrixFinding[],
  fix: (finding: MatrixFinding, title: string) => void,
): void {
  const before = document.activeElement;
  const panel = el('div', 'findings', { role: 'dialog', 'aria-label': `Findings on ${name}`, tabindex: -1 });
  const close = (refocus: boolean) => {
    panel.remove();
    window.removeEventListener('pointerdown', outside, true);
    if (refocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const outside = ({ target }: Event) => {
    if (!(target instanceof Node && panel.contains(target))) close(false);
  };
  for (const finding of found) {
    const words = el('p', 'finding-words', {}, severitySign(finding.severity), ` ${finding.message} `);
    if (finding.rule !== '') words.append(el('span', 'rule', {}, finding.rule));
    const entry = el('div', 'finding', {}, words);
    for (const { title, preferred } of finding.fixes) {
      const button = el('button', preferred ? 'button' : 'button secondary', { type: 'button' }, title);
      button.addEventListener('click', () => {
        close(true);
        fix(finding, title);
      });
      entry.append(button);
    }
    panel.append(entry);
  }
  panel.addEventListener('keydown', event => {
    event.stopPropagation();
    const buttons = [...panel.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') close(true);
    else if (event.key === 'ArrowDown') buttons[Math.min(buttons.length - 1, at + 1)]?.focus();
    else if (event.key === 'ArrowUp') buttons[Math.max(0, at - 1)]?.focus();
    else if (event.key === 'Tab' && buttons.length === 0) close(true);
    else return;
    event.preventDefault();
  });
  document.body.append(panel);
  const box = beside.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = box.bottom + height < window.innerHeight;
  panel.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - width - 4))}px`;
  panel.style.top = `${Math.max(4, below ? box.bottom : Math.max(4, box.top - height))}px`;
  window.addEventListener('pointerdown', outside, true);
  (panel.querySelector('button') ?? panel).focus();
}
