type Point = (id: string | null) => void;

/**
 * Handlers for a picture's group that hear for all its marks at once which one the pointer or the keyboard is on: a thousand
 * marks with handlers of their own would each cost memory that has to be collected again. A mark carries its id as `data-flow`
 * or `data-site`; null where none is meant.
 */
export function overMarks(kind: 'flow' | 'site', point: Point) {
  const mark = (event: Event) =>
    event.target instanceof Element ? event.target.closest(`[data-${kind}]`) : null;
  const to = (found: Element | null) => point(found && found.getAttribute(`data-${kind}`));
  const none = () => point(null);
  return {
    onpointerover: (event: PointerEvent) => to(mark(event)),
    onpointerout: none,
    // Keys only: a press of the pointer may focus another mark than the one that it means.
    onfocusin: (event: FocusEvent) => {
      const found = mark(event);
      if (found?.matches(':focus-visible')) to(found);
    },
    onfocusout: none
  };
}
