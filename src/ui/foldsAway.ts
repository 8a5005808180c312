/** Lets a list that folds out over the page fold away again: on Escape, and when the pointer or the focus goes elsewhere. */
export function foldsAway(details: HTMLDetailsElement): () => void {
  const goes = (to: EventTarget | null) => {
    if (to instanceof Node && !details.contains(to)) details.open = false;
  };
  const point = (event: PointerEvent) => goes(event.target);
  const leave = (event: FocusEvent) => goes(event.relatedTarget);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.open) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector('summary')?.focus();
  };
  window.addEventListener('pointerdown', point);
  details.addEventListener('focusout', leave);
  details.addEventListener('keydown', keys);
  return () => {
    window.removeEventListener('pointerdown', point);
    details.removeEventListener('focusout', leave);
    details.removeEventListener('keydown', keys);
  };
}
