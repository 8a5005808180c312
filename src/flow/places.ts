import type { CleanFlow, CleanSite } from './graph.ts';

/** The order of the places in each column, from top to bottom. */
export type Order = Int32Array[];

/** Links between places: their ends and weights, by their number. */
export type Links = { from: Int32Array; to: Int32Array; weight: Float64Array };

/** The links on one side of every place: those of place p are `link[i]` for i from `start[p]` to `start[p + 1]`. */
export type Side = { start: Int32Array; link: Int32Array; far: Int32Array; weight: Float64Array };

/**
 * A graph in which every link joins neighbouring columns: sites come first, then one virtual place for each
 * column that a flow passes. Flows that lead back, or stay in their column, have no links.
 */
export type Places = {
  sites: number;
  count: number;
  columns: number;
  column: Int32Array;
  /** The larger of what enters and what leaves, in the graph's unit; flows that return are counted. */
  value: Float64Array;
  /** Places of a greater rank stand below those of a smaller one in their column. */
  rank: Uint8Array;
  /** The flow that passes a virtual place; -1 for sites. */
  passes: Int32Array;
  /** The first of each flow's links, which follow one another along its way; one more at the end. */
  firstLink: Int32Array;
  links: Links;
  into: Side;
  out: Side;
  /** The places of each column, sites first, in the order of input. */
  members: Int32Array[];
};

/** How many columns a flow passes between those of its ends. */
export function passesOf(flow: CleanFlow, column: Int32Array): number {
  return Math.max(0, column[flow.to]! - column[flow.from]! - 1);
}

/** Splits every flow into links between neighbouring columns. */
export function placesOf(
  sites: readonly CleanSite[],
  flows: readonly CleanFlow[],
  columnOfSite: Int32Array,
  columns: number
): Places {
  const virtual = flows.reduce((sum, flow) => sum + passesOf(flow, columnOfSite), 0);
  const count = sites.length + virtual;
  const column = new Int32Array(count);
  const passes = new Int32Array(count).fill(-1);
  const value = new Float64Array(count);
  column.set(columnOfSite);
  const links = linksOf(flows.length + virtual);
  const firstLink = new Int32Array(flows.length + 1);
  let link = 0;
  let place = sites.length;
  flows.forEach((flow, f) => {
    firstLink[f] = link;
    const goal = column[flow.to]!;
    let here = flow.from;
    for (let c = column[flow.from]! + 1; c <= goal; c++) {
      const next = c === goal ? flow.to : place++;
      if (c < goal) {
        column[next] = c;
        passes[next] = f;
        value[next] = flow.value;
      }
      links.from[link] = here;
      links.to[link] = next;
      links.weight[link++] = flow.value;
      here = next;
    }
  });
  firstLink[flows.length] = link;
  const used: Links = {
    from: links.from.subarray(0, link),
    to: links.to.subarray(0, link),
    weight: links.weight.subarray(0, link)
  };
  addSiteValues(value, sites.length, flows);
  const rank = new Uint8Array(count);
  sites.forEach((site, p) => (rank[p] = site.apart ? 1 : 0));
  return {
    sites: sites.length,
    count,
    columns,
    column,
    value,
    rank,
    passes,
    firstLink,
    links: used,
    into: sideOf(count, used.to, used.from, used.weight),
    out: sideOf(count, used.from, used.to, used.weight),
    members: group(column, columns)
  };
}

function linksOf(most: number): Links {
  return { from: new Int32Array(most), to: new Int32Array(most), weight: new Float64Array(most) };
}

function addSiteValues(value: Float64Array, sites: number, flows: readonly CleanFlow[]): void {
  const leaves = new Float64Array(sites);
  for (const flow of flows) {
    leaves[flow.from]! += flow.value;
    value[flow.to]! += flow.value;
  }
  for (let p = 0; p < sites; p++) value[p] = Math.max(value[p]!, leaves[p]!);
}

/** Counting sort of links by their near end; links of one place stay in the order of their numbers. */
function sideOf(count: number, near: Int32Array, far: Int32Array, weight: Float64Array): Side {
  const start = new Int32Array(count + 1);
  for (let i = 0; i < near.length; i++) start[near[i]! + 1]!++;
  for (let p = 0; p < count; p++) start[p + 1]! += start[p]!;
  const cursor = start.slice();
  const side = { start, link: new Int32Array(near.length), far: far.slice(), weight: weight.slice() };
  for (let i = 0; i < near.length; i++) {
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
  column.forEach((c, p) => (members[c]![size[c]!++] = p));
  return members;
}

/** The position of every place in its column, counted from 0 at the top. */
export function positionsOf(places: Places, order: Order): Int32Array {
  const position = new Int32Array(places.count);
  for (const column of order) for (let i = 0; i < column.length; i++) position[column[i]!] = i;
  return position;
}
