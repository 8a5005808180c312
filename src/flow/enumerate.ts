import { mustBeAbove, type Bounds } from './bounds.ts';
import { Halves, swapCost } from './halves.ts';
import type { Order, Web } from './web.ts';

/** Trying every order of one half may cost this many steps at run time, about 20 ms. */
const affordable = 12_000_000;

/** What trying every order of the columns of one parity would cost, in steps; without end where it cannot be told. */
function costOf(places: Web, bounds: Bounds, parity: number): number {
  let orders = bounds.free ? 0.5 : 1;
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

/** Whether the moving columns stand as they must. */
function isAllowed(halves: Halves, bounds: Bounds): boolean {
  return halves.moving.every((c) => {
    const column = halves.orders[c]!;
    return column.every((p, i) => column.every((q, j) => j <= i || mustBeAbove(bounds, p, q) <= 0));
  });
}

/** Half of all orders of n places. */
function halfOf(n: number): number {
  let orders = 1;
  for (let i = 3; i <= n; i++) orders *= i;
  return orders;
}

/** The orders of the moving columns with the least crossings, and how few they could be at best; as bounds count. */
type Best = { orders: Order; crossings: number; bound: number };

/**
 * Tries every order of the moving columns, each a neighbour exchange from the last
 * (plain changes; Johnson 1963, Trotter 1962). What the others answer is asked only where the bound promises more than
 * the best so far.
 */
function everyOrder(halves: Halves, bounds: Bounds, tiny: number): Best {
  const best: Best = { orders: [], crossings: Infinity, bound: Infinity };
  const outermost = halves.moving.findIndex((c) => halves.orders[c]!.length > 1);

  function look(): void {
    if (halves.bound >= best.crossings - tiny || !(bounds.free || isAllowed(halves, bounds))) return;
    const { excess, exact } = halves.excess();
    best.bound = Math.min(best.bound, exact ? halves.bound + excess : halves.bound);
    if (halves.bound + excess >= best.crossings) return;
    best.crossings = halves.bound + excess;
    best.orders = halves.orders.map((column) => column.slice());
  }

  function visit(depth: number): void {
    const c = halves.moving[depth];
    if (c === undefined) {
      look();
      return;
    }
    const n = halves.orders[c]!.length;
    // at[k] is where the k-th of the first order stands now, who[i] is its reverse.
    const at = Int32Array.from({ length: n }, (_, k) => k);
    const who = at.slice();
    const way = new Int8Array(n).fill(-1);
    // Later orders of the outermost column that has any mirror earlier ones, which cross as much where nothing is bound.
    let left = depth === outermost && bounds.free ? halfOf(n) : Infinity;
    visit(depth + 1);
    for (let k = n - 1; k > 0 && left > 1;) {
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
      left--;
      k = n - 1;
    }
  }

  visit(0);
  best.bound = Math.min(best.bound, best.crossings);
  return best;
}

/** A whole order, and how few crossings an order could have at best, less the constant of `Halves`. */
export type Least = { order: Order; bound: number };

/**
 * Tries every order of one half of the columns, if one half is small enough to be tried in `most` steps. The order that
 * comes out has the least crossings of all if they meet the bound; differences below `tiny` are rounding.
 */
export function tryAll(
  places: Web,
  bounds: Bounds,
  start: Order,
  tiny: number,
  most = affordable
): Least | undefined {
  const parity = costOf(places, bounds, 1) <= costOf(places, bounds, 0) ? 1 : 0;
  if (costOf(places, bounds, parity) > most) return undefined;
  const halves = new Halves(places, bounds, parity);
  halves.take(start);
  const { orders, bound } = everyOrder(halves, bounds, tiny);
  halves.take(orders);
  return { order: halves.whole(), bound };
}
