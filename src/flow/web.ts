/** The order of the places in each column, from top to bottom. */
export type Order = Int32Array[];

/** Links between places: their ends and weights, by their number. */
export type Links = { from: Int32Array; to: Int32Array; weight: Float64Array };

/** The links on one side of every place: those of place p are `link[i]` for i from `start[p]` to `start[p + 1]`. */
export type Side = { start: Int32Array; link: Int32Array; far: Int32Array; weight: Float64Array };

/** Places in columns, and links that each join two neighbouring columns: all that an order has to know. */
export type Web = {
  count: number;
  columns: number;
  column: Int32Array;
  /** The larger of what enters and what leaves a place, in the graph's unit; flows that return are counted. */
  value: Float64Array;
  /** Places of a greater rank stand below those of a smaller one in their column. */
  rank: Uint8Array;
  links: Links;
  into: Side;
  out: Side;
  /** The places of each column, in the order of input. */
  members: Int32Array[];
};

/** Joins places by their links. Links of one place stay in the order of their numbers. */
export function weave(
  columns: number,
  column: Int32Array,
  value: Float64Array,
  rank: Uint8Array,
  links: Links
): Web {
  const count = column.length;
  return {
    count,
    columns,
    column,
    value,
    rank,
    links,
    into: sideOf(count, links.to, links.from, links.weight),
    out: sideOf(count, links.from, links.to, links.weight),
    members: group(column, columns)
  };
}

/** Counting sort of links by their near end. */
function sideOf(count: number, near: Int32Array, far: Int32Array, weight: Float64Array): Side {
  const start = new Int32Array(count + 1);
  for (let i = 0; i < near.length; i++) start[near[i]! + 1]!++;
  for (let p = 0; p < count; p++) start[p + 1]! += start[p]!;
  const cursor = start.slice();
  const n = near.length;
  const side = { start, link: new Int32Array(n), far: new Int32Array(n), weight: new Float64Array(n) };
  for (let i = 0; i < n; i++) {
    const at = cursor[near[i]!]!++;
    side.link[at] = i;
    side.far[at] = far[i]!;
    side.weight[at] = weight[i]!;
  }
  return side;
}

function group(column: Int32Array, columns: number): Int32Array[] {
  const size = new Int32Array(columns);
  for (const c of column) size[c]!++;
  const members = Array.from(size, (n) => new Int32Array(n));
  size.fill(0);
  for (let p = 0; p < column.length; p++) {
    const c = column[p]!;
    members[c]![size[c]!++] = p;
  }
  return members;
}

/** The position of every place in its column, counted from 0 at the top. */
export function positionsOf(places: Web, order: Order): Int32Array {
  const position = new Int32Array(places.count);
  for (const column of order) for (let i = 0; i < column.length; i++) position[column[i]!] = i;
  return position;
}

/** The sum of weight · where the far end lies over a place's links on one side. */
export function pull({ start, far, weight }: Side, p: number, at: Float64Array): number {
  const end = start[p + 1]!;
  let sum = 0;
  for (let k = start[p]!; k < end; k++) sum += weight[k]! * at[far[k]!]!;
  return sum;
}
