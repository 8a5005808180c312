import { baselineOf, setting, type Baseline, type Network, type Shock } from './network.ts';
import type { Arrow } from './topology.ts';

// The other bound, and what both are asked with, so that a caller finds the model in one place.
export { bestCase } from './rerouting.ts';
export type { Network, Shock } from './network.ts';

/**
 * What is left if nobody adapts, by id and in the network's unit. `short` is the share of its baseline that a use
 * lacks; `piledUp` what arrives at a site and cannot be handled there.
 */
export type PassThrough = {
  flows: Record<string, number>;
  delivered: Record<string, number>;
  short: Record<string, number>;
  piledUp: Record<string, number>;
};

/**
 * Nobody adapts: in topological order each site passes on the lesser of what arrives and what it can handle, in
 * proportion to its baseline; what may not be shipped is lost, not offered again (proportional rationing, Pichler &
 * Farmer 2021, "Simultaneous supply and demand constraints in input-output networks"). With a priority, what a site
 * has for uses goes to those first, up to their baseline.
 */
export function passThrough(network: Network, shock: Shock): PassThrough {
  const base = baselineOf(network);
  const after = new Map<string, number>();
  const delivered: [string, number][] = [];
  const short: [string, number][] = [];
  const piledUp: [string, number][] = [];
  for (const site of base.upstreamFirst) {
    const id = base.ids[site]!;
    const throughput = base.throughput[site]!;
    const arrives =
      base.gives[site] === 1
        ? throughput
        : base.into[site]!.reduce((sum, flow) => sum + after.get(flow.id)!, 0);
    const handled = Math.min(arrives, setting(shock.capacity, id, 1, 1) * throughput);
    if (base.gives[site] === 0) piledUp.push([id, arrives - handled]);
    if (base.roles[site] === 'use') {
      delivered.push([id, handled]);
      short.push([id, throughput > 0 ? 1 - handled / throughput : 0]);
    }
    const filled = throughput > 0 ? handled / throughput : 0;
    for (const [flow, amount] of shareOut(base, site, filled, shock.priority ?? []))
      after.set(flow.id, amount * setting(shock.permission, flow.id, 1, 1));
  }
  return {
    flows: Object.fromEntries(base.flows.map(({ id }) => [id, after.get(id) ?? 0])),
    delivered: Object.fromEntries(delivered),
    short: Object.fromEntries(short),
    piledUp: Object.fromEntries(piledUp)
  };
}

/** What a site that is filled to a share of its baseline has for each of its flows. */
function shareOut(
  base: Baseline,
  site: number,
  filled: number,
  priority: readonly string[]
): [Arrow, number][] {
  const out = base.out[site]!;
  const rank = ({ to }: Arrow): number => (base.roles[to] === 'use' ? priority.indexOf(base.ids[to]!) : -1);
  const first = out.filter((flow) => rank(flow) >= 0);
  if (first.length === 0) return out.map((flow) => [flow, flow.value * filled]);
  const toUse = out.filter(({ to }) => base.roles[to] === 'use');
  let left = filled * toUse.reduce((sum, { value }) => sum + value, 0);
  const shares: [Arrow, number][] = [];
  for (const flow of first.sort((a, b) => rank(a) - rank(b))) {
    const amount = Math.min(flow.value, left);
    shares.push([flow, amount]);
    left -= amount;
  }
  const rest = toUse.filter((flow) => rank(flow) < 0);
  const wanted = rest.reduce((sum, { value }) => sum + value, 0);
  for (const flow of rest) shares.push([flow, Math.min(flow.value, (left * flow.value) / wanted)]);
  for (const flow of out) if (base.roles[flow.to] !== 'use') shares.push([flow, flow.value * filled]);
  return shares;
}
