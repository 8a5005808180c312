import type { Bounds } from './bounds.ts';
import { fillMatrix, forbidden } from './matrix.ts';
import { positionsOf, type Order, type Web } from './web.ts';

/** Moves the place at index `from` of a column to index `to`. */
function move(column: Int32Array, from: number, to: number): void {
  const u = column[from]!;
  if (to < from) column.copyWithin(to + 1, to, from);
  else column.copyWithin(from, from + 1, to + 1);
  column[to] = u;
}

/**
 * Moves one place at a time to where it crosses least, until no place of the column has a better one. `column` counts
 * the column's members; says whether anything moved. Gains below `tiny` are rounding. O(rounds · places²).
 */
function insertAll(column: Int32Array, gain: Float64Array, tiny: number): boolean {
  const n = column.length;
  let moved = false;
  for (let stale = 0, i = 0; stale < n; i = i + 1 === n ? 0 : i + 1) {
    const row = column[i]! * n;
    let best = -tiny;
    let goal = i;
    for (let j = i - 1, change = 0; j >= 0; j--) {
      change += gain[row + column[j]!]!;
      if (change >= forbidden / 2) break;
      if (change < best) [best, goal] = [change, j];
    }
    for (let j = i + 1, change = 0; j < n; j++) {
      change -= gain[row + column[j]!]!;
      if (change >= forbidden / 2) break;
      if (change < best) [best, goal] = [change, j];
    }
    stale++;
    if (goal === i) continue;
    move(column, i, goal);
    moved = true;
    stale = 0;
  }
  return moved;
}

/**
 * Insertion moves on the exact crossing matrices of the columns, one after another, until none helps anywhere. The
 * order is taken to its nearest local optimum in place. For columns of up to a few hundred places.
 */
export function descend(places: Web, bounds: Bounds, order: Order, tiny: number): void {
  const position = positionsOf(places, order);
  const index = new Int32Array(places.count);
  for (const members of places.members) members.forEach((p, i) => (index[p] = i));
  const longest = order.reduce((most, column) => Math.max(most, column.length), 0);
  const room = { above: new Float64Array(longest ** 2), below: new Float64Array(longest + 1) };
  const gain = new Float64Array(longest ** 2);
  const open = new Uint8Array(order.length).fill(1);
  for (let c = open.indexOf(1); c >= 0; c = open.indexOf(1)) {
    open[c] = 0;
    const column = order[c]!;
    const members = places.members[c]!;
    fillMatrix(places, c, position, bounds, room, gain);
    const inside = column.map((p) => index[p]!);
    if (!insertAll(inside, gain, tiny)) continue;
    inside.forEach((u, i) => {
      column[i] = members[u]!;
      position[members[u]!] = i;
    });
    if (c > 0) open[c - 1] = 1;
    if (c + 1 < open.length) open[c + 1] = 1;
  }
}
