import type { Answer } from './answer.ts';
import { components } from './components.ts';
import { exactUpTo, turnedBack } from './cycles.ts';
import type { CleanFlow } from './graph.ts';

/**
 * The order in which most weight of a column's pairs stands as it wants, from the top; what more it crosses than the
 * pairs' own wishes would (`excess`), and whether no order could have less.
 */
export type Agreement = { order: number[]; excess: number; exact: boolean };

/**
 * Lets the pairs of an answering column agree on one order: a wish is an arc from above to below, and where wishes run
 * in a circle, as little weight as possible is turned back (the linear ordering problem; Grötschel, Jünger & Reinelt
 * 1984, "A cutting plane algorithm for the linear ordering problem").
 */
export function agree({ size, gain, forced }: Answer): Agreement {
  const wishes: CleanFlow[] = [];
  for (let u = 0; u < size; u++) {
    for (let v = u + 1; v < size; v++) {
      const cost = gain[u * size + v]!;
      const force = forced?.[u * size + v] ?? 0;
      if (cost === 0 && force === 0) continue;
      const below = force === 0 ? cost > 0 : force < 0;
      wishes.push({ id: '', from: below ? v : u, to: below ? u : v, value: Math.abs(cost) });
    }
  }
  const back = turnedBack(size, wishes);
  let excess = 0;
  const waits = new Int32Array(size);
  const next: number[][] = Array.from({ length: size }, () => []);
  for (const wish of wishes) {
    if (back.has(wish)) {
      excess += wish.value;
      continue;
    }
    next[wish.from]!.push(wish.to);
    waits[wish.to]!++;
  }
  const order = [...waits.keys()].filter((u) => waits[u] === 0);
  for (const u of order) for (const v of next[u]!) if (--waits[v]! === 0) order.push(v);
  const exact = back.size === 0 || components(size, wishes).every((core) => core.length <= exactUpTo);
  return { order, excess, exact };
}
