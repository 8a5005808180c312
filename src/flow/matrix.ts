import { mustBeAbove, type Bounds } from './bounds.ts';
import type { Places, Side } from './places.ts';

/** A move that the bounds forbid costs more than any crossing can. */
export const forbidden = 1e300;

/** Room to fill one matrix after another without asking for memory. */
export type Scratch = { above: Float64Array; sums: Float64Array };

/** Scratch for columns of up to `longest` places. */
export function scratchFor(longest: number): Scratch {
  return { above: new Float64Array(longest * longest), sums: new Float64Array(longest + 1) };
}

/**
 * Adds to above[u·n + v] what the links of places u and v on one side cross if u stands above v: for every link of
 * v the weight of u's links that end below it.
 */
function addSide(
  members: Int32Array,
  { above, sums }: Scratch,
  { start, far, weight }: Side,
  position: Int32Array,
  across: number
): void {
  const n = members.length;
  for (let u = 0; u < n; u++) {
    const first = start[members[u]!]!;
    const last = start[members[u]! + 1]!;
    if (first === last) continue;
    sums.fill(0, 0, across + 1);
    for (let k = first; k < last; k++) sums[position[far[k]!]!]! += weight[k]!;
    // sums[i] becomes the weight that ends below position i.
    for (let i = across - 1, below = 0; i >= 0; i--) {
      const here = sums[i]!;
      sums[i] = below;
      below += here;
    }
    for (let v = 0; v < n; v++) {
      if (v === u) continue;
      const end = start[members[v]! + 1]!;
      let cost = 0;
      for (let k = start[members[v]!]!; k < end; k++) cost += weight[k]! * sums[position[far[k]!]!]!;
      above[u * n + v]! += cost;
    }
  }
}

/**
 * Fills gain[u·n + v] with what it costs to have u above v rather than v above u (the exact crossing matrix of a
 * column, its neighbours' order given; Jünger & Mutzel 1997). u and v count the column's members.
 */
export function fillMatrix(
  places: Places,
  c: number,
  position: Int32Array,
  bounds: Bounds,
  scratch: Scratch,
  gain: Float64Array
): void {
  const members = places.members[c]!;
  const n = members.length;
  const { above } = scratch;
  above.fill(0, 0, n * n);
  const before = places.members[c - 1]?.length ?? 0;
  const after = places.members[c + 1]?.length ?? 0;
  if (before > 0) addSide(members, scratch, places.into, position, before);
  if (after > 0) addSide(members, scratch, places.out, position, after);
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
