import { firstOrder, isSettled, type Bounds } from './bounds.ts';
import { countCrossings } from './crossings.ts';
import { descend } from './descend.ts';
import { tryAll } from './enumerate.ts';
import { searchHalf } from './farther.ts';
import type { Order, Places } from './places.ts';
import { randomFrom } from './random.ts';
import { sweep } from './sweep.ts';

const env: Record<string, string | undefined> = (globalThis as any).process?.env ?? {};
/** Beyond this many pairs of places that share a column, crossing matrices take longer than they are worth. */
const mostPairs = +(env.SQ ?? 120_000);
/** Beyond this many pairs of links that share a gap, a search over half of the columns does. */
const mostLinkPairs = +(env.LP ?? 400_000);
/** A search may look at this many pairs of links; about 30 ms. */
const mostSteps = +(env.STEPS ?? 15e6);
/** Changes smaller than this share of all crossings are rounding. */
const rounding = 1e-12;

/** An order of the places of each column with few weighted crossings: the fewest of all where that can be found out. */
export function findOrder(places: Places, bounds: Bounds): Order {
  if (isSettled(places, bounds)) return firstOrder(places, bounds);
  const order = sweep(places, bounds, 4, 8);
  if (places.members.reduce((sum, { length }) => sum + length ** 2, 0) > mostPairs) return order;
  const tiny = countCrossings(places, order) * rounding;
  descend(places, bounds, order, tiny);
  const links = new Float64Array(places.columns);
  for (const from of places.links.from) links[places.column[from]!]!++;
  if (links.reduce((sum, n) => sum + n ** 2, 0) > mostLinkPairs) return order;
  const best = tryAll(places, bounds, order);
  if (best === undefined) return search(places, bounds, order, tiny);
  descend(places, bounds, best, tiny);
  return best;
}

/** Searches over one half of the columns and the other by turns, as long as it may. */
function search(places: Places, bounds: Bounds, start: Order, tiny: number): Order {
  const random = randomFrom(+(env.SEED ?? 1));
  let best = start;
  let least = countCrossings(places, start);
  let steps = 0;
  for (let parity = 1; steps < mostSteps && least > tiny; parity = 1 - parity) {
    const found = searchHalf(places, bounds, best, parity, tiny, random);
    steps += found.steps + 1 + 1000;
    descend(places, bounds, found.order, tiny);
    const crossings = countCrossings(places, found.order);
    if (crossings >= least - tiny) continue;
    best = found.order;
    least = crossings;
  }
  return best;
}
