import type { CleanFlow, CleanSite } from './graph.ts';
import { weave, type Links, type Web } from './web.ts';

/**
 * The web of a graph: its sites come first, then one virtual place for each column that a flow passes. Flows that lead
 * back, or stay in their column, have no links.
 */
export type Places = Web & {
  sites: number;
  /** The flow that passes a virtual place; -1 for sites. */
  passes: Int32Array;
  /** The first of each flow's links, which follow one another along its way; one more at the end. */
  firstLink: Int32Array;
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
  let virtual = 0;
  for (const flow of flows) virtual += passesOf(flow, columnOfSite);
  const count = sites.length + virtual;
  const column = new Int32Array(count);
  const passes = new Int32Array(count).fill(-1);
  const value = new Float64Array(count);
  column.set(columnOfSite);
  const { from, to, weight } = linksOf(flows.length + virtual);
  const firstLink = new Int32Array(flows.length + 1);
  let link = 0;
  let place = sites.length;
  for (let f = 0; f < flows.length; f++) {
    const flow = flows[f]!;
    const carried = flow.value;
    firstLink[f] = link;
    const goal = column[flow.to]!;
    let here = flow.from;
    for (let c = column[flow.from]! + 1; c <= goal; c++) {
      const next = c === goal ? flow.to : place++;
      if (c < goal) {
        column[next] = c;
        passes[next] = f;
        value[next] = carried;
      }
      from[link] = here;
      to[link] = next;
      weight[link++] = carried;
      here = next;
    }
  }
  firstLink[flows.length] = link;
  const used: Links = {
    from: from.subarray(0, link),
    to: to.subarray(0, link),
    weight: weight.subarray(0, link)
  };
  addSiteValues(value, sites.length, flows);
  const rank = new Uint8Array(count);
  for (let p = 0; p < sites.length; p++) if (sites[p]!.apart) rank[p] = 1;
  return { ...weave(columns, column, value, rank, used), sites: sites.length, passes, firstLink };
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
