import type { TransitionConfig } from 'svelte/transition';

/**
 * The way out of a view: it is out of sight and reach at once, and taken apart a frame later, so that the next one need
 * not wait for it. Until then nothing in it may be measured: a browser would lay all of it out again, and say so.
 */
export function leave(view: HTMLElement): TransitionConfig {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement || focused instanceof SVGElement)
    if (view.contains(focused)) focused.blur();
  view.classList.add('leaving');
  return { delay: 1, duration: 0 };
}
