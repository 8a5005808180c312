import { turnedBack } from './cycles.ts';
import type { CleanFlow } from './graph.ts';

/** A flow between sites, each by its number. */
export type Arrow = CleanFlow;

/** A network read once: sites by number, upstream first, and the flows into and out of each. */
export type Topology = {
  ids: string[];
  index: ReadonlyMap<string, number>;
  flows: Arrow[];
  into: Arrow[][];
  out: Arrow[][];
  upstreamFirst: number[];
};

/**
 * Reads a network in linear time. Flows without a positive, finite value, to unknown sites or to their own site are
 * left out; so are those that close a cycle, as few by weight as possible.
 */
export function topologyOf(
  sites: readonly { readonly id: string }[],
  given: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly value: number;
  }[]
): Topology {
  const index = new Map<string, number>();
  for (const { id } of sites) if (!index.has(id)) index.set(id, index.size);
  const all: Arrow[] = [];
  for (const { id, from, to, value } of given) {
    const [start, end] = [index.get(from), index.get(to)];
    if (start === undefined || end === undefined || start === end) continue;
    if (value > 0 && Number.isFinite(value)) all.push({ id, from: start, to: end, value });
  }
  const back = turnedBack(index.size, all);
  const flows = all.filter((flow) => !back.has(flow));
  const into: Arrow[][] = Array.from({ length: index.size }, () => []);
  const out: Arrow[][] = Array.from({ length: index.size }, () => []);
  const waits = new Int32Array(index.size);
  for (const flow of flows) {
    out[flow.from]!.push(flow);
    into[flow.to]!.push(flow);
    waits[flow.to]!++;
  }
  const upstreamFirst = [...index.values()].filter((site) => waits[site] === 0);
  for (const site of upstreamFirst) {
    for (const { to } of out[site]!) if (--waits[to]! === 0) upstreamFirst.push(to);
  }
  return { ids: [...index.keys()], index, flows, into, out, upstreamFirst };
}

/** The sum of some flows, in their unit. */
export function total(flows: readonly Arrow[]): number {
  return flows.reduce((sum, { value }) => sum + value, 0);
}
