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
  if (before) {
    for (let link = places.inStart[p]!; link < places.inStart[p + 1]!; link++) {
      sum += middle[places.inFrom[link]!]! * places.inWeight[link]!;
      weight += places.inWeight[link]!;
    }
  }
  if (after) {
    for (let link = places.outStart[p]!; link < places.outStart[p + 1]!; link++) {
      sum += middle[places.outTo[link]!]! * places.outWeight[link]!;
      weight += places.outWeight[link]!;
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
