/** How long what was drawn may still turn out otherwise than guessed, in milliseconds. */
const SETTLED = 400;

/** Scrolling to a place that is only known once what lies on the way is drawn. */
export interface Settling {
  /** Whether it is still under way. */
  readonly isOn: boolean;
  /** Scrolls by what is missing, now and until things have settled: what is drawn may be higher than guessed. */
  by(missing: () => number): void;
}

export function createSettling(scroller: HTMLElement): Settling {
  let now: (() => number) | undefined;
  // Whoever scrolls has the say from then on.
  for (const type of ['wheel', 'pointerdown', 'touchstart', 'keydown'])
    scroller.addEventListener(type, () => (now = undefined), { capture: true, passive: true });
  return {
    get isOn() {
      return now !== undefined;
    },
    by(missing) {
      const until = performance.now() + SETTLED;
      now = missing;
      const step = () => {
        if (now !== missing) return;
        const pixels = missing();
        if (Math.abs(pixels) >= 1) scroller.scrollTop += pixels;
        if (performance.now() < until) requestAnimationFrame(step);
        else now = undefined;
      };
      step();
    },
  };
}
