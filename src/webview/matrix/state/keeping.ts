import { debounced } from '../../shared/dom.ts';
import type { Host } from '../../shared/vscodeApi.ts';
import { isKept, type Kept } from './kept.ts';

/** After the last change, before it is kept, in milliseconds. */
const PAUSE = 200;

/** Keeps what the page is to show when it is opened again. */
export interface Keeping {
  /** What was kept when the page was last closed. */
  readonly last: Kept | undefined;
  /** Something is other than before. */
  changed(): void;
  /** A text is being typed: that is kept at once, for the page may go at any moment. */
  typed(draft: Kept['draft']): void;
}

/** @param now what is to be kept as things are */
export function createKeeping(host: Pick<Host<never>, 'saved' | 'save'>, now: () => Kept): Keeping {
  const saved = host.saved();
  const last = isKept(saved) ? saved : undefined;
  let kept = last;
  const keep = () => {
    kept = now();
    host.save(kept);
  };
  return {
    last,
    changed: debounced(keep, PAUSE),
    typed(draft) {
      if (!kept) return keep();
      kept = { ...kept, draft };
      host.save(kept);
    },
  };
}
