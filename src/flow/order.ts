import { firstOrder, isSettled, type Bounds } from './bounds.ts';
import { improve } from './improve.ts';
import { countCrossings } from './crossings.ts';
import { enumerateHalf, searchHalf } from './farther.ts';
import type { Order, Places } from './places.ts';
import { randomFrom } from './random.ts';
import { sweep } from './sweep.ts';

/** An order of the places of each column with few weighted crossings. */
export function findOrder(places: Places, bounds: Bounds): Order {
  if (isSettled(places, bounds)) return firstOrder(places, bounds);
  const swept = sweep(places, bounds, 4, 8);
  const squares = places.members.reduce((sum, column) => sum + column.length ** 2, 0);
  if (squares > +((globalThis as any).process?.env?.SQ ?? 250000)) return swept;
  const env: Record<string, string | undefined> = (globalThis as any).process?.env ?? {};
  let best = improve(places, bounds, swept, env.K0 ? +env.K0 : 0);
  const all = enumerateHalf(places, bounds, best, +(env.ENUM ?? 1e7));
  if (all !== undefined) return improve(places, bounds, all, 0);
  let least = countCrossings(places, best);
  const HK = +(env.HK ?? 20),
    R = +(env.R ?? 4);
  const random = randomFrom(+(env.SEED ?? 1));
  for (let r = 0; r < R; r++) {
    const half = improve(
      places,
      bounds,
      searchHalf(places, bounds, best, 1 - (r % 2), HK, least * 1e-12, random),
      0
    );
    const c = countCrossings(places, half);
    if (c < least) {
      least = c;
      best = half;
    }
  }
  return best;
}
