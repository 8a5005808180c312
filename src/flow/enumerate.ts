import type { Bounds } from './bounds.ts';
import { Halves, swapCost } from './halves.ts';
import type { Order, Places } from './places.ts';

/** Trying every order of one half may cost this many steps; about 20 ms. */
const mostSteps = 12_000_000;

/** What trying every order of the columns of one parity would cost, in steps; without end where it cannot be told. */
function costOf(places: Places, parity: number): number {
  let orders = 1;
  let perSwap = swapCost;
  places.members.forEach((column, c) => {
    const n = column.length;
    if (c % 2 !== parity || n < 2) return;
    for (let i = 2; i <= n; i++) orders *= i;
    const links = (side: { start: Int32Array }): number =>
      column.reduce((sum, p) => sum + side.start[p + 1]! - side.start[p]!, 0);
    perSwap = Math.max(perSwap, swapCost + (links(places.into) ** 2 + links(places.out) ** 2) / n ** 2);
  });
  return orders * perSwap;
}

/**
 * Tries every order of the moving columns, each a neighbour exchange from the last
 * (plain changes; Johnson 1963, Trotter 1962), and gives back the one with the least bound.
 */
function everyOrder(halves: Halves): Order {
  let least = Infinity;
  let best: Order = [];

  function visit(depth: number): void {
    const c = halves.moving[depth];
    if (c === undefined) {
      if (halves.bound >= least) return;
      least = halves.bound;
      best = halves.orders.map((column) => column.slice());
      return;
    }
    const n = halves.orders[c]!.length;
    // at[k] is where the k-th of the first order stands now, who[i] is its reverse.
    const at = Int32Array.from({ length: n }, (_, k) => k);
    const who = at.slice();
    const way = new Int8Array(n).fill(-1);
    visit(depth + 1);
    for (let k = n - 1; k > 0;) {
      const here = at[k]!;
      const next = here + way[k]!;
      const other = who[next];
      if (other === undefined || other > k) {
        way[k] = -way[k]!;
        k--;
        continue;
      }
      halves.swap(c, Math.min(here, next));
      [at[k], at[other], who[next], who[here]] = [next, here, k, other];
      visit(depth + 1);
      k = n - 1;
    }
  }

  visit(0);
  return best;
}

/**
 * An order with the least bound of all, if one half of the columns is small enough to try all its orders and nothing
 * binds them. It has the least crossings of all orders if its crossings meet its bound.
 */
export function tryAll(places: Places, bounds: Bounds, start: Order): Order | undefined {
  if (!bounds.free) return undefined;
  const parity = costOf(places, 1) <= costOf(places, 0) ? 1 : 0;
  if (costOf(places, parity) > mostSteps) return undefined;
  const halves = new Halves(places, bounds, parity);
  halves.take(start);
  halves.take(everyOrder(halves));
  return halves.whole();
}
