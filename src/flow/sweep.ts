import { firstOrder, sortWithin, type Bounds } from './bounds.ts';
import { countCrossings } from './crossings.ts';
import type { Order, Places } from './places.ts';

/** Which neighbours a place is drawn to: those before it, those after it, or both. */
type Sides = { before: boolean; after: boolean };

/** Where the middle of each place lies when a column is stacked in units of flow around 0. */
function stack(places: Places, column: Int32Array, middle: Float64Array): void {
  let top = 0;
  for (const p of column) {
    middle[p] = top + places.value[p]! / 2;
    top += places.value[p]!;
  }
  for (const p of column) middle[p]! -= top / 2;
}

/** The weighted mean of the middles of a place's neighbours; where it has none, its own middle. */
function barycentre(places: Places, p: number, middle: Float64Array, { before, after }: Sides): number {
  let sum = 0;
  let weight = 0;
  const { into, out } = places;
  if (before) {
    for (let k = into.start[p]!; k < into.start[p + 1]!; k++) {
      sum += middle[into.far[k]!]! * into.weight[k]!;
      weight += into.weight[k]!;
    }
  }
  if (after) {
    for (let k = out.start[p]!; k < out.start[p + 1]!; k++) {
      sum += middle[out.far[k]!]! * out.weight[k]!;
      weight += out.weight[k]!;
    }
  }
  return weight > 0 ? sum / weight : middle[p]!;
}

/**
 * Barycentre sweeps (Sugiyama, Tagawa & Toda 1981) in flow space: positions are cumulated flow, not ranks.
 * One-sided rounds first, two-sided ones after; the best order met is given back. O(rounds · links · log places).
 */
export function sweep(places: Places, bounds: Bounds, oneSided: number, twoSided: number): Order {
  const order = firstOrder(places, bounds);
  const middle = new Float64Array(places.count);
  const key = new Float64Array(places.count);
  for (const column of order) stack(places, column, middle);
  let best = order.map((column) => column.slice());
  let least = countCrossings(places, order);

  function pass(c: number, sides: Sides): void {
    const column = order[c]!;
    for (const p of column) key[p] = barycentre(places, p, middle, sides);
    sortWithin(column, key, bounds);
    stack(places, column, middle);
  }

  for (let round = 0; round < oneSided + twoSided && least > 0; round++) {
    const both = round >= oneSided;
    for (let c = 0; c < order.length; c++) pass(c, { before: true, after: both });
    for (let c = order.length - 1; c >= 0; c--) pass(c, { before: both, after: true });
    const crossings = countCrossings(places, order);
    if (crossings >= least) continue;
    least = crossings;
    best = order.map((column) => column.slice());
  }
  return best;
}
