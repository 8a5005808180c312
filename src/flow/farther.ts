import type { Bounds } from './bounds.ts';
import { Halves } from './halves.ts';
import type { Order, Web } from './web.ts';

/** How often one half is disturbed before the other half takes its turn. */
const kicksPerTurn = 10;

/**
 * Looks for an order with a lower bound among those of one half of the columns: carries places to where they are best,
 * then, again and again, a few places anywhere, and keeps what came out better. Gives back the whole order and what
 * it cost in steps.
 */
export function searchHalf(
  places: Web,
  bounds: Bounds,
  start: Order,
  parity: number,
  tiny: number,
  random: (n: number) => number
): { order: Order; steps: number } {
  const halves = new Halves(places, bounds, parity);
  const open = halves.moving.filter((c) => places.members[c]!.length > 1);

  function settle(): void {
    for (let before = Infinity; before - halves.bound > tiny;) {
      before = halves.bound;
      for (const c of open) halves.descend(c, tiny);
    }
  }

  halves.take(start);
  settle();
  let least = halves.bound;
  let best = halves.orders.map((column) => column.slice());
  for (let kick = 0; kick < kicksPerTurn && open.length > 0; kick++) {
    const c = open[random(open.length)]!;
    const n = places.members[c]!.length;
    for (let moves = 2 + random(4); moves > 0; moves--) halves.carry(c, random(n), random(n));
    settle();
    if (halves.bound < least + tiny) {
      least = Math.min(halves.bound, least);
      best = halves.orders.map((column) => column.slice());
    } else halves.take(best);
  }
  halves.take(best);
  return { order: halves.whole(), steps: halves.steps };
}
