import { onPrint } from './onPrint.ts';
import { WHOLE } from './whole.ts';

/** Of a longer list than `WHOLE` so many are drawn at first, and then as many as a frame has time for. */
const FIRST = 16;
/** What a part holds at least, as a share of its first: laying out what is there already takes its time however few are added. */
const FEWEST = 0.75;
/** What a frame may take, in milliseconds, so that keys and pointer are answered between two parts. */
const LEAST = 6;
const MOST = 11;
/** A frame that takes this long, in milliseconds, for the smallest part is slow whatever is added to it: the rest at once is over sooner. */
const SLOW = 100;

/** How a list grows: what draws so many more of it, its first part, and what a part of it holds at least. */
type Growth = { more: (by: number) => void; first: number; fewest: number };
/** Lists that still grow: one of them a part each frame, the one that began first until it is whole. */
const growing: Growth[] = [];
let step = FIRST;
/** The list that `step` was found for. */
let last: Growth | undefined;
let frame = 0;

function grow(): void {
  frame = 0;
  const [list] = growing;
  if (!list) return;
  const start = performance.now();
  const { first, fewest } = list;
  const part = list === last ? step : first;
  last = list;
  list.more(part);
  // Behind the frame that draws the part: what it took tells how much the next may hold.
  setTimeout(() => {
    const took = performance.now() - start;
    if (took > SLOW && part <= fewest) step = Infinity;
    else if (took > MOST) step = Math.max(fewest, Math.round(part * 0.7));
    else step = took < LEAST ? Math.round(part * 1.4) : part;
    if (growing.length) frame ||= requestAnimationFrame(grow);
  });
}

/** An entry of such a list: it keeps its id when it is drawn anew. */
type Entry = { readonly id: string };

/**
 * A long list a part at a time, so that drawing it never holds the page up; whole at once where it has no more entries than
 * `whole`, for print, and where it is asked for, as without a window. Where the same entries come again with other looks, as
 * on another day, they are exchanged a part at a time too, and until then stand as they were; where others come, as many are
 * drawn at once as were before. A part holds `first` entries to begin with, and never less than three quarters of that.
 * To be called where a component begins.
 */
export function inParts<T extends Entry>(
  list: () => readonly T[],
  {
    atOnce = typeof window === 'undefined',
    whole = WHOLE,
    first = FIRST
  }: { atOnce?: boolean; whole?: number; first?: number } = {}
): { readonly now: readonly T[] } {
  const fewest = Math.ceil(first * FEWEST);
  /** Counts the parts; what they have come to stands beside it, since a derived value may not write into a state. */
  let parts = $state(0);
  /** How many are drawn, and how many of them as they now are. */
  let [drawn, redrawn] = [first, Infinity];
  let current: readonly T[] = [];
  let shown: readonly T[] = [];
  let before: readonly T[] = [];

  /** Takes in another list: what is drawn of it stays until it is drawn anew, and a list that only goes on is a part longer at once. */
  function take(next: readonly T[]): void {
    const same = shown.every(({ id }, i) => next[i]?.id === id);
    const other = shown.findIndex((entry, i) => entry !== next[i]);
    drawn = Math.max(drawn, shown.length && same && other < 0 ? shown.length + fewest : shown.length);
    [before, redrawn] = same && other >= 0 ? [shown, other + first] : [[], Infinity];
    current = next;
  }
  const now = $derived.by(() => {
    void parts;
    const next = list();
    if (atOnce) return next;
    if (next.length !== current.length || next.some((entry, i) => entry !== current[i])) take(next);
    if (next.length <= whole || Math.min(drawn, redrawn) >= next.length) shown = current;
    else shown = current.slice(0, drawn).map((entry, i) => (i < redrawn ? entry : (before[i] ?? entry)));
    return shown;
  });
  const lacks = $derived(!atOnce && now !== current);
  const all = () => {
    [drawn, redrawn] = [Infinity, Infinity];
    parts += 1;
  };
  $effect(() => {
    if (!lacks) return;
    const more = (by: number) => {
      if (redrawn < Math.min(drawn, current.length)) redrawn += by;
      else [drawn, redrawn] = [drawn + by, Infinity];
      parts += 1;
    };
    const growth = { more, first, fewest };
    growing.push(growth);
    frame ||= requestAnimationFrame(grow);
    return () => void growing.splice(growing.indexOf(growth), 1);
  });
  $effect(() => onPrint(all));
  return {
    get now() {
      return now;
    }
  };
}
