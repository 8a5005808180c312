import type { Graph } from './graph.ts';

/** What enters and leaves a site, in the graph's unit; `unaccounted` is what enters and does not leave again. */
export type Balance = { id: string; into: number; out: number; unaccounted: number };

/**
 * In, out and unaccounted of each site, in the order of input. Where a flow begins or ends nothing is unaccounted;
 * below zero more leaves than enters.
 */
export function balance(graph: Graph): Balance[] {
  const into = new Map<string, number>();
  const out = new Map<string, number>();
  for (const { from, to, value } of graph.flows) {
    into.set(to, (into.get(to) ?? 0) + value);
    out.set(from, (out.get(from) ?? 0) + value);
  }
  return graph.sites.map(({ id }) => {
    const enters = into.get(id);
    const leaves = out.get(id);
    const passes = enters !== undefined && leaves !== undefined;
    return { id, into: enters ?? 0, out: leaves ?? 0, unaccounted: passes ? enters - leaves : 0 };
  });
}
