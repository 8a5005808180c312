import { flushSync } from 'svelte';

/** A list of up to so many is drawn at once; of a longer one so many at first, and then as many as a frame has time for. */
const WHOLE = 120;
const FIRST = 16;
/** What a part holds at least: laying out what is there already takes its time however few are added. */
const FEWEST = 12;
/** What a frame may take, in milliseconds, so that keys and pointer are answered between two parts. */
const LEAST = 6;
const MOST = 11;
/** A frame that takes this long, in milliseconds, is slow whatever is added to it: fewer and larger parts are over sooner. */
const SLOW = 60;

/** Lists that still grow: one of them a part each frame, the one that began first until it is whole. */
const growing: ((by: number) => void)[] = [];
let step = FIRST;
let frame = 0;

function grow(): void {
  frame = 0;
  const [first] = growing;
  if (!first) return;
  const start = performance.now();
  first(step);
  // Behind the frame that draws the part: what it took tells how much the next may hold.
  setTimeout(() => {
    const took = performance.now() - start;
    if (took > SLOW) step *= 2;
    else if (took > MOST) step = Math.max(FEWEST, Math.round(step * 0.7));
    else if (took < LEAST) step = Math.round(step * 1.4);
    if (growing.length) frame ||= requestAnimationFrame(grow);
  });
}

/**
 * A long list a part at a time, so that drawing it never holds the page up; whole at once where it has no more than 120 entries,
 * for print, and where it is asked for, as without a window. To be called where a component begins; what was drawn stays when the list changes.
 */
export function inParts<T>(
  list: () => readonly T[],
  atOnce = typeof window === 'undefined'
): { readonly now: readonly T[] } {
  let most = $state(atOnce ? Infinity : FIRST);
  const lacks = $derived(list().length > Math.max(WHOLE, most));
  const whole = () => flushSync(() => (most = Infinity));
  $effect(() => {
    if (!lacks) return;
    const more = (by: number) => (most += by);
    growing.push(more);
    frame ||= requestAnimationFrame(grow);
    window.addEventListener('beforeprint', whole);
    return () => {
      growing.splice(growing.indexOf(more), 1);
      window.removeEventListener('beforeprint', whole);
    };
  });
  return {
    get now() {
      return lacks ? list().slice(0, most) : list();
    }
  };
}
