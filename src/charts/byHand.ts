import { tick } from 'svelte';
import type { Bar } from '../flow/picture.ts';

type Hand = {
  bars: () => readonly Bar[];
  /** A site is moved up (−1) or down (1) by Alt and an arrow key. */
  onmove: (id: string, by: -1 | 1) => void;
  /** A bar was let go of so that its middle lies at this height, in px of the picture; none where bars are not dragged. */
  ondrop: ((id: string, middle: number) => void) | undefined;
  /** A bar on its way is this far below its place, in px of the picture. */
  ondrag: (id: string, by: number) => void;
};

/** How far, in px of the picture, a bar has to come before it is moved and not just clicked. */
const FAR = 6;

/** Handlers for the group of a picture's bars that let a site be moved within its column, by pointer or by keys. */
export function byHand(hand: () => Hand) {
  /** The bar on its way, where the pointer took it and how far it is; it stays until the click behind it is over. */
  let held: { id: string; from: number; by: number; on: boolean } | null = null;
  let cancelled = false;
  const link = ({ target }: Event) => (target instanceof Element ? target.closest<SVGElement>('a') : null);

  function put(by: number) {
    if (!held) return;
    held.by = by;
    hand().ondrag(held.id, by);
  }
  function release() {
    setTimeout(() => (cancelled = false));
    if (!held?.on) return;
    const { id, by } = held;
    const far = Math.abs(by) > FAR;
    const bar =
      far &&
      hand()
        .bars()
        .find((one) => one.id === id);
    if (bar) hand().ondrop?.(id, bar.y + bar.height / 2 + by);
    held.on = false;
    // The click that follows a drag must not select.
    if (far) setTimeout(() => put(0));
    else put(0);
  }
  return {
    onkeydown(event: KeyboardEvent) {
      if (event.key === 'Escape' && held?.on) {
        // Let go of by Escape, it goes back to its place, and nothing else lets go.
        event.stopPropagation();
        held.on = false;
        cancelled = true;
        put(0);
        return;
      }
      const moved = link(event);
      if (!moved || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      const { hash } = location;
      hand().onmove(moved.dataset.site!, event.key === 'ArrowUp' ? -1 : 1);
      // A moved element lets go of the focus, so it takes it again once the new order is drawn; at an end nothing moves.
      if (location.hash !== hash)
        window.addEventListener('hashchange', () => void tick().then(() => moved.focus()), { once: true });
    },
    onclick(event: MouseEvent) {
      if (cancelled || Math.abs(held?.by ?? 0) > FAR) event.preventDefault();
    },
    onpointerdown(event: PointerEvent) {
      const id = link(event)?.dataset.site;
      const { target } = event;
      if (!id || !hand().ondrop || event.button !== 0) return;
      if (!(target instanceof SVGRectElement) || !target.matches('.target')) return;
      held = { id, from: event.clientY, by: 0, on: true };
      target.setPointerCapture(event.pointerId);
    },
    onpointermove(event: PointerEvent) {
      if (!held?.on || !(event.target instanceof SVGGraphicsElement)) return;
      // Px of the picture per px of the screen, so that the bar follows the pointer.
      put((event.clientY - held.from) / (event.target.getScreenCTM()?.a ?? 1));
    },
    onpointerup: release,
    onpointercancel: release
  };
}
