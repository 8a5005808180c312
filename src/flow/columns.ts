import { turnedBack } from './cycles.ts';
import type { CleanFlow, CleanSite, Omitted } from './graph.ts';
import { passesOf } from './places.ts';

/** The column of every site, and how many columns the picture has, empty ones included. */
export type Columns = { of: Int32Array; count: number };

/**
 * Writes the longest path to each site without a stage from a site without inflow, or from a site's stage.
 * Says whether all were reached; sites behind a cycle are not. O(sites + flows).
 */
function longestPaths(sites: readonly CleanSite[], flows: readonly CleanFlow[], of: Int32Array): boolean {
  const n = sites.length;
  const start = new Int32Array(n + 1);
  const waits = new Int32Array(n);
  const free = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const { stage } = sites[i]!;
    of[i] = Math.max(0, stage);
    if (stage < 0) free[i] = 1;
  }
  for (const { from, to } of flows) {
    if (free[to] === 0) continue;
    if (free[from] === 0) of[to] = Math.max(of[to]!, of[from]! + 1);
    else {
      start[from + 1]!++;
      waits[to]!++;
    }
  }
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const cursor = start.slice();
  const next = new Int32Array(start[n]!);
  for (const { from, to } of flows) if (free[from] === 1 && free[to] === 1) next[cursor[from]!++] = to;
  const ready: number[] = [];
  for (let i = 0; i < n; i++) if (free[i] === 1 && waits[i] === 0) ready.push(i);
  for (const site of ready) {
    for (let k = start[site]!; k < start[site + 1]!; k++) {
      const to = next[k]!;
      of[to] = Math.max(of[to]!, of[site]! + 1);
      if (--waits[to]! === 0) ready.push(to);
    }
  }
  for (const open of waits) if (open !== 0) return false;
  return true;
}

/**
 * A site's column is its stage where the data give one, else the longest path from a source, cycles turned back;
 * a site without a stage and without outgoing flows goes to the last column. Unlinked sites hold their stage's
 * column open, so that a filter never moves the others.
 */
export function columnsOf(sites: readonly CleanSite[], flows: readonly CleanFlow[]): Columns {
  const of = new Int32Array(sites.length);
  if (!longestPaths(sites, flows, of)) {
    const between = flows.filter(({ from, to }) => sites[from]!.stage < 0 && sites[to]!.stage < 0);
    const back = turnedBack(sites.length, between);
    longestPaths(
      sites,
      flows.filter((flow) => !back.has(flow)),
      of
    );
  }
  let last = 0;
  for (const column of of) last = Math.max(last, column);
  const gives = new Uint8Array(sites.length);
  for (const flow of flows) gives[flow.from] = 1;
  sites.forEach((site, i) => {
    if (site.stage < 0 && gives[i] === 0) of[i] = last;
  });
  return { of, count: sites.length === 0 ? 0 : last + 1 };
}

/** A picture with more virtual places than this would take seconds; the longest flows are left out first. */
const mostPasses = 150_000;

/** Leaves out the longest flows where all flows together would pass more columns than can be laid out. */
export function dropTooLong(flows: CleanFlow[], column: Int32Array, omitted: Omitted[]): CleanFlow[] {
  let room = mostPasses;
  for (const flow of flows) room -= passesOf(flow, column);
  if (room >= 0) return flows;
  const longFirst = [...flows].sort((a, b) => passesOf(b, column) - passesOf(a, column));
  const dropped = new Set<CleanFlow>();
  for (const flow of longFirst) {
    if (room >= 0) break;
    room += passesOf(flow, column);
    dropped.add(flow);
    omitted.push({ id: flow.id, why: 'it passes more columns than the picture can find a way through' });
  }
  return flows.filter((flow) => !dropped.has(flow));
}
