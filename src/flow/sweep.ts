import { firstOrder, sortWithin, type Bounds } from './bounds.ts';
import { countCrossings } from './crossings.ts';
import { pull, type Order, type Side, type Web } from './web.ts';

/** How many rounds there are, how many of the first look to one side, how many of the last are counted; by their price. */
const rounds = { few: { oneSided: 2, all: 10, counted: 8 }, many: { oneSided: 1, all: 3, counted: 1 } };
const manyLinks = 3000;

/** Where the middle of each place lies when a column is stacked in units of flow around 0. */
function stack(column: Int32Array, value: Float64Array, middle: Float64Array): void {
  let top = 0;
  for (let i = 0; i < column.length; i++) top -= value[column[i]!]! / 2;
  for (let i = 0; i < column.length; i++) {
    const p = column[i]!;
    middle[p] = top + value[p]! / 2;
    top += value[p]!;
  }
}

/** The weight of all links of each place on one side. */
function loads({ start, weight }: Side, count: number): Float64Array {
  const load = new Float64Array(count);
  for (let p = 0; p < count; p++) {
    const end = start[p + 1]!;
    let sum = 0;
    for (let k = start[p]!; k < end; k++) sum += weight[k]!;
    load[p] = sum;
  }
  return load;
}

/**
 * Barycentre sweeps (Sugiyama, Tagawa & Toda 1981) in flow space: a place is drawn to the weighted mean of where its
 * neighbours lie, measured in cumulated flow instead of ranks. Rounds first look to one side, then to both; the best
 * order of the last is given back with its weighted crossings. O(rounds · links · log places).
 */
export function sweep(places: Web, bounds: Bounds): { order: Order; crossings: number } {
  const { into, out, value } = places;
  const order = firstOrder(places, bounds);
  const middle = new Float64Array(places.count);
  const key = new Float64Array(places.count);
  const loadBefore = loads(into, places.count);
  const loadAfter = loads(out, places.count);
  for (const column of order) stack(column, value, middle);

  function pass(c: number, before: boolean, after: boolean): void {
    const column = order[c]!;
    for (let i = 0; i < column.length; i++) {
      const p = column[i]!;
      const load = (before ? loadBefore[p]! : 0) + (after ? loadAfter[p]! : 0);
      const sum = (before ? pull(into, p, middle) : 0) + (after ? pull(out, p, middle) : 0);
      key[p] = load > 0 ? sum / load : middle[p]!;
    }
    sortWithin(column, key, bounds);
    stack(column, value, middle);
  }

  let best = order.map((column) => column.slice());
  let least = Infinity;
  const { oneSided, all, counted } = places.links.from.length > manyLinks ? rounds.many : rounds.few;
  for (let round = 0; round < all && least > 0; round++) {
    const both = round >= oneSided;
    for (let c = 0; c < order.length; c++) pass(c, true, both);
    for (let c = order.length - 1; c >= 0; c--) pass(c, both, true);
    if (!both || round < all - counted) continue;
    const crossings = countCrossings(places, order);
    if (crossings >= least) continue;
    least = crossings;
    best = order.map((column) => column.slice());
  }
  return { order: best, crossings: least };
}
