import { positionsOf, type Order, type Web } from './web.ts';

/**
 * Weighted crossings of an order: over every gap between neighbouring columns, the sum of w₁·w₂ over pairs of
 * links that cross, in the square of the graph's unit. With an accumulator tree
 * (Barth, Jünger & Mutzel 2002, "Simple and efficient bilayer cross counting"), O(links · log places).
 */
export function countCrossings(places: Web, order: Order): number {
  const position = positionsOf(places, order);
  const longest = order.reduce((most, column) => Math.max(most, column.length), 0);
  const tree = new Float64Array(longest + 1);
  let total = 0;
  for (let c = 0; c + 1 < order.length; c++) {
    total += countGap(places, order[c]!, order[c + 1]!.length, position, tree);
  }
  return total;
}

/** The weighted crossings of one gap. From below upwards, so that the tree answers what ends above a place. */
function countGap(
  { out }: Web,
  left: Int32Array,
  size: number,
  position: Int32Array,
  tree: Float64Array
): number {
  const { start, far, weight } = out;
  let total = 0;
  tree.fill(0, 0, size + 1);
  for (let i = left.length - 1; i >= 0; i--) {
    const begin = start[left[i]!]!;
    const end = start[left[i]! + 1]!;
    for (let k = begin; k < end; k++) {
      let above = 0;
      for (let node = position[far[k]!]!; node > 0; node -= node & -node) above += tree[node]!;
      total += above * weight[k]!;
    }
    for (let k = begin; k < end; k++) {
      const w = weight[k]!;
      for (let node = position[far[k]!]! + 1; node <= size; node += node & -node) tree[node]! += w;
    }
  }
  return total;
}
