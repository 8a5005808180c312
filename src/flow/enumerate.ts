import type { Halves } from './halves.ts';
import type { Order } from './places.ts';

/**
 * Tries every order of the moving columns, each a neighbour exchange from the last
 * (plain changes; Steinhaus 1958, Johnson 1963, Trotter 1962), and gives back the one with the least bound.
 */
export function everyOrder(halves: Halves): Order {
  let least = halves.bound;
  let best = halves.orders.map((column) => column.slice());

  function visit(depth: number): void {
    const c = halves.moving[depth];
    if (c === undefined) {
      if (halves.bound >= least) return;
      least = halves.bound;
      best = halves.orders.map((column) => column.slice());
      return;
    }
    const column = halves.orders[c]!;
    const names = column.slice();
    const n = names.length;
    const at = Int32Array.from(names, (_, i) => i);
    const way = new Int8Array(n).fill(-1);
    visit(depth + 1);
    for (let k = n - 1; k > 0;) {
      const next = at[k]! + way[k]!;
      if (next < 0 || next >= n || names.indexOf(column[next]!) > k) {
        way[k] = -way[k]!;
        k--;
        continue;
      }
      const other = names.indexOf(column[next]!);
      halves.swap(c, Math.min(next, at[k]!));
      at[other] = at[k]!;
      at[k] = next;
      visit(depth + 1);
      k = n - 1;
    }
  }

  visit(0);
  return best;
}
