import { flushSync } from 'svelte';

/** A list of up to so many is drawn at once; of a longer one so many at first, and then as many as a frame has time for. */
const WHOLE = 120;
const FIRST = 16;
/** What a part holds at least: laying out what is there already takes its time however few are added. */
const FEWEST = 12;
/** What a frame may take, in milliseconds, so that keys and pointer are answered between two parts. */
const LEAST = 6;
const MOST = 11;
/** A frame that takes this long, in milliseconds, for the smallest part is slow whatever is added to it: the rest at once is over sooner. */
const SLOW = 100;

/** Lists that still grow: one of them a part each frame, the one that began first until it is whole. */
const growing: ((by: number) => void)[] = [];
let step = FIRST;
/** The list that `step` was found for. */
let last: unknown;
let frame = 0;

function grow(): void {
  frame = 0;
  const [first] = growing;
  if (!first) return;
  const start = performance.now();
  const part = first === last ? step : FIRST;
  last = first;
  first(part);
  // Behind the frame that draws the part: what it took tells how much the next may hold.
  setTimeout(() => {
    const took = performance.now() - start;
    if (took > SLOW && part <= FEWEST) step = Infinity;
    else if (took > MOST) step = Math.max(FEWEST, Math.round(part * 0.7));
    else step = took < LEAST ? Math.round(part * 1.4) : part;
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
