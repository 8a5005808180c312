import { positionsOf, type Order, type Places } from './places.ts';

/**
 * Weighted crossings of an order: over every gap between neighbouring columns, the sum of w₁·w₂ over pairs of
 * links that cross, in the square of the graph's unit. With an accumulator tree
 * (Barth, Jünger & Mutzel 2002, "Simple and efficient bilayer cross counting"), O(links · log places).
 */
export function countCrossings(places: Places, order: Order): number {
  const position = positionsOf(places, order);
  let longest = 0;
  for (const column of order) longest = Math.max(longest, column.length);
  const tree = new Float64Array(longest + 1);
  let total = 0;
  for (let c = 0; c + 1 < order.length; c++) {
    total += countGap(places, order[c]!, order[c + 1]!.length, position, tree);
  }
  return total;
}

/** The weighted crossings of one gap. From below upwards, so that the tree answers "what ends above this". */
function countGap(
  { outStart, outTo, outWeight }: Places,
  left: Int32Array,
  size: number,
  position: Int32Array,
  tree: Float64Array
): number {
  let total = 0;
  tree.fill(0, 0, size + 1);
  for (let i = left.length - 1; i >= 0; i--) {
    const begin = outStart[left[i]!]!;
    const end = outStart[left[i]! + 1]!;
    for (let link = begin; link < end; link++) {
      let above = 0;
      for (let k = position[outTo[link]!]!; k > 0; k -= k & -k) above += tree[k]!;
      total += above * outWeight[link]!;
    }
    for (let link = begin; link < end; link++) {
      const weight = outWeight[link]!;
      for (let k = position[outTo[link]!]! + 1; k <= size; k += k & -k) tree[k]! += weight;
    }
  }
  return total;
}
