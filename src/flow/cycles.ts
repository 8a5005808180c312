import { components } from './components.ts';
import type { CleanFlow } from './graph.ts';

/** Up to this many sites of one strongly connected core the least feedback weight is found exactly. */
export const exactUpTo = 13;

/** weight[u * n + v]: how much flows from u to v within a core of n sites. */
type Core = { n: number; weight: Float64Array };

/**
 * The order of a core's sites in which least weight points backwards, by dynamic programming over the sets of
 * sites that stand first (Held & Karp 1962, used for feedback arcs by Lawler 1964). O(2ⁿ n²).
 */
function exactOrder({ n, weight }: Core): number[] {
  const cost = new Float64Array(1 << n).fill(Infinity);
  const last = new Int8Array(1 << n);
  cost[0] = 0;
  for (let set = 0; set < 1 << n; set++) {
    for (let v = 0; v < n; v++) {
      if ((set >> v) & 1) continue;
      let total = cost[set]!;
      for (let u = 0; u < n; u++) if ((set >> u) & 1) total += weight[v * n + u]!;
      const larger = set | (1 << v);
      if (total < cost[larger]!) {
        cost[larger] = total;
        last[larger] = v;
      }
    }
  }
  const order: number[] = [];
  for (let set = (1 << n) - 1; set !== 0; set &= ~(1 << order[0]!)) order.unshift(last[set]!);
  return order;
}

/** A first order: next always the site with the greatest surplus of what leaves over what enters. O(n²). */
function greedyOrder({ n, weight }: Core): number[] {
  const surplus = new Float64Array(n);
  for (let u = 0; u < n; u++)
    for (let v = 0; v < n; v++) surplus[u]! += weight[u * n + v]! - weight[v * n + u]!;
  const rest = Array.from({ length: n }, (_, u) => u);
  const order: number[] = [];
  while (rest.length > 0) {
    let best = 0;
    for (let i = 1; i < rest.length; i++) if (surplus[rest[i]!]! > surplus[rest[best]!]!) best = i;
    const [u] = rest.splice(best, 1);
    order.push(u!);
    for (const v of rest) surplus[v]! += weight[u! * n + v]! - weight[v * n + u!]!;
  }
  return order;
}

/** Moves one site at a time to where least weight points backwards, until no such move helps. */
function descend({ n, weight }: Core, order: number[]): void {
  const tiny = 1e-12 * weight.reduce((sum, w) => sum + w, 0);
  for (let helped = true; helped;) {
    helped = false;
    for (let i = 0; i < n; i++) {
      const u = order[i]!;
      let best = -tiny;
      let goal = i;
      for (let j = i - 1, change = 0; j >= 0; j--) {
        change += weight[order[j]! * n + u]! - weight[u * n + order[j]!]!;
        if (change < best) [best, goal] = [change, j];
      }
      for (let j = i + 1, change = 0; j < n; j++) {
        change += weight[u * n + order[j]!]! - weight[order[j]! * n + u]!;
        if (change < best) [best, goal] = [change, j];
      }
      if (goal === i) continue;
      order.splice(i, 1);
      order.splice(goal, 0, u);
      helped = true;
    }
  }
}

/** Beyond this many sites a core has no matrix; it keeps the order in which a walk along its flows found them. */
const matrixUpTo = 1500;

function orderOf(members: readonly number[], flows: readonly CleanFlow[], place: Int32Array): number[] {
  const n = members.length;
  if (n > matrixUpTo) return members.map((_, i) => i);
  const core: Core = { n, weight: new Float64Array(n * n) };
  for (const { from, to, value } of flows) core.weight[place[from]! * n + place[to]!]! += value;
  if (n <= exactUpTo) return exactOrder(core);
  const order = greedyOrder(core);
  descend(core, order);
  return order;
}

/**
 * Which flows to turn back so that no cycle is left, with as little weight turned back as possible: exactly for
 * cores of up to 13 sites, else by greed and insertion descent. Only strongly connected cores are looked at.
 */
export function turnedBack(count: number, flows: readonly CleanFlow[]): Set<CleanFlow> {
  const back = new Set<CleanFlow>();
  const core = new Int32Array(count).fill(-1);
  const cores = components(count, flows).filter((members) => members.length > 1);
  cores.forEach((members, c) => members.forEach((site) => (core[site] = c)));
  const inside: CleanFlow[][] = cores.map(() => []);
  for (const flow of flows) if (core[flow.from]! === core[flow.to]!) inside[core[flow.from]!]?.push(flow);
  const place = new Int32Array(count);
  cores.forEach((members, c) => {
    members.forEach((site, i) => (place[site] = i));
    const order = orderOf(members, inside[c]!, place);
    order.forEach((i, rank) => (place[members[i]!] = rank));
    for (const flow of inside[c]!) if (place[flow.from]! > place[flow.to]!) back.add(flow);
  });
  return back;
}
