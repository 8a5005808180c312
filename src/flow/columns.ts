import { turnedBack } from './cycles.ts';
import type { CleanFlow, CleanSite } from './graph.ts';

/** The column of every site, and how many columns the picture has, empty ones included. */
export type Columns = { of: Int32Array; count: number };

/** Lengthens the paths of sites without a stage from each site that is ready to those it flows to. */
function longestPaths(sites: readonly CleanSite[], flows: readonly CleanFlow[], of: Int32Array): void {
  const free = (site: number): boolean => sites[site]!.stage < 0;
  const next: number[][] = sites.map(() => []);
  const waits = new Int32Array(sites.length);
  for (const { from, to } of flows) {
    if (!free(to)) continue;
    if (!free(from)) of[to] = Math.max(of[to]!, of[from]! + 1);
    else {
      next[from]!.push(to);
      waits[to]!++;
    }
  }
  const ready = sites.map((_, i) => i).filter((i) => free(i) && waits[i] === 0);
  for (const site of ready) {
    for (const to of next[site]!) {
      of[to] = Math.max(of[to]!, of[site]! + 1);
      if (--waits[to]! === 0) ready.push(to);
    }
  }
}

/**
 * A site's column is its stage where the data give one, else the longest path from a source, cycles turned back;
 * a site without a stage and without outgoing flows goes to the last column. Unlinked sites hold their stage's
 * column open, so that a filter never moves the others.
 */
export function columnsOf(sites: readonly CleanSite[], flows: readonly CleanFlow[]): Columns {
  const of = Int32Array.from(sites, (site) => Math.max(0, site.stage));
  const between = flows.filter(({ from, to }) => sites[from]!.stage < 0 && sites[to]!.stage < 0);
  const back = turnedBack(sites.length, between);
  longestPaths(sites, back.size === 0 ? flows : flows.filter((flow) => !back.has(flow)), of);
  let last = 0;
  for (const column of of) last = Math.max(last, column);
  const gives = new Uint8Array(sites.length);
  for (const flow of flows) gives[flow.from] = 1;
  sites.forEach((site, i) => {
    if (site.stage < 0 && gives[i] === 0) of[i] = last;
  });
  return { of, count: sites.length === 0 ? 0 : last + 1 };
}
