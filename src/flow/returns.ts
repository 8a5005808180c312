import { nested, type Fit } from './fit.ts';
import type { CleanFlow } from './graph.ts';
import type { Places } from './places.ts';
import type { Side } from './web.ts';
import type { Return } from './ribbon.ts';

/**
 * The way of each flow that returns, in px. Lanes lie below all sites, the shortest way uppermost; at a site they
 * leave and enter below the flows that go on, and bends nest as their lanes do.
 */
export function returnsOf(
  places: Places,
  returns: readonly CleanFlow[],
  top: Float64Array,
  fit: Fit
): Map<CleanFlow, Return> {
  const ways = new Map<CleanFlow, Return>();
  if (returns.length === 0) return ways;
  const { scale, bend, siteWidth, x } = fit;
  const { column, into, out } = places;
  const span = (flow: CleanFlow): number => column[flow.from]! - column[flow.to]!;
  const lanes = [...returns].sort((a, b) => span(a) - span(b) || top[b.from]! - top[a.from]!);
  const outside = new Float64Array(places.columns).fill(bend);
  const inside = new Float64Array(places.columns).fill(bend);
  let lane = fit.bottom + 2 * bend;
  for (const flow of lanes) {
    const width = flow.value * scale;
    const [c, d] = [column[flow.from]!, column[flow.to]!];
    const source = { sourceX: x[c]! + siteWidth, sourceY: 0, sourceBend: outside[c]! };
    ways.set(flow, { ...source, targetX: x[d]!, targetY: 0, targetBend: inside[d]!, lane });
    outside[c]! += width + nested * bend;
    inside[d]! += width + nested * bend;
    lane += width + nested * bend;
  }
  // From the outermost inwards, so that at each site the innermost return leaves lowest.
  const leaves = sums(places.sites, out);
  const enters = sums(places.sites, into);
  for (const flow of lanes.reverse()) {
    const way = ways.get(flow);
    if (way === undefined) continue;
    way.sourceY = top[flow.from]! + leaves[flow.from]! * scale;
    way.targetY = top[flow.to]! + enters[flow.to]! * scale;
    leaves[flow.from]! += flow.value;
    enters[flow.to]! += flow.value;
  }
  return ways;
}

/** What passes through the links of each site on one side, in units of flow. */
function sums(sites: number, { start, weight }: Side): Float64Array {
  return Float64Array.from({ length: sites }, (_, p) =>
    weight.subarray(start[p]!, start[p + 1]!).reduce((sum, w) => sum + w, 0)
  );
}
