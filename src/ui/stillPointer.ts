/**
 * Keeps a pointer that rests from meaning what comes up below it: until it moves, nothing below it hears of it. `rest` is to
 * be called when what is shown changes, and lets go of what the pointer was on; `stop` ends it. A finger never rests.
 */
export function stillPointer(target: Window): { rest: () => void; stop: () => void } {
  const heard = [
    'pointerover',
    'pointerenter',
    'pointermove',
    'mouseover',
    'mouseenter',
    'mousemove'
  ] as const;
  let [still, at] = [true, ''];
  const hold = (event: MouseEvent) => {
    if (event instanceof PointerEvent && event.pointerType === 'touch') return;
    const now = `${event.screenX} ${event.screenY}`;
    if (at && now !== at) still = false;
    at = now;
    if (still) event.stopImmediatePropagation();
  };
  for (const type of heard) target.addEventListener(type, hold, { capture: true });
  return {
    rest() {
      const over = [...target.document.querySelectorAll(':hover')];
      for (const node of over) node.dispatchEvent(new PointerEvent('pointerleave'));
      over.at(-1)?.dispatchEvent(new PointerEvent('pointerout', { bubbles: true }));
      still = true;
    },
    stop() {
      for (const type of heard) target.removeEventListener(type, hold, { capture: true });
    }
  };
}
