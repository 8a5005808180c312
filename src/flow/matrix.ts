import { mustBeAbove, type Bounds } from './bounds.ts';
import type { Side, Web } from './web.ts';

/** A move that the bounds forbid costs more than any crossings can. */
export const forbidden = 1e300;

/** Memory to fill one matrix after another. */
export type Room = { above: Float64Array; below: Float64Array };

/**
 * Adds to above[u·n + v] what the links of places u and v on one side cross if u stands above v: for every link of v
 * the weight of u's links that end below it. `across` is the size of the column on that side.
 */
function addSide(
  members: Int32Array,
  { above, below }: Room,
  { start, far, weight }: Side,
  position: Int32Array,
  across: number
): void {
  const n = members.length;
  for (let u = 0; u < n; u++) {
    const first = start[members[u]!]!;
    const last = start[members[u]! + 1]!;
    if (first === last) continue;
    below.fill(0, 0, across);
    for (let k = first; k < last; k++) below[position[far[k]!]!]! += weight[k]!;
    for (let i = across - 1, sum = 0; i >= 0; i--) {
      const here = below[i]!;
      below[i] = sum;
      sum += here;
    }
    for (let v = 0; v < n; v++) {
      if (v === u) continue;
      const end = start[members[v]! + 1]!;
      let cost = 0;
      for (let k = start[members[v]!]!; k < end; k++) cost += weight[k]! * below[position[far[k]!]!]!;
      above[u * n + v]! += cost;
    }
  }
}

/**
 * Fills gain[u·n + v] with what it costs to have u above v rather than v above u: the exact crossing matrix of a column
 * for the order its neighbours have now (Jünger & Mutzel 1997, "2-layer straightline crossing minimization"). u and v
 * count the column's members.
 */
export function fillMatrix(
  places: Web,
  c: number,
  position: Int32Array,
  bounds: Bounds,
  room: Room,
  gain: Float64Array
): void {
  const members = places.members[c]!;
  const n = members.length;
  const { above } = room;
  above.fill(0, 0, n * n);
  addSide(members, room, places.into, position, places.members[c - 1]?.length ?? 0);
  addSide(members, room, places.out, position, places.members[c + 1]?.length ?? 0);
  for (let u = 0; u < n; u++) {
    gain[u * n + u] = 0;
    for (let v = 0; v < u; v++) {
      const must = mustBeAbove(bounds, members[u]!, members[v]!);
      const cost = above[u * n + v]! - above[v * n + u]!;
      gain[u * n + v] = must < 0 ? -forbidden : must > 0 ? forbidden : cost;
      gain[v * n + u] = -gain[u * n + v]!;
    }
  }
}
