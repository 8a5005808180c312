import type { CleanFlow, CleanSite, Omitted } from './graph.ts';

/** The order of the places in each column, from top to bottom. */
export type Order = Int32Array[];

/**
 * A graph in which every link joins neighbouring columns: sites come first, then one virtual place for each
 * column that a flow passes. Links out of a place are `links[outStart[p] .. outStart[p + 1]]`, into it likewise;
 * a link's number is `outLink[i]`, and its ends and weight stand beside it so that loops stay in one array.
 */
export type Places = {
  sites: number;
  count: number;
  columns: number;
  column: Int32Array;
  /** The larger of what enters and what leaves, in the graph's unit. */
  value: Float64Array;
  /** Places of a greater rank stand below those of a smaller one in their column. */
  rank: Uint8Array;
  /** The flow that passes a virtual place; -1 for sites. */
  passes: Int32Array;
  /** The places of each flow, from its source to its target; empty for flows that return. */
  route: Int32Array[];
  /** The first of each flow's links, which follow one another along its route. */
  firstLink: Int32Array;
  linkFrom: Int32Array;
  linkTo: Int32Array;
  linkWeight: Float64Array;
  outStart: Int32Array;
  outLink: Int32Array;
  outTo: Int32Array;
  outWeight: Float64Array;
  inStart: Int32Array;
  inLink: Int32Array;
  inFrom: Int32Array;
  inWeight: Float64Array;
  /** The places of each column, sites first, in the order of input. */
  members: Int32Array[];
};

/** A picture with more virtual places than this would take seconds; the longest flows are left out first. */
export const mostPasses = 150_000;

/** Leaves out the longest flows where all flows together would pass more columns than can be laid out. */
export function dropTooLong(flows: CleanFlow[], column: Int32Array, omitted: Omitted[]): CleanFlow[] {
  const passes = (flow: CleanFlow): number => Math.max(0, column[flow.to]! - column[flow.from]! - 1);
  const shortFirst = flows.map((_, i) => i).sort((a, b) => passes(flows[a]!) - passes(flows[b]!) || a - b);
  let room = mostPasses;
  const kept = new Uint8Array(flows.length);
  for (const i of shortFirst) {
    room -= passes(flows[i]!);
    if (room >= 0) kept[i] = 1;
    else
      omitted.push({
        id: flows[i]!.id,
        why: 'it passes more columns than the picture can find a way through'
      });
  }
  return room >= 0 ? flows : flows.filter((_, i) => kept[i] === 1);
}

/** Counting sort of links by one of their ends: where each place's links start, and their numbers in order. */
function groupBy(ends: readonly number[], count: number): { start: Int32Array; links: Int32Array } {
  const start = new Int32Array(count + 1);
  for (const end of ends) start[end + 1]!++;
  for (let p = 0; p < count; p++) start[p + 1]! += start[p]!;
  const cursor = start.slice();
  const links = new Int32Array(ends.length);
  ends.forEach((end, link) => (links[cursor[end]!++] = link));
  return { start, links };
}

/** Splits every flow into links between neighbouring columns. Flows that lead back or stay in a column have none. */
export function placesOf(
  sites: readonly CleanSite[],
  flows: readonly CleanFlow[],
  columnOfSite: Int32Array,
  columns: number
): Places {
  const column = Array.from(columnOfSite);
  const passes = sites.map(() => -1);
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  const firstLink = new Int32Array(flows.length);
  const route = flows.map((flow, f) => {
    firstLink[f] = from.length;
    const places: number[] = [flow.from];
    const goal = column[flow.to]!;
    if (goal <= column[flow.from]!) return new Int32Array(0);
    for (let c = column[flow.from]! + 1; c < goal; c++) {
      places.push(column.length);
      column.push(c);
      passes.push(f);
    }
    places.push(flow.to);
    for (let i = 1; i < places.length; i++) {
      from.push(places[i - 1]!);
      to.push(places[i]!);
      weight.push(flow.value);
    }
    return Int32Array.from(places);
  });
  const count = column.length;
  const out = groupBy(from, count);
  const into = groupBy(to, count);
  const byColumn: number[][] = Array.from({ length: columns }, () => []);
  column.forEach((c, p) => byColumn[c]?.push(p));
  const rank = new Uint8Array(count);
  sites.forEach((site, i) => (rank[i] = site.apart ? 1 : 0));
  return {
    sites: sites.length,
    count,
    columns,
    column: Int32Array.from(column),
    value: valuesOf(count, sites.length, flows, passes),
    rank,
    passes: Int32Array.from(passes),
    route,
    firstLink,
    linkFrom: Int32Array.from(from),
    linkTo: Int32Array.from(to),
    linkWeight: Float64Array.from(weight),
    outStart: out.start,
    outLink: out.links,
    outTo: Int32Array.from(out.links, (link) => to[link]!),
    outWeight: Float64Array.from(out.links, (link) => weight[link]!),
    inStart: into.start,
    inLink: into.links,
    inFrom: Int32Array.from(into.links, (link) => from[link]!),
    inWeight: Float64Array.from(into.links, (link) => weight[link]!),
    members: byColumn.map((members) => Int32Array.from(members))
  };
}

function valuesOf(count: number, sites: number, flows: readonly CleanFlow[], passes: number[]): Float64Array {
  const enters = new Float64Array(count);
  const leaves = new Float64Array(count);
  for (const { from, to, value } of flows) {
    leaves[from]! += value;
    enters[to]! += value;
  }
  for (let p = sites; p < count; p++) enters[p] = flows[passes[p]!]!.value;
  return enters.map((value, p) => Math.max(value, leaves[p]!));
}

/** The position of every place in its column, counted from 0 at the top. */
export function positionsOf(places: Places, order: Order): Int32Array {
  const position = new Int32Array(places.count);
  for (const column of order) column.forEach((p, i) => (position[p] = i));
  return position;
}
