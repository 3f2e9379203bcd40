/** What dragging the edge of a column head does. */
export interface ResizePorts {
  /** In root font sizes; undefined: as given. @param column the id of a level, or `''` for the topics */
  resize(column: string, width: number | undefined): void;
  rem(): number;
}

/** Makes columns wider and narrower by the edges of their heads. */
export function resizeByEdges(scroller: HTMLElement, { resize, rem }: ResizePorts): void {
  let held: { column: string; x: number; width: number } | undefined;
  const edgeAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('.edge') : null;

  scroller.addEventListener('pointerdown', event => {
    const edge = event.button === 0 ? edgeAt(event.target) : null;
    if (!edge) return;
    event.preventDefault();
    event.stopPropagation();
    const width = edge.parentElement?.offsetWidth ?? 0;
    held = { column: edge.dataset.resizes ?? '', x: event.clientX, width };
    scroller.setPointerCapture(event.pointerId);
  });
  scroller.addEventListener('pointermove', event => {
    if (held) resize(held.column, (held.width + event.clientX - held.x) / rem());
  });
  for (const type of ['pointerup', 'pointercancel'] as const)
    scroller.addEventListener(type, () => (held = undefined));
  scroller.addEventListener('dblclick', ({ target }) => {
    const edge = edgeAt(target);
    if (edge) resize(edge.dataset.resizes ?? '', undefined);
  });
}
